using System.Text.Json;

namespace HomeroomGraph.Data.Papers.References;

/// <summary>
/// What a bibliographic record says of a document: what a reference to it (参考文献) is written from, in any form. The fields are those of
/// CSL-JSON and have its names, without hyphens. A field that is not said is null, and a list is empty.
/// </summary>
/// <remarks>Source: the CSL 1.0.2 specification, appendix IV (variables) and III (types).</remarks>
public sealed record Reference
{
    /// <summary>The id of the record where it came from; what a BibTeX key is made of where there is no author.</summary>
    public string? Id { get; init; }

    /// <summary>The CSL type: article-journal, chapter.</summary>
    public string Type { get; init; } = "document";

    /// <summary>A language tag; the reference's own words (等, et al.) are in it.</summary>
    public string? Language { get; init; }

    public string? Title { get; init; }
    public string? ContainerTitle { get; init; }
    public string? Volume { get; init; }
    public string? VolumeTitle { get; init; }
    public string? Issue { get; init; }

    /// <summary>The number of a report, a standard, a patent, or an article without pages.</summary>
    public string? Number { get; init; }

    /// <summary>The number that a patent was applied for with, or a shelf mark.</summary>
    public string? CallNumber { get; init; }

    public string? Page { get; init; }
    public string? Edition { get; init; }
    public string? Version { get; init; }
    public string? Publisher { get; init; }
    public string? PublisherPlace { get; init; }
    public string? Archive { get; init; }
    public string? ArchivePlace { get; init; }
    public string? ArchiveLocation { get; init; }
    public string? EventTitle { get; init; }
    public string? Genre { get; init; }
    public string? Medium { get; init; }
    public string? Scale { get; init; }
    public string? Dimensions { get; init; }
    public string? Url { get; init; }
    public string? Doi { get; init; }

    /// <summary>The persistent identifier of Chinese science data (GB/T 32843).</summary>
    public string? Cstr { get; init; }

    public string? Issn { get; init; }
    public string? Isbn { get; init; }

    /// <summary>The number of a Chinese serial (CN); CSL-JSON has no place for it.</summary>
    public string? Cn { get; init; }

    public string? Abstract { get; init; }
    public IReadOnlyList<string> Keywords { get; init; } = [];

    public IReadOnlyList<ReferenceName> Authors { get; init; } = [];
    public IReadOnlyList<ReferenceName> Editors { get; init; } = [];
    public IReadOnlyList<ReferenceName> Translators { get; init; } = [];
    public IReadOnlyList<ReferenceName> ContainerAuthors { get; init; } = [];
    public IReadOnlyList<ReferenceName> CollectionEditors { get; init; } = [];
    public IReadOnlyList<ReferenceName> EditorialDirectors { get; init; } = [];
    public IReadOnlyList<ReferenceName> Compilers { get; init; } = [];
    public IReadOnlyList<ReferenceName> Composers { get; init; } = [];
    public IReadOnlyList<ReferenceName> Illustrators { get; init; } = [];
    public IReadOnlyList<ReferenceName> Directors { get; init; } = [];
    public IReadOnlyList<ReferenceName> Hosts { get; init; } = [];

    public ReferenceDate? Issued { get; init; }

    /// <summary>When it was looked at.</summary>
    public ReferenceDate? Accessed { get; init; }

    /// <summary>When it appeared online, before its place in print.</summary>
    public ReferenceDate? Available { get; init; }

    /// <summary>Free text, whose first lines may say fields: see <see cref="ReferenceNote"/>.</summary>
    public string? Note { get; init; }

    /// <summary>The CSL-JSON object it comes from, or what of it no column has: for what has no field here.</summary>
    internal JsonElement? More { get; init; }

    /// <summary>The language, or what the title is written in where it is not said.</summary>
    internal string LanguageOrGuess => Language is { Length: > 0 } said ? said : Scripts.HasHan(Title) ? "zh" : "en";

    internal bool IsSerialArticle => Type is "article-journal" or "article-magazine" or "article-newspaper";
}
