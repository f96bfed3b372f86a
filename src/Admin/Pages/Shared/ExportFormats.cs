namespace HomeroomGraph.Admin.Pages.Shared;

/// <summary>The formats of the API's exports, in the order of their buttons; a text <c>Export.format</c> names each.</summary>
public static class ExportFormats
{
    /// <summary>Of every list.</summary>
    public static IReadOnlyList<string> OfLists { get; } = ["xlsx", "csv", "jsonl"];

    /// <summary>Of papers: references of other forms and for other programs.</summary>
    public static IReadOnlyList<string> OfPapers { get; } =
        ["xlsx", "csv", "gb2015-numeric", "gb2015-author-date", "gb2025-numeric", "gb2025-author-date", "bibtex", "csl-json", "jsonl"];
}

/// <summary>A list in one of the formats: where it is.</summary>
public sealed record ExportLink(string Format, string Url);
