using System.Globalization;
using System.Text.RegularExpressions;
using HomeroomGraph.Data.Import.Columns;
using HomeroomGraph.Data.Import.Sheets;
using HomeroomGraph.Data.Papers;
using static HomeroomGraph.Data.Import.Papers.PaperHeadings;

namespace HomeroomGraph.Data.Import.Papers;

/// <summary>A row of a list of papers (rule R1). An author is a teacher of the district only by the staff number in the row.</summary>
internal static partial class SheetPaper
{
    private const int LongestTitle = 500, LongestName = 200, LongestText = 200, LongestAbstract = 20_000, LongestKeyword = 100;

    private static readonly Dictionary<string, PaperKind> Kinds = new()
    {
        ["论文"] = PaperKind.Paper, ["期刊论文"] = PaperKind.Paper, ["学术论文"] = PaperKind.Paper, ["教学论文"] = PaperKind.Paper, ["教育论文"] = PaperKind.Paper,
        ["案例"] = PaperKind.Case, ["教学案例"] = PaperKind.Case, ["教育案例"] = PaperKind.Case, ["优秀案例"] = PaperKind.Case,
        ["经验文章"] = PaperKind.ExperienceArticle, ["经验"] = PaperKind.ExperienceArticle, ["经验总结"] = PaperKind.ExperienceArticle,
        ["经验材料"] = PaperKind.ExperienceArticle, ["反思"] = PaperKind.Reflection, ["教学反思"] = PaperKind.Reflection,
    };

    public static PaperEntry? Read(SheetTable row, DateOnly today)
    {
        var title = row.Value(Title, c => Text(c, LongestTitle), isRequired: true);
        var authors = Authors(row);
        var (date, precision) = Date(row, today);
        var kind = row.Value(Kind, c => Kinds.TryGetValue(SheetText.Compact(c.Text), out var k) ? k : new Cell<PaperKind?>(null, PaperReasons.NoSuchKind));
        var entry = new PaperEntry
        {
            File = row.File,
            Line = row.Line,
            Title = title ?? "",
            Authors = authors,
            PublishedOn = date ?? default,
            Precision = precision,
            Kind = kind ?? PaperKind.Paper,
            Language = title?.Any(c => c is >= '\u3400' and <= '\u9FFF') == false ? "en" : "zh-CN",
            Venue = row.Value(Venue, c => Text(SheetText.Plain(c.Text).Trim('《', '》'), LongestText)),
            Volume = row.Value(Volume, c => Text(Numbered().Replace(SheetText.Compact(c.Text), ""), LongestText)),
            Issue = row.Value(Issue, c => Text(Numbered().Replace(SheetText.Compact(c.Text), ""), LongestText)),
            Pages = row.Value(Pages, c => Text(SheetText.Compact(c.Text).TrimStart('P', 'p', '.').Replace('—', '-').Replace('–', '-').Replace('~', '-'), LongestText)),
            Doi = row.Value(Doi, c => Known(PaperIdentifiers.Doi(c.Text), PaperReasons.NotADoi)),
            Issn = row.Value(Issn, c => Known(PaperIdentifiers.Issn(c.Text), PaperReasons.NotAnIssn)),
            Cn = row.Value(Cn, c => Known(PaperIdentifiers.Cn(c.Text), PaperReasons.NotACn)),
            Abstract = row.Value(Abstract, c => Text(c, LongestAbstract)),
            Keywords = [.. (row.Value(PaperHeadings.Keywords, c => Text(c, LongestText * 5)) ?? "")
                .Split([',', ';', '，', '；', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(k => k.Length <= LongestKeyword && k.Any(char.IsLetterOrDigit)).DistinctBy(k => k.ToUpperInvariant())],
        };
        return row.Fault is null ? entry : null;
    }

    private static List<AuthorEntry> Authors(SheetTable row)
    {
        var names = (row.Value(PaperHeadings.Authors, c => Text(c, LongestText * 5)) ?? "")
            .Split([',', ';', '，', '；', '、', '/', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(name => name.Length > LongestName ? name[..LongestName] : name).ToList();
        if (row.Value(FirstAuthor, c => Text(c, LongestName)) is { } first)
        {
            names.RemoveAll(name => SheetText.ForComparing(name) == SheetText.ForComparing(first));
            names.Insert(0, first);
        }
        if (names.Count == 0 && row.Cell(PaperHeadings.Authors).Fault is null && row.Cell(FirstAuthor).Fault is null)
            row.Report(row.Has(PaperHeadings.Authors) ? PaperHeadings.Authors : FirstAuthor, Severity.Error, Reasons.Missing);
        var numbers = (row.Value(StaffNumber, c => new Cell<string>(c.Text)) ?? "")
            .Split([',', ';', '，', '；', '、', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(SheetText.Compact).ToList();
        var affiliation = row.Value(Affiliation, c => Text(c, LongestText));
        return [.. names.Select((name, at) => new AuthorEntry(name)
        {
            StaffNumber = at < numbers.Count ? numbers[at] : null,
            Affiliation = at == 0 ? affiliation : null,
        })];
    }

    /// <summary>The date with as much of it as is known; else the year of its own column.</summary>
    private static (DateOnly? Date, DatePrecision Precision) Date(SheetTable row, DateOnly today)
    {
        if (!row.Cell(PublishedOn).IsEmpty)
        {
            var text = SheetText.Compact(row.Cell(PublishedOn).Text);
            if (YearForm().Match(text) is { Success: true } only) return (new(Number(only), 1, 1), DatePrecision.Year);
            var date = row.Value(PublishedOn, c => PeopleDates.Parse(c, today.AddYears(1)));
            return (date, MonthForm().IsMatch(text) ? DatePrecision.Month : DatePrecision.Day);
        }
        var year = row.Value(Year, c => YearForm().Match(SheetText.Compact(c.Text)) is { Success: true } match
            ? Number(match) : new Cell<int?>(null, PaperReasons.NotAYear));
        if (year is { } known) return (new(known, 1, 1), DatePrecision.Year);
        if (row.Cell(Year).IsEmpty) row.Report(row.Has(Year) && !row.Has(PublishedOn) ? Year : PublishedOn, Severity.Error, Reasons.Missing);
        return (null, DatePrecision.Year);
    }

    private static int Number(Match match) => int.Parse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static Cell<string> Text(SheetCell cell, int longest) => Text(SheetText.Plain(cell.Text), longest);

    private static Cell<string> Text(string text, int longest) =>
        text.Length > longest ? new(null, Reasons.TooLong, longest)
        : text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) ? new(null, Reasons.ControlCharacter, "…")
        : new(text.Length == 0 ? null : text);

    private static Cell<string> Known(string? value, Reason otherwise) => value is null ? new(null, otherwise) : new(value);

    [GeneratedRegex("^((?:19|20)[0-9]{2})年?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex YearForm();

    [GeneratedRegex("^[0-9]{4}(?:年|[-/.])?[0-9]{1,2}月?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex MonthForm();

    [GeneratedRegex("^第|[卷期]$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Numbered();
}
