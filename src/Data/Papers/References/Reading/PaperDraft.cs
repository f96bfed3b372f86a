using System.Text.Json.Nodes;

namespace HomeroomGraph.Data.Papers.References;

/// <summary>An author of a draft.</summary>
/// <param name="Name">The name as <see cref="PaperAuthor.Name"/> has it.</param>
/// <param name="ExternalId">As <see cref="PaperAuthor.ExternalId"/>: orcid:….</param>
/// <param name="Affiliation">Where the record says that the author works.</param>
public sealed record PaperDraftAuthor(string Name, string? ExternalId = null, string? Affiliation = null);

/// <summary>
/// The fields of a paper as a pasted text has them, each within what the table of papers takes, so a form can be filled with it. Null is what the text
/// doesn't say.
/// </summary>
public sealed record PaperDraft
{
    public string? Title { get; init; }

    /// <summary>In their order.</summary>
    public IReadOnlyList<PaperDraftAuthor> Authors { get; init; } = [];

    public PaperKind Kind { get; init; }
    public string CslType { get; init; } = "article-journal";

    /// <summary>A language tag: as the text says, or by what its title is written in.</summary>
    public string Language { get; init; } = "zh-CN";

    public string? Venue { get; init; }
    public string? Issn { get; init; }
    public string? Cn { get; init; }
    public string? Volume { get; init; }
    public string? Issue { get; init; }
    public string? Pages { get; init; }

    /// <summary>Plain: lower case, without a resolver's address.</summary>
    public string? Doi { get; init; }

    /// <summary>The first day of what is known.</summary>
    public DateOnly? PublishedOn { get; init; }

    public DatePrecision Precision { get; init; } = DatePrecision.Year;
    public string? Abstract { get; init; }
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>What has no column, for <see cref="Paper.Extra"/>: fields of CSL-JSON, with the authors' names taken apart.</summary>
    public JsonObject? Extra { get; init; }
}
