namespace HomeroomGraph.Data.Papers.References;

/// <summary>
/// Dates (出版年, 更新或修改日期, 引用日期: 8.4.3 and 8.5 of 2015, 7.5.4 and 7.6 of 2025): a year, or a day as YYYY-MM-DD as far as it is known. What is only
/// estimated stands in brackets.
/// </summary>
internal static class DateStatement
{
    /// <summary>The year, or the years; the words, where there are only those.</summary>
    public static void WriteYear(in Entry e, ReferenceDate date)
    {
        if (date.From is not { } from)
        {
            e.Write(date.Literal);
            return;
        }
        WriteYear(e, from.Year);
        if (date.To is not { } to || to.Year == from.Year) return;
        e.Text.Append(e.Style.YearRange);
        WriteYear(e, to.Year);
    }

    /// <summary>The day, month or year.</summary>
    public static void WriteDay(in Entry e, ReferenceDate date)
    {
        if (date.From is not { } from)
        {
            e.Write(date.Literal);
            return;
        }
        WriteDay(e, from);
        if (date.To is not { } to || to == from) return;
        e.Text.Append('/');
        if (to.Year == from.Year && to.Month == from.Month && to.Day > 0) e.Text.Append(to.Day, 2);
        else if (to.Year == from.Year && to.Month > 0) WriteMonthAndDay(e, to);
        else WriteDay(e, to);
    }

    /// <summary>The year of issue (出版年), in 2015 in brackets if it is estimated; where there is none the year of access stands for it, in brackets.</summary>
    public static void WriteYearOfIssue(in Entry e, ReadOnlySpan<char> suffix = default)
    {
        var r = e.Record;
        if (r.Issued is { } issued)
        {
            var isBracketed = e.Style.Is2015 && issued.IsEstimated;
            if (isBracketed) e.Text.Append('[');
            WriteYear(e, issued);
            e.Text.Append(suffix);
            if (isBracketed) e.Text.Append(']');
        }
        else if (r.Accessed is { } accessed)
        {
            e.Text.Append('[');
            WriteYear(e, accessed);
            e.Text.Append(suffix);
            e.Text.Append(']');
        }
    }

    /// <summary>[2012-05-03], directly behind what is there (引用日期).</summary>
    public static void WriteAccess(in Entry e)
    {
        if (e.Record.Accessed is not { } accessed) return;
        e.Text.Append('[');
        WriteDay(e, accessed);
        e.Text.Append(']');
    }

    /// <summary>(2012-05-03): when an electronic document was made or changed.</summary>
    public static void WriteInParentheses(in Entry e, ReferenceDate date)
    {
        e.Text.Append(e.Style.Open);
        WriteDay(e, date);
        e.Text.Append(e.Style.Close);
    }

    private static void WriteDay(in Entry e, ReferenceDay day)
    {
        WriteYear(e, day.Year);
        if (day.Month == 0) return;
        e.Text.Append('-');
        WriteMonthAndDay(e, day);
    }

    private static void WriteMonthAndDay(in Entry e, ReferenceDay day)
    {
        e.Text.Append(day.Month, 2);
        if (day.Day == 0) return;
        e.Text.Append('-');
        e.Text.Append(day.Day, 2);
    }

    private static void WriteYear(in Entry e, int year)
    {
        if (year < 0) e.Text.Append(e.IsEnglish ? "BC " : "公元前");
        e.Text.Append(Math.Abs(year));
    }
}
