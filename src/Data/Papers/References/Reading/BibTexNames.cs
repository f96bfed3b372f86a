namespace HomeroomGraph.Data.Papers.References;

/// <summary>Names of a BibTeX field: parted by "and", each as "First von Last", "von Last, First" or "von Last, Jr, First"; what is in braces is one word.</summary>
/// <remarks>Source: btxdoc, 4.</remarks>
internal static class BibTexNames
{
    /// <param name="tex">The field.</param>
    /// <param name="most">No more than these are taken apart.</param>
    /// <param name="hasOthers">It says that there are more.</param>
    public static List<ReferenceName> Of(string tex, int most, out bool hasOthers)
    {
        hasOthers = false;
        var names = new List<ReferenceName>();
        foreach (var part in SplitAtAnd(tex))
        {
            var name = part.Trim();
            if (name.Equals("others", StringComparison.OrdinalIgnoreCase)) hasOthers = true;
            else if (name.Length > 0 && names.Count < most) names.Add(Name(name));
        }
        return names;
    }

    private static IEnumerable<string> SplitAtAnd(string tex)
    {
        var (depth, begin) = (0, 0);
        for (var at = 0; at < tex.Length; at++)
        {
            if (tex[at] == '\\') at++;
            else if (tex[at] == '{') depth++;
            else if (tex[at] == '}') depth--;
            else if (depth == 0 && char.IsWhiteSpace(tex[at]) && IsAnd(tex, at + 1))
            {
                yield return tex[begin..at];
                begin = at + 5;
                at += 3;
            }
        }
        yield return tex[Math.Min(begin, tex.Length)..];
    }

    private static bool IsAnd(string tex, int at) =>
        at + 3 < tex.Length && tex.AsSpan(at, 3).Equals("and", StringComparison.OrdinalIgnoreCase) && char.IsWhiteSpace(tex[at + 3]);

    private static ReferenceName Name(string tex)
    {
        if (tex[0] == '{' && ClosesAtEnd(tex)) return ReferenceName.Of(Text(tex));
        var parts = Split(tex, ',');
        if (parts.Count == 1)
        {
            var whole = Text(tex);
            if (Scripts.HasHan(whole)) return ReferenceName.Of(whole);
            return OfWords(Split(tex, ' ').Select(Text).Where(word => word.Length > 0).ToList());
        }
        var family = Split(parts[0], ' ').Select(Text).Where(word => word.Length > 0).ToList();
        var particles = family.TakeWhile((word, at) => at < family.Count - 1 && char.IsLower(word[0])).Count();
        return new()
        {
            NonDroppingParticle = particles > 0 ? string.Join(' ', family.Take(particles)) : null,
            Family = string.Join(' ', family.Skip(particles)),
            Suffix = parts.Count > 2 ? Text(parts[1]) : null,
            Given = Text(parts[^1]) is { Length: > 0 } given ? given : null,
        };
    }

    private static ReferenceName OfWords(List<string> words)
    {
        if (words.Count <= 1) return ReferenceName.Of(words.Count == 0 ? "" : words[0]);
        var von = words.FindIndex(0, words.Count - 1, word => char.IsLower(word[0]));
        var last = von < 0 ? words.Count - 1 : words.FindLastIndex(words.Count - 2, word => char.IsLower(word[0])) + 1;
        return new()
        {
            Given = von == 0 ? null : string.Join(' ', words.Take(von < 0 ? last : von)),
            NonDroppingParticle = von < 0 ? null : string.Join(' ', words.Skip(von).Take(last - von)),
            Family = string.Join(' ', words.Skip(last)),
        };
    }

    private static string Text(string tex) => PlainText.Of(LatexText.Of(tex)) ?? "";

    private static bool ClosesAtEnd(string tex)
    {
        var depth = 0;
        for (var at = 0; at < tex.Length; at++)
        {
            if (tex[at] == '\\') at++;
            else if (tex[at] == '{') depth++;
            else if (tex[at] == '}' && --depth == 0) return at == tex.Length - 1;
        }
        return false;
    }

    private static List<string> Split(string tex, char mark)
    {
        var parts = new List<string>();
        var (depth, begin) = (0, 0);
        for (var at = 0; at < tex.Length; at++)
        {
            if (tex[at] == '\\') at++;
            else if (tex[at] == '{') depth++;
            else if (tex[at] == '}') depth--;
            else if (depth == 0 && (tex[at] == mark || (mark == ' ' && (char.IsWhiteSpace(tex[at]) || tex[at] == '~'))))
            {
                parts.Add(tex[begin..at]);
                begin = at + 1;
            }
        }
        parts.Add(tex[begin..]);
        return parts;
    }
}
