namespace HomeroomGraph.Data.Papers.References;

/// <summary>What stands before the code of type: authors, in the author-date system the year, and the title.</summary>
internal readonly record struct GbHead(string Authors, ReferenceDate? Year, string Title)
{
    private const int LongestAuthors = 2_000;

    public static GbHead Of(string before)
    {
        for (var from = 0; StopAt(before, from) is >= 0 and var stop; from = stop + 1)
        {
            var (authors, title) = (before[..stop].Trim(), before[(stop + 1)..].Trim());
            if (authors.Length > LongestAuthors || authors.AsSpan().IndexOfAny(":：《“") >= 0) break;
            if (title.Length == 0 || BeginsWithInitial(title) || (authors.Length < 6 && authors.Contains('.'))) continue;
            var (names, year) = WithoutYear(authors);
            return new(names, year, title);
        }
        return new("", null, before);
    }

    /// <summary>The next stop that can part elements: "．", ". ", or a stop between words of which one is Chinese.</summary>
    private static int StopAt(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            if (text[at] == '．') return at;
            if (text[at] != '.' || at == 0) continue;
            if (at + 1 == text.Length || text[at + 1] == ' ' || Scripts.IsHan(text[at + 1]) || Scripts.IsHan(text[at - 1]) || text[at + 1] is '《' or '“') return at;
        }
        return -1;
    }

    /// <summary>The stop before was an initial's: "Smith J. R., Doe A."</summary>
    private static bool BeginsWithInitial(string text) => text.Length > 1 && char.IsUpper(text[0]) && text[1] is '.' or ',' or '，';

    /// <summary>"张三, 李四, 2012a": the year at the end, perhaps in brackets.</summary>
    private static (string Names, ReferenceDate? Year) WithoutYear(string authors)
    {
        var comma = authors.AsSpan().LastIndexOfAny(',', '，');
        if (comma < 0) return (authors, null);
        var last = authors.AsSpan(comma + 1).Trim().Trim("[]［］");
        if (last is "无日期" or "n.d" or "n.d.") return (authors[..comma].Trim(), null);
        var plain = last.TrimStart('c').TrimEnd("abcdefghijklmnopqrstuvwxyz");
        return plain.Length >= 4 && plain[..4].IndexOfAnyExceptInRange('0', '9') < 0 && DateText.Read(plain.ToString().Replace('—', '/')) is { From: not null } year
            ? (authors[..comma].Trim(), year) : (authors, null);
    }
}
