using System.Buffers;
using System.Text;

namespace HomeroomGraph.Data.Papers.References;

/// <summary>A text of a record as it is printed: without the markup that CSL allows, and with the quotation marks and apostrophes of print.</summary>
internal static class PrintedText
{
    private static readonly string[] Tags = ["i", "b", "sc", "sup", "sub", "span"];

    private static readonly SearchValues<char> Special = SearchValues.Create("<'\"\n\r\t\u2028\u2029\u0085");

    /// <summary>Two spaces (between the parts of a standard's title) stay two in HTML too.</summary>
    public static string Of(string text) =>
        (text.AsSpan().IndexOfAny(Special) < 0 ? text : Quoted(OnOneLine(WithoutTags(text)))).Replace("  ", "\u00A0 ", StringComparison.Ordinal);

    public static string WithoutTags(string text)
    {
        if (!text.Contains('<')) return text;
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == '<' && TagAt(text, at) is > 0 and var length) at += length;
            else plain.Append(text[at++]);
        }
        return plain.ToString();
    }

    private static string OnOneLine(string text) =>
        text.Any(c => c != ' ' && char.IsWhiteSpace(c) && Special.Contains(c)) ? string.Join(' ', text.Split(['\n', '\r', '\t', '\u2028', '\u2029', '\u0085'], StringSplitOptions.RemoveEmptyEntries)) : text;

    private static int TagAt(string text, int at)
    {
        var name = text.AsSpan(at + 1);
        if (name.StartsWith("/")) name = name[1..];
        foreach (var tag in Tags)
        {
            if (!name.StartsWith(tag, StringComparison.Ordinal)) continue;
            var rest = name[tag.Length..];
            var end = rest.Length > 110 ? rest[..110].IndexOf('>') : rest.IndexOf('>');
            if (end >= 0 && (end == 0 || rest[0] == ' ') && !rest[..end].Contains('<')) return text.Length - at - rest.Length + end + 1;
        }
        return 0;
    }

    private static string Quoted(string text)
    {
        if (text.AsSpan().IndexOfAny('\'', '"') < 0) return text;
        var printed = text.ToCharArray();
        var (openDouble, openSingle) = (-1, -1);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '"') openDouble = Double(printed, text, at, openDouble, openSingle);
            else if (text[at] == '\'') openSingle = Single(printed, text, at, openDouble, openSingle);
        }
        return new(printed);
    }

    private static int Double(char[] printed, string text, int at, int open, int openSingle)
    {
        if (open >= 0 && Closes(text, at))
        {
            (printed[open], printed[at]) = openSingle >= 0 && openSingle < open ? ('‘', '’') : ('“', '”');
            return -1;
        }
        return open < 0 && Opens(text, at) ? at : open;
    }

    /// <summary>An apostrophe, unless a pair of them quotes.</summary>
    private static int Single(char[] printed, string text, int at, int openDouble, int open)
    {
        printed[at] = '’';
        if (open >= 0 && Closes(text, at))
        {
            (printed[open], printed[at]) = openDouble >= 0 && openDouble < open ? ('‘', '’') : ('“', '”');
            return -1;
        }
        return open < 0 && Opens(text, at) ? at : open;
    }

    private static bool Opens(string text, int at) =>
        (at == 0 || text[at - 1] is ' ' or '(' or '[' or '"' or '\'' or '—' or '/') && at + 1 < text.Length && text[at + 1] != ' ';

    private static bool Closes(string text, int at) =>
        text[at - 1] != ' ' && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]));
}
