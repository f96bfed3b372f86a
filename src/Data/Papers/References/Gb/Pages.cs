namespace HomeroomGraph.Data.Papers.References;

/// <summary>
/// Pages (引文页码: 8.6 of 2015, 7.7 of 2025), ranges with a hyphen and both ends whole: "337–45" is "337-345". An article without pages has its number.
/// </summary>
internal static class Pages
{
    public static void Write(in Entry e, string? pages)
    {
        if (pages is not { Length: > 0 }) return;
        if (pages.AsSpan().IndexOfAny('-', '–', '&') < 0)
        {
            e.Write(pages);
            return;
        }
        var rest = PrintedText.Of(pages.Replace("&", " & ", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal)).AsSpan();
        while (rest.Length > 0)
        {
            var digits = DigitsAtStart(rest);
            if (digits > 0)
            {
                e.Text.Append(rest[..digits]);
                rest = WriteEndOfRange(e, rest[..digits], rest[digits..]);
            }
            else if (rest[0] is '-' or '–')
            {
                e.Text.Append('-');
                rest = rest.TrimStart("-–");
            }
            else
            {
                e.Text.Append(rest[0]);
                rest = rest[1..];
            }
        }
    }

    private static ReadOnlySpan<char> WriteEndOfRange(scoped in Entry e, ReadOnlySpan<char> first, ReadOnlySpan<char> rest)
    {
        var end = rest.TrimStart("-–");
        var digits = DigitsAtStart(end);
        if (end.Length == rest.Length || digits == 0) return rest;
        e.Text.Append('-');
        // A letter behind it is part of the page: 12-3a.
        if (digits < first.Length && (digits == end.Length || !char.IsLetter(end[digits]))) e.Text.Append(first[..^digits]);
        e.Text.Append(end[..digits]);
        return end[digits..];
    }

    private static int DigitsAtStart(ReadOnlySpan<char> text)
    {
        var other = text.IndexOfAnyExceptInRange('0', '9');
        return other < 0 ? text.Length : other;
    }
}
