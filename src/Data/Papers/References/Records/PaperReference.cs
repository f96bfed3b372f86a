using System.Globalization;
using System.Text.Json;

namespace HomeroomGraph.Data.Papers.References;

/// <summary>
/// A paper as a record. Columns count, for people edit them; <c>extra</c> says the rest, and of authors, date and titles what is more exact than a
/// column can be (family and given names, a range, markup), as long as the column still says the same.
/// </summary>
public static class PaperReference
{
    private static readonly string[] StandIns = ["editor", "container-author", "director", "translator"];
    private static readonly string[] StandInTexts = ["publisher", "authority", "archive", "container-title"];

    /// <summary>The record of a paper.</summary>
    public static Reference Of(PaperRecord paper)
    {
        var extra = paper.Extra is { ValueKind: JsonValueKind.Object } said ? CslReference.Of(said) : null;
        return (extra ?? new()) with
        {
            Id = paper.SourceId is { } source && source.StartsWith("csl:", StringComparison.Ordinal)
                ? source[4..] : $"paper-{paper.PaperId.ToString(CultureInfo.InvariantCulture)}",
            Type = paper.CslType,
            Language = paper.Language,
            Title = Marked(extra?.Title, paper.Title),
            ContainerTitle = Marked(extra?.ContainerTitle, paper.Venue),
            Issn = paper.Issn is { } issn && extra?.Issn?.Contains(issn, StringComparison.Ordinal) != true ? issn : extra?.Issn,
            Cn = paper.Cn,
            Volume = paper.Volume,
            Issue = paper.Issue,
            Page = paper.Pages,
            Doi = paper.Doi,
            Abstract = paper.Abstract,
            Keywords = paper.Keywords,
            Authors = AuthorsOf(paper, extra),
            Issued = IssuedOf(paper, extra),
        };
    }

    /// <summary>The text with its markup, if it still is the column's.</summary>
    private static string? Marked(string? marked, string? column) =>
        marked is not null && column is not null && PrintedText.WithoutTags(marked).Trim() == column ? marked : column;

    private static ReferenceDate? IssuedOf(PaperRecord paper, Reference? extra)
    {
        var column = ReferenceDate.Of(paper.PublishedOn, paper.Precision);
        if (extra?.More is not { } more || !more.TryGetProperty("issued", out var issued)) return column;
        // A record without a date says so; the year in the column only stands for one.
        if (issued.ValueKind == JsonValueKind.Null) return paper.Precision == DatePrecision.Year ? null : column;
        if (extra.Issued is not { } exact) return column;
        return exact.From is null ? paper.Precision == DatePrecision.Year ? exact : column
            : exact.Says(paper.PublishedOn, paper.Precision) ? exact : column;
    }

    private static IReadOnlyList<ReferenceName> AuthorsOf(PaperRecord paper, Reference? extra)
    {
        if (extra is not null && extra.Authors.Count == 0 && IsNobody(paper, extra)) return [];
        var isAsCited = paper.SourceId?.StartsWith("csl:", StringComparison.Ordinal) == true;
        var names = new ReferenceName[paper.Authors.Count];
        for (var at = 0; at < names.Length; at++)
        {
            var (name, externalId) = paper.Authors[at];
            var whole = extra?.Authors.FirstOrDefault(a => a.Printed == name)
                ?? (isAsCited ? ReferenceName.Of(name) : PersonName.OfPrinted(name));
            names[at] = whole.Orcid is null && externalId is not null && externalId.StartsWith("orcid:", StringComparison.Ordinal)
                ? whole with { Orcid = externalId[6..] } : whole;
        }
        return names;
    }

    /// <summary>The record names no author, and whoever the paper has for one only stands there.</summary>
    private static bool IsNobody(PaperRecord paper, Reference extra)
    {
        if (extra.More is not { } more || !more.TryGetProperty("author", out _) || paper.Authors.Count == 0) return false;
        var name = paper.Authors[0].Name;
        return name is "佚名" or "Anon."
            || StandIns.Any(field => CslReference.Names(more, field) is [var first, ..] && first.Printed == name)
            || StandInTexts.Any(field => CslReference.Text(more, field) is { } text && PrintedText.WithoutTags(text).StartsWith(name, StringComparison.Ordinal))
            || paper.Venue == name;
    }
}
