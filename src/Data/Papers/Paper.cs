using System.Text.Json;
using HomeroomGraph.Data.Archive;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Research;

namespace HomeroomGraph.Data.Papers;

/// <summary>
/// A paper (论文) of teachers of a district (rule R1). The database refuses a second one of the same DOI, or of the same title and first
/// author, where case, width, spaces and punctuation don't count.
/// </summary>
public sealed class Paper
{
    public int DistrictId { get; set; }
    public long PaperId { get; set; }

    /// <summary>The school of record; null: of the district's own staff.</summary>
    public long? SchoolId { get; set; }

    public required PaperKind Kind { get; set; }
    public required string Title { get; set; }

    /// <summary>A language tag: zh-CN, en.</summary>
    public string Language { get; set; } = "zh-CN";

    /// <summary>The journal, book or occasion it appeared in (发表刊物).</summary>
    public string? Venue { get; set; }

    public string? Issn { get; set; }

    /// <summary>The number of a Chinese serial (国内统一连续出版物号).</summary>
    public string? Cn { get; set; }

    public string? Volume { get; set; }
    public string? Issue { get; set; }
    public string? Pages { get; set; }

    /// <summary>The database keeps it plain: lower case, without a resolver's address.</summary>
    public string? Doi { get; set; }

    /// <summary>The first day of the month or year, where no more is known.</summary>
    public required DateOnly PublishedOn { get; set; }

    public DatePrecision PublishedPrecision { get; set; } = DatePrecision.Day;
    public string? Abstract { get; set; }
    public long? DocumentId { get; set; }

    /// <summary>The project it came from.</summary>
    public long? ResearchProjectId { get; set; }

    /// <summary>The type of a CSL-JSON record: article-journal, chapter.</summary>
    public string CslType { get; set; } = "article-journal";

    /// <summary>What a CSL-JSON record has more: an object.</summary>
    public JsonElement? Extra { get; set; }

    public RecordSource Source { get; set; }
    public string? SourceId { get; set; }

    /// <summary>Raised by each change of it, its authors or keywords.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>The name of the first author; the database keeps it from <see cref="Authors"/>, and who writes it too saves an update.</summary>
    public string? FirstAuthor { get; set; }

    /// <summary>What of the title counts when papers are compared; kept by the database.</summary>
    public string TitleKey { get; private set; } = "";

    /// <summary>What of the first author's name counts when papers are compared; kept by the database.</summary>
    public string? FirstAuthorKey { get; private set; }

    public District District { get; set; } = null!;
    public School? School { get; set; }
    public Document? Document { get; set; }
    public ResearchProject? Project { get; set; }
    public List<PaperAuthor> Authors { get; } = [];
    public List<PaperKeyword> Keywords { get; } = [];
    public List<Awards.AwardNomination> AwardNominations { get; } = [];
    public List<Awards.Award> Awards { get; } = [];
}

/// <summary>The kinds of writing (rule R1).</summary>
public enum PaperKind
{
    /// <summary>论文.</summary>
    Paper,

    /// <summary>案例.</summary>
    Case,

    /// <summary>经验文章.</summary>
    ExperienceArticle,

    /// <summary>反思.</summary>
    Reflection,
}

/// <summary>How exactly a date is known.</summary>
public enum DatePrecision
{
    /// <summary>The year; the date is its first day.</summary>
    Year,

    /// <summary>The month; the date is its first day.</summary>
    Month,

    /// <summary>The day.</summary>
    Day,
}

/// <summary>How a record came in.</summary>
public enum RecordSource
{
    /// <summary>录入: entered by a person.</summary>
    Entered,

    /// <summary>导入: by an import.</summary>
    Import,
}
