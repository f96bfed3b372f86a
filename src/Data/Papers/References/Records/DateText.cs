using System.Globalization;

namespace HomeroomGraph.Data.Papers.References;

/// <summary>Dates as people and programs write them: 2012-05-03, 2012/05, 2012年5月3日, May 2012, 1957/1990, 1865（清同治四年）.</summary>
internal static class DateText
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The date; its words, where they are none; null for nothing at all.</summary>
    public static ReferenceDate? Read(string? text)
    {
        var said = text?.Trim();
        if (said is not { Length: > 0 }) return null;
        var plain = said;
        var aside = plain.AsSpan().IndexOfAny('（', '(');
        if (aside > 0) plain = plain[..aside].Trim();
        if (RangeOf(plain) is { } range) return range;
        return DayOf(plain) is { } day ? new() { From = day } : new() { Literal = said };
    }

    /// <summary>The end of a month's abbreviation or name: 3 for "mar", "March" and "Mar."; 0 for none.</summary>
    public static int MonthOf(ReadOnlySpan<char> word)
    {
        for (var month = 0; month < Months.Length; month++)
            if (word.Length >= 3 && word.StartsWith(Months[month], StringComparison.OrdinalIgnoreCase)) return month + 1;
        return 0;
    }

    private static ReferenceDate? RangeOf(string text)
    {
        var at = text.IndexOf('/');
        if (at < 0 || text.IndexOf('/', at + 1) >= 0) return null;
        if (text[(at + 1)..].Trim() is { Length: > 0 and < 4 }) return null;
        if (DayOf(text[..at]) is not { } from) return null;
        return DayOf(text[(at + 1)..]) is { } to ? new() { From = from, To = to }
            : text[(at + 1)..].Trim() is "" or ".." ? new() { From = from } : null;
    }

    private static ReferenceDay? DayOf(string text)
    {
        Span<int> numbers = stackalloc int[3];
        var (count, month, yearAt) = (0, 0, -1);
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            if (char.IsAsciiDigit(text[at]))
            {
                while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
                if (count == 3 || end - at > 4) return null;
                if (end - at == 4 && yearAt < 0) yearAt = count;
                numbers[count++] = int.Parse(text.AsSpan(at, end - at), CultureInfo.InvariantCulture);
            }
            else if (char.IsAsciiLetter(text[at]))
            {
                while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
                var word = text.AsSpan(at, end - at);
                if (word is not ("st" or "nd" or "rd" or "th" or "T") && (month = MonthOf(word)) == 0) return null;
                if (word is "T" or "t") break;
            }
            else
            {
                if (text[at] is not (' ' or '-' or '/' or '.' or ',' or '年' or '月' or '日' or '\u2013' or '\u00A0')) return null;
                end++;
            }
            at = end;
        }
        if (yearAt < 0 || numbers[yearAt] == 0) return null;
        if (month > 0) return Day(numbers[yearAt], month, count == 2 ? numbers[1 - yearAt] : 0);
        return yearAt == 0 ? Day(numbers[0], count > 1 ? numbers[1] : 0, count > 2 ? numbers[2] : 0) : null;
    }

    private static ReferenceDay? Day(int year, int month, int day) =>
        month is < 0 or > 12 || (month == 0 && day > 0) ? null
        : day > 0 && day > DateTime.DaysInMonth(year, month) ? null
        : new(year, month, day);
}
