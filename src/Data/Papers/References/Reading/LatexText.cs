using System.Collections.Frozen;
using System.Text;

namespace HomeroomGraph.Data.Papers.References;

/// <summary>TeX as plain text: accents, special letters, dashes and quotes; of commands that only shape the text, the text.</summary>
internal static class LatexText
{
    private static readonly FrozenDictionary<char, char> Accents = new Dictionary<char, char>
    {
        ['`'] = '\u0300', ['\''] = '\u0301', ['^'] = '\u0302', ['~'] = '\u0303', ['='] = '\u0304', ['u'] = '\u0306', ['.'] = '\u0307', ['"'] = '\u0308',
        ['r'] = '\u030A', ['H'] = '\u030B', ['v'] = '\u030C', ['d'] = '\u0323', ['c'] = '\u0327', ['k'] = '\u0328', ['b'] = '\u0331',
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Commands = new Dictionary<string, string>
    {
        ["ss"] = "ß", ["ae"] = "æ", ["AE"] = "Æ", ["oe"] = "œ", ["OE"] = "Œ", ["o"] = "ø", ["O"] = "Ø", ["aa"] = "å", ["AA"] = "Å", ["l"] = "ł", ["L"] = "Ł",
        ["i"] = "ı", ["j"] = "ȷ", ["dh"] = "ð", ["th"] = "þ", ["textbackslash"] = "\\", ["textasciitilde"] = "~", ["textasciicircum"] = "^",
        ["textendash"] = "–", ["textemdash"] = "—", ["textquoteright"] = "’", ["textquoteleft"] = "‘", ["textquotedblleft"] = "“", ["textquotedblright"] = "”",
        ["ldots"] = "…", ["dots"] = "…", ["textunderscore"] = "_", ["textdollar"] = "$", ["textbar"] = "|", ["textless"] = "<", ["textgreater"] = ">",
        ["alpha"] = "α", ["beta"] = "β", ["gamma"] = "γ", ["delta"] = "δ", ["mu"] = "μ", ["pi"] = "π", ["times"] = "×", ["pm"] = "±", ["copyright"] = "©",
    }.ToFrozenDictionary();

    public static string Of(string tex)
    {
        if (tex.AsSpan().IndexOfAny("\\{}~$`'-\n") < 0) return tex;
        var text = new StringBuilder(tex.Length);
        for (var at = 0; at < tex.Length;)
        {
            var c = tex[at];
            if (c == '\\') at = Command(tex, at + 1, text);
            else at = Plain(tex, at, c, text);
        }
        // A lone half of a surrogate can't be normalised.
        return text.Replace("ı\u0301", "í").Replace("ı\u0300", "ì").Replace("ı\u0302", "î").Replace("ı\u0308", "ï").ToString();
    }

    private static int Plain(string tex, int at, char c, StringBuilder text)
    {
        bool Repeats(int times)
        {
            for (var n = 1; n < times; n++)
                if (at + n >= tex.Length || tex[at + n] != c) return false;
            return true;
        }

        switch (c)
        {
            case '{' or '}' or '$':
                return at + 1;
            case '~' or '\n' or '\r' or '\t':
                text.Append(' ');
                return at + 1;
            case '-' when Repeats(3):
                text.Append('—');
                return at + 3;
            case '-' when Repeats(2):
                text.Append('–');
                return at + 2;
            case '`' when Repeats(2):
                text.Append('“');
                return at + 2;
            case '\'' when Repeats(2):
                text.Append('”');
                return at + 2;
            case '`':
                text.Append('‘');
                return at + 1;
            default:
                text.Append(c);
                return at + 1;
        }
    }

    private static int Command(string tex, int at, StringBuilder text)
    {
        if (at >= tex.Length) return at;
        var c = tex[at];
        if (!char.IsAsciiLetter(c))
        {
            if (!Accents.TryGetValue(c, out var mark))
            {
                // An escaped character; a broken line or thin space is a space.
                if (c is '\\' or ',' or ' ' or ';' or ':' or '/') text.Append(c == '/' ? "" : " ");
                else text.Append(c);
                return at + 1;
            }
            return Accented(tex, at + 1, mark, text);
        }
        var end = at;
        while (end < tex.Length && char.IsAsciiLetter(tex[end])) end++;
        var name = tex[at..end];
        if (name.Length == 1 && Accents.TryGetValue(c, out var accent) && end < tex.Length && tex[end] is '{' or ' ' or '\\')
            return Accented(tex, end, accent, text);
        if (Commands.TryGetValue(name, out var letter)) text.Append(letter);
        while (end < tex.Length && tex[end] == ' ') end++;
        return end;
    }

    /// <summary>The letter after an accent, in braces or not, perhaps a dotless i.</summary>
    private static int Accented(string tex, int at, char mark, StringBuilder text)
    {
        while (at < tex.Length && tex[at] is ' ' or '{') at++;
        if (at >= tex.Length || tex[at] == '}') return at;
        string letter;
        if (tex[at] == '\\')
        {
            var begin = ++at;
            while (at < tex.Length && char.IsAsciiLetter(tex[at])) at++;
            letter = tex[begin..at] switch { "i" => "i", "j" => "j", var name => Commands.GetValueOrDefault(name, "") };
        }
        else
        {
            letter = tex[at++].ToString();
        }
        if (letter.Length == 1 && char.IsLetter(letter[0])) text.Append($"{letter}{mark}".Normalize(NormalizationForm.FormC));
        else text.Append(letter);
        return at;
    }
}
