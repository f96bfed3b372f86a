namespace HomeroomGraph.Data.Papers.References;

/// <summary>The initials of given names, a space between them and no mark behind: "Peyton Z." is "P Z". What begins small is kept: "Ludwig van" is "L van".</summary>
internal static class Initials
{
    /// <param name="e">Where to.</param>
    /// <param name="given">The given names.</param>
    /// <param name="keepsHyphen">"Jung-Ran" is "J-R" and not "J R".</param>
    public static void Write(in Entry e, ReadOnlySpan<char> given, bool keepsHyphen)
    {
        var words = e.Text.Between(" ");
        var afterHyphen = false;
        while (given.Length > 0)
        {
            var end = given.IndexOfAny(" .-\u2010\u00A0");
            var word = end < 0 ? given : given[..end];
            if (word.Length > 0)
            {
                var isName = char.IsUpper(word[0]) || (afterHyphen && char.IsLetter(word[0]));
                words.Next();
                if (afterHyphen && keepsHyphen && !words.IsEmpty) words.Behind().Append('-');
                if (isName) e.Text.Append(char.ToUpperInvariant(word[0]));
                else WriteWhole(e, word, end >= 0 && given[end] == '.');
            }
            if (end < 0) return;
            // The stop of an initial may stand before the hyphen: "J.-P.".
            afterHyphen = given[end] is '-' or '\u2010' && !words.IsEmpty;
            given = given[(end + 1)..];
        }
    }

    private static void WriteWhole(in Entry e, ReadOnlySpan<char> word, bool hasStop)
    {
        e.Text.Append(word);
        if (hasStop) e.Text.Append('.');
    }
}
