using System.Globalization;
using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Operations.Papers;
using HomeroomGraph.Admin.Operations.Research;
using HomeroomGraph.Admin.Web;

namespace HomeroomGraph.Admin.Pages.Papers;

/// <summary>An author in the form: a row of it.</summary>
public sealed record AuthorValues(string? Name = null, string? Teacher = null, string? Affiliation = null, string? ExternalId = null, bool IsCorresponding = false)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Name) && string.IsNullOrEmpty(Teacher);
}

/// <summary>What stands in the form of a paper, as text: of a paper that is there, of a pasted reference, or as it was typed (rule R1).</summary>
public sealed record PaperValues
{
    private const int LeastRows = 3, SpareRows = 1, MoreRows = 4;

    private static readonly char[] KeywordMarks = [';', '；', ',', '，', '、', '\n'];

    public string? Title { get; init; }
    public string Kind { get; init; } = PaperKind.Paper.ToCode();

    /// <summary>As exactly as it is known: 2026, 2026-10, 2026-10-08.</summary>
    public string? Date { get; init; }

    public string? Language { get; init; }
    public string? Venue { get; init; }
    public string? Issn { get; init; }
    public string? Cn { get; init; }
    public string? Volume { get; init; }
    public string? Issue { get; init; }
    public string? Pages { get; init; }
    public string? Doi { get; init; }
    public string? Keywords { get; init; }
    public string? Abstract { get; init; }
    public string? Project { get; init; }
    public string? CslType { get; init; }
    public string? Extra { get; init; }
    public IReadOnlyList<AuthorValues> Authors { get; init; } = [];

    /// <summary>The rows that the form shows: those that are filled and some to fill.</summary>
    public IReadOnlyList<AuthorValues> Rows(bool more) =>
        [.. Authors, .. Enumerable.Repeat(new AuthorValues(), Math.Max(LeastRows - Authors.Count, more ? MoreRows : SpareRows))];

    public static PaperValues Of(EditedPaper paper) => new()
    {
        Title = paper.Title,
        Kind = paper.Kind.ToCode(),
        Date = DateText(paper.PublishedOn, paper.PublishedPrecision),
        Language = paper.Language,
        Venue = paper.Venue,
        Issn = paper.Issn,
        Cn = paper.Cn,
        Volume = paper.Volume,
        Issue = paper.Issue,
        Pages = paper.Pages,
        Doi = paper.Doi,
        Keywords = string.Join("；", paper.Keywords.Nodes.Select(row => row.Keyword)),
        Abstract = paper.Abstract,
        Project = paper.Project?.Id,
        CslType = paper.CslType,
        Authors = [.. paper.Authors.Nodes.Select(author => new AuthorValues(author.Name, author.Teacher?.Id, author.Affiliation, author.ExternalId, author.IsCorresponding))],
    };

    /// <summary>A pasted reference; an author whose name one of the staff alone has is taken for that teacher.</summary>
    public static PaperValues Of(ReferenceDraft draft, IEnumerable<NamedRow> staff)
    {
        var known = staff.GroupBy(teacher => Plain(teacher.Name)).Where(same => same.Count() == 1).ToDictionary(same => same.Key, same => same.Single().Id);
        return new()
        {
            Title = draft.Title,
            Kind = draft.Kind.ToCode(),
            Date = draft.PublishedOn is { } day ? DateText(day, draft.PublishedPrecision) : null,
            Language = draft.Language,
            Venue = draft.Venue,
            Issn = draft.Issn,
            Cn = draft.Cn,
            Volume = draft.Volume,
            Issue = draft.Issue,
            Pages = draft.Pages,
            Doi = draft.Doi,
            Keywords = string.Join("；", draft.Keywords),
            Abstract = draft.Abstract,
            CslType = draft.CslType,
            Extra = draft.Extra,
            Authors = [.. draft.Authors.Select(author => new AuthorValues(author.Name, known.GetValueOrDefault(Plain(author.Name)), author.Affiliation, author.ExternalId))],
        };
    }

    /// <summary>As it was typed; authors in the order of the numbers beside them.</summary>
    public static PaperValues Of(IFormCollection form) => new()
    {
        Title = Text(form, "title"),
        Kind = Text(form, "kind") ?? PaperKind.Paper.ToCode(),
        Date = Text(form, "publishedOn"),
        Language = Text(form, "language"),
        Venue = Text(form, "venue"),
        Issn = Text(form, "issn"),
        Cn = Text(form, "cn"),
        Volume = Text(form, "volume"),
        Issue = Text(form, "issue"),
        Pages = Text(form, "pages"),
        Doi = Text(form, "doi"),
        Keywords = Text(form, "keywords"),
        Abstract = Text(form, "abstract"),
        Project = Text(form, "project"),
        CslType = Text(form, "cslType"),
        Extra = Text(form, "extra"),
        Authors =
        [
            .. Enumerable.Range(0, form["authorName"].Count)
                .Select(at => (Place: Place(At(form, "authorPlace", at), at), Author: new AuthorValues(
                    At(form, "authorName", at), At(form, "authorTeacher", at), At(form, "authorAffiliation", at), At(form, "authorExternalId", at),
                    form["authorCorresponding"].Contains(at.ToString(CultureInfo.InvariantCulture)))))
                .Where(row => !row.Author.IsEmpty).OrderBy(row => row.Place).Select(row => row.Author),
        ],
    };

    /// <summary>The input of the mutation; null where the date is none. What is empty is none.</summary>
    public PaperInput? ToInput() => ParseDate(Date) is not var (day, precision) ? null : new()
    {
        ["title"] = Title ?? "",
        ["kind"] = Kind,
        ["publishedOn"] = day.Iso(),
        ["publishedPrecision"] = precision.ToCode(),
        ["authors"] = Authors.Select(author => new PaperInput
        {
            ["name"] = author.Name, ["teacherId"] = author.Teacher, ["affiliation"] = author.Affiliation, ["externalId"] = author.ExternalId, ["isCorresponding"] = author.IsCorresponding,
        }).ToList(),
        ["language"] = Language ?? "zh-CN",
        ["venue"] = Venue,
        ["issn"] = Issn,
        ["cn"] = Cn,
        ["volume"] = Volume,
        ["issue"] = Issue,
        ["pages"] = Pages,
        ["doi"] = Doi,
        ["keywords"] = (Keywords ?? "").Split(KeywordMarks, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        ["abstract"] = Abstract,
        ["projectId"] = Project,
    };

    /// <summary>A day, a month or a year: 2026-10-08, 2026-10, 2026, with strokes or dots too.</summary>
    public static (DateOnly Day, DatePrecision Precision)? ParseDate(string? text)
    {
        var parts = (text ?? "").Trim().Split('-', '/', '.');
        return parts switch
        {
            [var year] when Number(year, 4) is { } y => Known(y, 1, 1, DatePrecision.Year),
            [var year, var month] when (Number(year, 4), Number(month, 2)) is (int y, int m) => Known(y, m, 1, DatePrecision.Month),
            [var year, var month, var day] when (Number(year, 4), Number(month, 2), Number(day, 2)) is (int y, int m, int d) => Known(y, m, d, DatePrecision.Day),
            _ => null,
        };
    }

    private static (DateOnly, DatePrecision)? Known(int year, int month, int day, DatePrecision precision) =>
        year is >= 1900 and < 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? (new DateOnly(year, month, day), precision) : null;

    private static int? Number(string text, int most) =>
        text.Length <= most && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string DateText(DateOnly day, DatePrecision precision) => precision switch
    {
        DatePrecision.Year => day.ToString("yyyy", CultureInfo.InvariantCulture),
        DatePrecision.Month => day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        _ => day.Iso(),
    };

    private static string Plain(string name) => string.Concat(name.Where(c => !char.IsWhiteSpace(c)));

    private static string? Text(IFormCollection form, string field) => AddressValues.Given(form[field].ToString())?.Trim();

    private static string? At(IFormCollection form, string field, int at) => at < form[field].Count ? AddressValues.Given(form[field][at])?.Trim() : null;

    private static int Place(string? typed, int at) => Number(typed ?? "", 3) ?? at + 1;
}
