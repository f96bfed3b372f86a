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

    /// <summary>An answer is the one that a document shows. What an answer may have beside, it shows only where that matters; for a value that is another one
    /// each time, such as a position of the feed, it shows "…".</summary>
    public static void AssertAnswer(string shown, string given)
    {
        var (expected, actual) = (JsonNode.Parse(shown)!.AsObject(), JsonNode.Parse(given)!.AsObject());
        if (!expected.ContainsKey("extensions"))
            actual.Remove("extensions");
        Leave(expected, actual);
        Assert.True(JsonNode.DeepEquals(expected, actual), $"The document shows\n{shown}\nand the answer is\n{given}");
    }

    private static void Leave(JsonNode? expected, JsonNode? actual)
    {
        switch (expected, actual)
        {
            case (JsonObject shown, JsonObject given):
                foreach (string name in shown.Select(member => member.Key).ToList())
                {
                    if (shown[name] is JsonValue value && value.TryGetValue(out string? text) && text == "…" && given[name] is not null) given[name] = "…";
                    else Leave(shown[name], given[name]);
                }
                break;
            case (JsonArray shown, JsonArray given):
                foreach (var (left, right) in shown.Zip(given)) Leave(left, right);
                break;
        }
    }

    [GeneratedRegex("^```(?<language>[a-z]+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
