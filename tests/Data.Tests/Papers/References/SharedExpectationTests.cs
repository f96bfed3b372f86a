using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using HomeroomGraph.Data.Papers.References;

namespace HomeroomGraph.Data.Tests.Papers.References;

/// <summary>
/// Our references beside those that another program wrote of the shared records (rule R4), entry by entry. The records stay where they are; without them
/// the test is skipped.
/// </summary>
[Trait("Rule", "R4")]
public sealed partial class SharedExpectationTests
{
    /// <summary>Its expectation shows an ill-read season as the end of a range: 1957/[1990].</summary>
    private const string Different = "gbt7714.b.3:2";

    [Fact]
    public void References_equal_the_shared_expectation_but_for_those_that_docs_references_lists()
    {
        var folder = SharedFolder();
        Assert.SkipUnless(folder is not null, "../shared/data/papers is not there");
        var items = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "gbt7714-data.json"))).RootElement;
        var expected = Entries(File.ReadAllText(Path.Combine(folder, "gbt7714-2015-numeric-expected.md")), "### GB/T 7714—2025 示例文献");
        var written = ReferenceRecords.Written(items.EnumerateArray().Select(CslReference.Of), ReferenceForm.Gb2015Numeric).TrimEnd('\n').Split('\n');
        Assert.Equal(items.GetArrayLength(), expected.Count);
        var different = items.EnumerateArray().Select((item, at) => (Id: item.GetProperty("id").GetString()!, Expected: expected[at], Written: Number().Replace(written[at], "[$1]")))
            .Where(entry => entry.Expected != entry.Written).ToList();
        Assert.True(different.All(entry => entry.Id == Different), string.Join("\n", different));
    }

    private static List<string> Entries(string text, string heading)
    {
        var begin = text.IndexOf(heading, StringComparison.Ordinal);
        var section = text[begin..text.IndexOf("\n### ", begin + heading.Length, StringComparison.Ordinal)];
        return [.. Entry().Matches(section).Select(entry => WebUtility.HtmlDecode(Tag().Replace(entry.Groups[1].Value, "")).Trim())];
    }

    private static string? SharedFolder([CallerFilePath] string path = "")
    {
        for (var folder = Path.GetDirectoryName(path); folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "HomeroomGraph.sln")) && Path.Combine(folder, "..", "shared", "data", "papers") is var shared)
                return Directory.Exists(shared) ? shared : null;
        return null;
    }

    [GeneratedRegex("""<div class="csl-entry">\s*(.*?)\n  </div>""", RegexOptions.Singleline)]
    private static partial Regex Entry();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"^\[(\d+)\] ")]
    private static partial Regex Number();
}
