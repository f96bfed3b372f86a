using System.Globalization;
using System.Text.RegularExpressions;
using HomeroomGraph.Data.Import.Columns;

namespace HomeroomGraph.Data.Import.Sheets;

/// <summary>
/// Dates as people write them in a table: 2015-08-23, 2015/8/23, 2015.8.23, 2015年8月23日, 20150823, a spreadsheet's count of
/// days (42239), and with the month alone 2015.8, 2015-08, 2015年8月, 201508, which is its first day.
/// </summary>
internal static partial class PeopleDates
{
    private const int EarliestYear = 1940;
    private const int FirstSerial = 14_611, LastSerial = 73_050;

    public static Cell<DateOnly?> Parse(SheetCell cell, DateOnly latest)
    {
        var text = SheetText.Compact(cell.Text.Split([' ', 'T'], 2) is [var day, var time] && Time().IsMatch(time.Trim()) ? day : cell.Text);
        if (cell.IsNumber && text.Contains('.')) return new(null, Ambiguous);
        if (Read(text) is not { } date) return new(null, Reasons.NoSuchDate);
        if (date.Year < EarliestYear) return new(null, Reasons.DateOutOfRange, EarliestYear, latest.Year);
        return date > latest ? new Cell<DateOnly?>(null, InFuture, $"{latest:yyyy-MM-dd}") : date;
    }

    private static DateOnly? Read(string text)
    {
        if (Parts().Match(text) is { Success: true } parts)
            return OfParts(parts.Groups["y"].Value, parts.Groups["m"].Value, parts.Groups["d"].Value);
        return text.All(char.IsAsciiDigit)
            ? text.Length switch
            {
                8 => OfParts(text[..4], text[4..6], text[6..]),
                6 => OfParts(text[..4], text[4..], ""),
                5 when int.Parse(text, CultureInfo.InvariantCulture) is >= FirstSerial and <= LastSerial and var serial =>
                    DateOnly.FromDateTime(DateTime.FromOADate(serial)),
                _ => null,
            }
            : null;
    }

    private static DateOnly? OfParts(string year, string month, string day)
    {
        var (y, m, d) = (Number(year), Number(month), day.Length == 0 ? 1 : Number(day));
        return y is >= 1 and <= 9999 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new(y, m, d) : null;
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static readonly Reason InFuture = new("date-in-future", "日期在 {0} 之后", "the date lies after {0}");
    private static readonly Reason Ambiguous = new(
        "month-ambiguous", "以数字格式保存，无法区分 1 月和 10 月，请按文本格式填写", "kept as a number, which can't tell January from October; write it as text");

    [GeneratedRegex(@"^(?<y>\d{4})(?:年|[-/.。—–])(?<m>\d{1,2})(?:月|(?:月|[-/.。—–])(?<d>\d{1,2})[日号]?)?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Parts();

    [GeneratedRegex(@"^\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Time();
}
