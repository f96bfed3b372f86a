namespace HomeroomGraph.Data.Papers.References;

/// <summary>Where in a serial it stands: 刊名, 年, 卷(期): 页码. Read from its end, for a journal's name may have commas and parentheses of its own.</summary>
internal readonly record struct GbSerial(string? Name, ReferenceDate? Issued, string? Volume, string? Issue, string? Pages)
{
    /// <param name="text">The element, without what stands behind the pages.</param>
    /// <param name="year">Where it stands with the authors.</param>
    public static GbSerial Of(string text, ReferenceDate? year)
    {
        var (rest, pages) = CutPages(text);
        (rest, var issue) = CutIssue(rest);
        var (name, last) = CutLast(rest);
        if (last is null) return new(Said(rest), null, null, issue, pages);
        var (before, beforeLast) = CutLast(name);
        if (beforeLast is not null && DateOf(beforeLast) is { } then && IsVolume(last)) return new(Said(before), then, last, issue, pages);
        // What could be the year is a volume where another year was said.
        if (DateOf(last) is { } date && (year is null || date.From is { Month: > 0 } || date == year)) return new(Said(name), date, null, issue, pages);
        return IsVolume(last) ? new(Said(name), null, last, issue, pages) : new(Said(rest), null, null, issue, pages);
    }

    private static (string Left, string? Pages) CutPages(string text)
    {
        var colon = text.AsSpan().LastIndexOfAny(':', '：');
        if (colon < 0) return (text, null);
        var pages = text[(colon + 1)..].Trim();
        // A colon of the journal's name has no page behind it.
        return pages.Length is > 0 and <= 60 && pages.Any(char.IsAsciiDigit) && !pages.Contains('(') && !pages.Contains('（')
            ? (text[..colon].TrimEnd(), pages.Replace('—', '-').Replace('–', '-').Replace('～', '-').Replace('－', '-')) : (text, null);
    }

    private static (string Left, string? Issue) CutIssue(string text)
    {
        if (text.Length == 0 || text[^1] is not (')' or '）')) return (text, null);
        var open = text.AsSpan().LastIndexOfAny('(', '（');
        var issue = open < 0 ? "" : text[(open + 1)..^1].Trim();
        return issue.Length is > 0 and <= 30 && (issue.Any(char.IsAsciiDigit) || issue.Contains('刊') || issue.Contains("Suppl", StringComparison.OrdinalIgnoreCase))
            ? (text[..open].TrimEnd(), issue) : (text, null);
    }

    private static (string Left, string? Last) CutLast(string text)
    {
        var comma = text.AsSpan().LastIndexOfAny(',', '，');
        return comma < 0 ? (text, null) : (text[..comma].Trim(), text[(comma + 1)..].Trim());
    }

    /// <summary>A year, or a day, perhaps in brackets.</summary>
    private static ReferenceDate? DateOf(string text)
    {
        var plain = text.Trim('[', ']', ' ').TrimStart('c');
        return plain.Length is >= 4 and <= 21 && plain.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0 && DateText.Read(plain) is { From: not null } date ? date : null;
    }

    private static bool IsVolume(string text) => text.Length is > 0 and <= 15 && text.Any(char.IsAsciiDigit) && !text.Contains(' ');

    private static string? Said(string text) => text.Trim(' ', ',', '，') is { Length: > 0 } said ? said : null;
}
