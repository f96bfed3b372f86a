using System.Text.Json.Nodes;
using HomeroomGraph.Data.Papers;

namespace HomeroomGraph.Data.Import.Papers;

/// <summary>An author as a file names one.</summary>
/// <param name="Name">The name as it is printed.</param>
internal sealed record AuthorEntry(string Name)
{
    public string? StaffNumber { get; init; }
    public long? TeacherId { get; set; }
    public string? Affiliation { get; init; }
    public string? ExternalId { get; init; }
}

/// <summary>A paper (论文, rule R1) as a file has it, whatever the file is.</summary>
internal sealed record PaperEntry
{
    public required string File { get; init; }
    public required int Line { get; init; }

    /// <summary>The record's id in the file, if it has one.</summary>
    public string? SourceId { get; init; }

    public required string Title { get; init; }
    public required IReadOnlyList<AuthorEntry> Authors { get; init; }
    public required DateOnly PublishedOn { get; init; }
    public DatePrecision Precision { get; init; }

    /// <summary>Nothing tells the date; the year of the import stands for it.</summary>
    public bool IsUndated { get; init; }

    public PaperKind Kind { get; init; }
    public string CslType { get; init; } = "article-journal";
    public string Language { get; init; } = "zh-CN";
    public string? Venue { get; init; }
    public string? Issn { get; init; }
    public string? Cn { get; init; }
    public string? Volume { get; init; }
    public string? Issue { get; init; }
    public string? Pages { get; init; }
    public string? Doi { get; init; }
    public string? Abstract { get; init; }
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>What the record has more.</summary>
    public JsonObject? Extra { get; init; }

    // What the database compares papers by; it makes the keys itself.
    public string TitleKey { get; set; } = "";
    public string FirstAuthorKey { get; set; } = "";
    public string? PlainDoi { get; set; }

    /// <summary>Without volume, issue and pages: what has appeared online only so far (网络首发).</summary>
    public bool HasNoPlaceInPrint => Volume is null && Issue is null && Pages is null;

    /// <summary>The stored paper that it is; null for a new one.</summary>
    public long? StoredId { get; set; }

    /// <summary>The id is free to be kept with the paper.</summary>
    public bool KeepsSourceId { get; set; }
}
