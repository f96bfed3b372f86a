using System.Net;
using System.Text;

namespace HomeroomGraph.Data.Papers.References;

/// <summary>A text of a record from outside as plain text on one line: without tags, with entities decoded, spaces single.</summary>
internal static class PlainText
{
    private const int LongestTag = 200;

    /// <summary>Null where nothing is left.</summary>
    public static string? Of(string? text)
    {
        if (text is null) return null;
        if (text.AsSpan().IndexOfAny('<', '&') >= 0) text = WebUtility.HtmlDecode(WithoutTags(text));
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
            }
            else if (!char.IsSurrogate(c))
            {
                plain.Append(c);
            }
            else if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                // Half of one is no character, and no database takes it.
                plain.Append(c).Append(text[++at]);
            }
        }
        while (plain.Length > 0 && plain[^1] == ' ') plain.Length--;
        return plain.Length == 0 ? null : plain.ToString();
    }

    private static string WithoutTags(string text)
    {
        if (!text.Contains('<')) return text;
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '<' && at + 1 < text.Length && (char.IsAsciiLetter(text[at + 1]) || text[at + 1] == '/'))
            {
                var rest = text.AsSpan(at + 1, Math.Min(LongestTag, text.Length - at - 1));
                var end = rest.IndexOfAny('>', '<');
                if (end >= 0 && rest[end] == '>')
                {
                    at += end + 1;
                    continue;
                }
            }
            plain.Append(text[at]);
        }
        return plain.ToString();
    }
}
