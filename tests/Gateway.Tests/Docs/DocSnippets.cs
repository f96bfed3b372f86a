using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HomeroomGraph.Gateway.Tests.Docs;

/// <summary>The fenced blocks of a document of <c>docs</c>, by their language, in order.</summary>
internal sealed partial class DocSnippets
{
    private readonly List<(string Language, string Text)> blocks;

    private DocSnippets(string text)
    {
        Text = text;
        blocks = [.. Fence().Matches(text).Select(block => (block.Groups["language"].Value, block.Groups["text"].Value))];
    }

    public string Text { get; }

    public static DocSnippets Of(string document) => new(File.ReadAllText(Path.Combine(Repository.Root, "docs", document)).ReplaceLineEndings("\n"));

    public IReadOnlyList<string> In(string language) => [.. blocks.Where(block => block.Language == language).Select(block => block.Text)];

    /// <summary>An answer is the one that a document shows. What an answer may have beside, it shows only where that matters.</summary>
    public static void AssertAnswer(string shown, string given)
    {
        var (expected, actual) = (JsonNode.Parse(shown)!.AsObject(), JsonNode.Parse(given)!.AsObject());
        if (!expected.ContainsKey("extensions"))
            actual.Remove("extensions");
        Assert.True(JsonNode.DeepEquals(expected, actual), $"The document shows\n{shown}\nand the answer is\n{given}");
    }

    [GeneratedRegex("^```(?<language>[a-z]+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
