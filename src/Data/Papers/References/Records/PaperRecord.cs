using System.Text.Json;

namespace HomeroomGraph.Data.Papers.References;

/// <summary>An author of a paper, as far as a reference needs one.</summary>
/// <param name="Name">The name as printed.</param>
/// <param name="ExternalId">Under which the person is known elsewhere: orcid:0000-0002-1825-0097.</param>
public readonly record struct PaperRecordAuthor(string Name, string? ExternalId = null);

/// <summary>The columns of a paper that a reference is made of, however they were read.</summary>
public sealed record PaperRecord
{
    public required long PaperId { get; init; }
    public required string Title { get; init; }
    public required DateOnly PublishedOn { get; init; }

    /// <summary>In their order.</summary>
    public required IReadOnlyList<PaperRecordAuthor> Authors { get; init; }

    public DatePrecision Precision { get; init; } = DatePrecision.Day;
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
    public string? SourceId { get; init; }

    /// <summary>The paper's <see cref="Paper.Extra"/>; its document must stay while the record is used.</summary>
    public JsonElement? Extra { get; init; }

    /// <param name="paper">With its authors and keywords loaded.</param>
    public static PaperRecord Of(Paper paper) => new()
    {
        PaperId = paper.PaperId,
        Title = paper.Title,
        PublishedOn = paper.PublishedOn,
        Precision = paper.PublishedPrecision,
        Authors = [.. paper.Authors.OrderBy(a => a.Position).Select(a => new PaperRecordAuthor(a.Name, a.ExternalId))],
        CslType = paper.CslType,
        Language = paper.Language,
        Venue = paper.Venue,
        Issn = paper.Issn,
        Cn = paper.Cn,
        Volume = paper.Volume,
        Issue = paper.Issue,
        Pages = paper.Pages,
        Doi = paper.Doi,
        Abstract = paper.Abstract,
        Keywords = [.. paper.Keywords.OrderBy(k => k.Position).Select(k => k.Keyword)],
        SourceId = paper.SourceId,
        Extra = paper.Extra,
    };
}
