namespace HomeroomGraph.Data.Papers.References;

/// <summary>Whether a text is a number, or several: "2", "12B", "1-2", "1, 3"; "第1册" and "1.2" are none.</summary>
internal static class Numerals
{
    public static bool AreNumbers(string text)
    {
        var at = 0;
        while (true)
        {
            if (at < text.Length && char.IsAsciiLetter(text[at])) at++;
            var digits = at;
            while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
            if (at == digits) return false;
            while (at < text.Length && char.IsAsciiLetter(text[at])) at++;
            if (at == text.Length) return true;
            var mark = at;
            while (at < text.Length && text[at] is ' ' or '-' or '–' or ',' or '&') at++;
            if (at == mark || text.AsSpan(mark, at - mark).IsWhiteSpace()) return false;
        }
    }

    public static bool AreSeveral(string text) => text.AsSpan().IndexOfAny('-', '–', ',') > 0 || text.Contains('&');

    /// <summary>The English ending of an ordinal: 1st, 2nd, 3rd, 4th, 11th.</summary>
    public static string OrdinalEnding(int number) => (number % 100) is >= 11 and <= 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };
}
