namespace HomeroomGraph.Data.Papers.References;

/// <summary>出版地: 出版者, 出版年: 页码, of which each may be missing.</summary>
internal readonly record struct GbImprint(string? Place, string? Publisher, ReferenceDate? Issued, string? Pages)
{
    /// <param name="text">The element.</param>
    /// <param name="isDated">The year stands with the authors.</param>
    public static GbImprint? Of(string text, bool isDated)
    {
        var (rest, pages, issued) = (text.Trim(), (string?)null, (ReferenceDate?)null);
        if (LastColon(rest) is >= 0 and var colon && EndsWithDate(rest[..colon]) is not null)
        {
            (rest, pages) = (rest[..colon], rest[(colon + 1)..].Trim());
        }
        if (EndsWithDate(rest) is var (before, date)) (rest, issued) = (before, date);
        else if (!isDated) return null;
        else if (LastColon(rest) is > 0 and var last && rest[(last + 1)..].Trim() is { Length: <= 30 } end
            && (end.Any(char.IsAsciiDigit) || rest.AsSpan(0, last).IndexOfAny(':', '：') > 0))
            (rest, pages) = (rest[..last], end);
        var place = rest.AsSpan().IndexOfAny(':', '：');
        return place < 0 ? new(null, Said(rest), issued, Said(pages)) : new(Said(rest[..place]), Said(rest[(place + 1)..]), issued, Said(pages));
    }

    private static (string Before, ReferenceDate Date)? EndsWithDate(string text)
    {
        // 发布者（2024-07-19）: when an electronic document was made.
        if (text.Length > 0 && text[^1] is ')' or '）' && text.AsSpan().LastIndexOfAny('(', '（') is >= 0 and var open
            && DateText.Read(text[(open + 1)..^1]) is { From: not null } made)
            return (text[..open], made);
        var comma = text.AsSpan().LastIndexOfAny(',', '，');
        var last = (comma < 0 ? text : text[(comma + 1)..]).Trim().Trim('[', ']', '(', ')', '（', '）').TrimStart('c');
        return last.Length is >= 4 and <= 21 && last.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0
            && DateText.Read(last.Replace('—', '/')) is { From: not null } date ? (comma < 0 ? "" : text[..comma], date) : null;
    }

    private static int LastColon(string text) => text.AsSpan().LastIndexOfAny(':', '：');

    private static string? Said(string? text) => text?.Trim(' ', ',', '，') is { Length: > 0 } said ? said : null;
}
