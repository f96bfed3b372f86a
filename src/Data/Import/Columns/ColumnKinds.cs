using System.Globalization;

namespace HomeroomGraph.Data.Import.Columns;

/// <summary>The kinds of columns: what a cell of each must look like.</summary>
internal static class ColumnKinds
{
    private const int EarliestYear = 1940, LatestYear = 2100;

    /// <summary>Text of a bounded length without control characters. Markup and formulas are text like any other.</summary>
    public static Column<string> Text(string name, int longest) => new(name, text => PlainText(text, longest));

    /// <summary>The id of a row, or of the row it points to (OneRoster's GUID type: up to 255 characters).</summary>
    public static Column<string> Id(string name) => Text(name, 255);

    /// <summary>Ids with commas between them.</summary>
    public static Column<IReadOnlyList<string>> Ids(string name) => new(name, text =>
        PlainText(text, 4_000) is { Fault: { } fault } cell
            ? new Cell<IReadOnlyList<string>>(null, fault, cell.Details)
            : new Cell<IReadOnlyList<string>>(text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>One of the words, letter by letter.</summary>
    public static Column<string> Word(string name, IReadOnlyCollection<string> words, bool extensible = false) => new(name, text =>
        words.Contains(text) || (extensible && text.StartsWith("ext:", StringComparison.Ordinal))
            ? text
            : new Cell<string>(null, Reasons.NotOneOf, string.Join(", ", words)));

    public static Column<bool?> Boolean(string name) => new(name, text =>
        bool.TryParse(text, out var value) ? value : new Cell<bool?>(null, Reasons.NotBoolean));

    /// <summary>A calendar date, <c>2026-09-01</c>.</summary>
    public static Column<DateOnly?> Date(string name) => new(name, text =>
        !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new Cell<DateOnly?>(null, Reasons.NoSuchDate)
            : date.Year is < EarliestYear or > LatestYear
                ? new Cell<DateOnly?>(null, Reasons.DateOutOfRange, EarliestYear, LatestYear)
                : date);

    public static Column<int?> Year(string name) => new(name, text =>
        text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? year
            : new Cell<int?>(null, Reasons.NotAYear));

    /// <summary>A point in time by ISO 8601, <c>2026-09-01T00:00:00.000Z</c>.</summary>
    public static Column<DateTimeOffset?> Timestamp(string name) => new(name, text =>
        DateTimeOffset.TryParseExact(
            text, IsoForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : new Cell<DateTimeOffset?>(null, Reasons.NotATimestamp));

    private static readonly string[] IsoForms =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyyMMdd'T'HHmmssK", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
    ];

    private static Cell<string> PlainText(string text, int longest)
    {
        if (text.Length > longest) return new(null, Reasons.TooLong, longest);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == 0xFFFD) return new(null, Reasons.DamagedText);
            if (System.Text.Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                return new(null, Reasons.ControlCharacter, $"U+{rune.Value:X4}");
        }
        return text;
    }
}
