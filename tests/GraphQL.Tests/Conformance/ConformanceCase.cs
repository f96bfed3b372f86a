using System.Text.Json;
using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Tests.Conformance;

/// <summary>A line of a file of cases: an operation of the engine and what it is applied to.</summary>
internal sealed record ConformanceCase(string Id, string Operation, SourceText Document)
{
    /// <summary>SDL that the document is validated against, or that is introspected.</summary>
    public SourceText? Schema { get; init; }

    /// <summary>The rules to validate with, by the reference's names; null means all of the specification.</summary>
    public IReadOnlyList<string>? Rules { get; init; }
    public int? MaxTokens { get; init; }
    public bool HideSuggestions { get; init; }

    public ParserLimits Limits => MaxTokens is { } tokens ? ParserLimits.Trusted with { MaxTokens = tokens } : ParserLimits.Trusted;

    public static ConformanceCase Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        return new ConformanceCase(
            root.GetProperty("id").GetString()!,
            root.GetProperty("op").GetString()!,
            root.TryGetProperty("doc", out var document) ? LenientText.Of(document) : SourceText.Of(""))
        {
            Schema = root.TryGetProperty("schema", out var schema) ? LenientText.Of(schema) : null,
            Rules = root.TryGetProperty("rules", out var rules) ? [.. rules.EnumerateArray().Select(r => r.GetString()!)] : null,
            MaxTokens = root.TryGetProperty("maxTokens", out var tokens) ? tokens.GetInt32() : null,
            HideSuggestions = root.TryGetProperty("hideSuggestions", out var hide) && hide.GetBoolean(),
        };
    }
}
