using System.Text;

namespace HomeroomGraph.Data.Papers.References;

/// <summary>An entry of a BibTeX file as it stands: fields with their TeX.</summary>
/// <param name="Type">Lower case: article.</param>
/// <param name="Key">The key.</param>
/// <param name="Fields">By name in lower case; the first of a name counts.</param>
internal sealed record BibTexSource(string Type, string Key, Dictionary<string, string> Fields);

/// <summary>
/// Reads BibTeX from beginning to end, each character once: entries in braces or parentheses, nested braces, quotes, numbers, strings by name, and pieces
/// joined by #. What is outside of entries is comment. Nothing it meets stops it; what is not closed ends with the text.
/// </summary>
/// <remarks>Source: btxdoc, and bibtex.web for what it takes.</remarks>
internal sealed class BibTexParser(string text)
{
    private const int MostStrings = 500, LongestValue = 40_000;

    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private readonly Dictionary<string, string> strings = Months.ToDictionary(month => month[..3].ToLowerInvariant(), month => month);
    private int at;

    /// <summary>A brace or quote was never closed.</summary>
    public bool IsUnclosed { get; private set; }

    /// <summary>The first entry, and how many there are.</summary>
    public (BibTexSource? First, int Count) Read()
    {
        BibTexSource? first = null;
        var count = 0;
        while ((at = text.IndexOf('@', Math.Min(at, text.Length))) >= 0)
        {
            at++;
            var type = Word().ToLowerInvariant();
            SkipSpace();
            if (type.Length == 0 || at >= text.Length || text[at] is not ('{' or '(')) continue;
            var close = text[at] == '{' ? '}' : ')';
            at++;
            if (type is "comment" or "preamble") SkipBlock(close);
            else if (type == "string") ReadString(close);
            else if (Entry(type, close) is var entry && count++ == 0) first = entry;
        }
        return (first, count);
    }

    private BibTexSource Entry(string type, char close)
    {
        SkipSpace();
        var begin = at;
        while (at < text.Length && text[at] != ',' && text[at] != close && text[at] != '=') at++;
        var key = text[begin..at].Trim();
        var fields = new Dictionary<string, string>();
        if (at < text.Length && text[at] == '=')
        {
            // No key: this is a field already.
            at = begin;
            key = "";
        }
        while (at < text.Length && text[at] != close)
        {
            if (text[at] == ',' || char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }
            var name = Word().ToLowerInvariant();
            SkipSpace();
            if (name.Length > 0 && at < text.Length && text[at] == '=')
            {
                at++;
                fields.TryAdd(name, Value(close));
            }
            else if (name.Length == 0)
            {
                at++;
            }
        }
        if (at >= text.Length) IsUnclosed = true;
        at++;
        return new(type, key, fields);
    }

    private void ReadString(char close)
    {
        SkipSpace();
        var name = Word().ToLowerInvariant();
        SkipSpace();
        if (name.Length > 0 && at < text.Length && text[at] == '=')
        {
            at++;
            var value = Value(close);
            if (strings.Count < MostStrings) strings[name] = value;
        }
        while (at < text.Length && text[at] != close) at++;
        at++;
    }

    /// <summary>Pieces joined by #; no longer than is of use.</summary>
    private string Value(char close)
    {
        var value = new StringBuilder();
        while (true)
        {
            SkipSpace();
            if (at >= text.Length || text[at] is ',' || text[at] == close) break;
            var piece = text[at] switch
            {
                '{' => Braced(),
                '"' => Quoted(),
                _ => Named(close),
            };
            if (value.Length + piece.Length <= LongestValue) value.Append(piece);
            SkipSpace();
            if (at >= text.Length || text[at] != '#') break;
            at++;
        }
        return value.ToString();
    }

    private string Braced()
    {
        var begin = ++at;
        var depth = 1;
        for (; at < text.Length; at++)
        {
            if (text[at] == '\\') at++;
            else if (text[at] == '{') depth++;
            else if (text[at] == '}' && --depth == 0) return text[begin..at++];
        }
        IsUnclosed = true;
        at = text.Length;
        return text[begin..];
    }

    private string Quoted()
    {
        var begin = ++at;
        var depth = 0;
        for (; at < text.Length; at++)
        {
            if (text[at] == '\\') at++;
            else if (text[at] == '{') depth++;
            else if (text[at] == '}') depth--;
            else if (text[at] == '"' && depth <= 0) return text[begin..at++];
        }
        IsUnclosed = true;
        at = text.Length;
        return text[begin..];
    }

    private string Named(char close)
    {
        var begin = at;
        while (at < text.Length && text[at] is not (',' or '#') && text[at] != close && !char.IsWhiteSpace(text[at])) at++;
        if (at == begin) at++;
        var name = text[begin..Math.Min(at, text.Length)];
        return strings.GetValueOrDefault(name.ToLowerInvariant(), name);
    }

    private void SkipBlock(char close)
    {
        var depth = 1;
        var open = close == '}' ? '{' : '(';
        for (; at < text.Length && depth > 0; at++)
            if (text[at] == open) depth++;
            else if (text[at] == close) depth--;
    }

    private string Word()
    {
        SkipSpace();
        var begin = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '-' or '_' or '+' or '.' or ':')) at++;
        return text[begin..at];
    }

    private void SkipSpace()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
    }
}
