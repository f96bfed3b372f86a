namespace HomeroomGraph.Data.Papers.References;

/// <summary>What stands at the end of a line: [引用日期], address, DOI, CSTR; and the line without them.</summary>
internal readonly record struct GbAccess(string Rest, ReferenceDate? Accessed, string? Url, string? Doi, string? Cstr)
{
    public static GbAccess Of(string text)
    {
        // The address first: it may have any of the other marks in it.
        var (rest, url) = CutAddress(text);
        (rest, var cstr) = Cut(rest, "CSTR:", "CSTR：");
        (rest, var doi) = Cut(rest, "DOI:", "DOI：", "DOI ");
        if (url is not null && DoiText.Plain(url) is { } resolved) (url, doi) = (null, doi ?? resolved);
        (rest, var accessed) = CutDate(rest);
        return new(rest.TrimEnd(' ', '.', '．', '。'), accessed, url, doi is null ? null : DoiText.Plain(doi) ?? doi, cstr);
    }

    /// <summary>From the mark to the next space; a stop at its end is the line's.</summary>
    private static (string Left, string? Value) Cut(string text, params ReadOnlySpan<string> marks)
    {
        foreach (var mark in marks)
        {
            var at = text.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            if (at < 0 || (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]))) continue;
            var begin = at + mark.Length;
            while (begin < text.Length && text[begin] == ' ') begin++;
            if (CutFrom(text, at, begin) is { Value.Length: > 0 } cut) return cut;
        }
        return (text, null);
    }

    private static (string Left, string? Value) CutAddress(string text)
    {
        var at = text.IndexOf("http", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && (text.AsSpan(at).StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.AsSpan(at).StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            ? CutFrom(text, at, at) : (text, null);
    }

    private static (string Left, string? Value) CutFrom(string text, int at, int begin)
    {
        var end = begin;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('，' or '。' or '；')) end++;
        return ($"{text[..at]} {text[end..]}", text[begin..end].TrimEnd('.', '．', ',', ';'));
    }

    private static (string Left, ReferenceDate? Date) CutDate(string text)
    {
        for (var open = text.AsSpan().LastIndexOfAny('[', '［'); open >= 0; open = open == 0 ? -1 : text.AsSpan(0, open).LastIndexOfAny('[', '［'))
        {
            var end = text.AsSpan(open, Math.Min(14, text.Length - open)).IndexOfAny(']', '］');
            if (end < 9 || DateText.Read(text.Substring(open + 1, end - 1)) is not { From.Day: > 0 } date) continue;
            return (text[..open] + text[(open + end + 1)..], date);
        }
        return (text, null);
    }
}
