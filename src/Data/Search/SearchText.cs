using System.Globalization;
using System.Text;
using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Search;

/// <summary>
/// Reads what somebody types to search. Words stand apart by spaces and commas, and a row must have all of them. A word is Chinese, or Latin
/// letters and digits (themselves, pinyin or initials), or both in turn, one after the other: 王xiaoming. Width, case, accents and other
/// punctuation don't count, traditional characters count as simplified ones, <c>ü</c> as <c>v</c>.
/// </summary>
public static class SearchText
{
    // As long as the tokens of search.tokens_of.
    private const int WrittenLength = 6, SpokenLength = 20;

    private static readonly char[] BetweenWords = [',', '，', '、', ';', '；', '|'];

    /// <summary>What must be found; nothing where no letter and no digit was typed.</summary>
    public static IReadOnlyList<SearchPiece> Read(string typed)
    {
        var words = typed.Split(BetweenWords).SelectMany(part => part.Split(null as char[])).Select(PlainPinyin).Where(word => word.Length > 0);
        return [.. words.Distinct().SelectMany(PiecesOf)];
    }

    /// <summary>What of a text counts: the same as <c>search.plain</c> of the database.</summary>
    public static string Plain(string entered)
    {
        var plain = new StringBuilder();
        var bare = string.Concat(entered.Normalize(NormalizationForm.FormKD).Where(character => character is < '\u0300' or > '\u036F'));
        foreach (var rune in bare.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.LetterNumber)
                plain.Append(Rune.ToLowerInvariant(rune));
        }

        return plain.ToString();
    }

    // Tone marks fall away with the accents, and the dots of ü would too.
    private static string PlainPinyin(string word)
    {
        var composed = word.Normalize(NormalizationForm.FormC).ToLowerInvariant();
        return Simplify(Plain(string.Concat(composed.Select(character => character is 'ü' or 'ǖ' or 'ǘ' or 'ǚ' or 'ǜ' ? 'v' : character))));
    }

    private static string Simplify(string text) =>
        string.Concat(text.Select(character => PinyinData.Simplified.GetValueOrDefault(character, character)));

    private static IEnumerable<SearchPiece> PiecesOf(string word)
    {
        var parts = Runs(word).SelectMany(run => IsLatin(run[0]) ? LatinParts(run) : ChineseParts(run)).ToList();
        if (parts.Count == 1)
            return [new SearchPiece(parts[0], null, 0, 0)];
        return parts.Zip(parts.Skip(1), (part, next) =>
        {
            // Of Latin letters it is open how many characters they stand for.
            var characters = part.EnumerateRunes().Count();
            return new SearchPiece(part, next, IsLatin(part[0]) ? 1 : characters, characters);
        });
    }

    private static IEnumerable<string> Runs(string word)
    {
        for (int from = 0, to = 1; from < word.Length; from = to++)
        {
            while (to < word.Length && IsLatin(word[to]) == IsLatin(word[from]))
                to++;
            yield return word[from..to];
        }
    }

    private static IEnumerable<string> ChineseParts(string run) => run.EnumerateRunes().Chunk(WrittenLength).Select(part => string.Concat(part));

    /// <summary>Cuts letters that are longer than a token where a syllable ends, if they can be read as syllables.</summary>
    private static IEnumerable<string> LatinParts(string run)
    {
        var rest = run;
        while (rest.Length > SpokenLength)
        {
            var length = EndsOfSyllables(rest).LastOrDefault(SpokenLength);
            yield return rest[..length];
            rest = rest[length..];
        }

        yield return rest;
    }

    /// <summary>Where, within a token's length, a row of whole syllables can end before what again begins like one.</summary>
    private static IEnumerable<int> EndsOfSyllables(string letters)
    {
        var reached = new HashSet<int> { 0 };
        for (var end = 1; end <= SpokenLength; end++)
        {
            var isEnd = reached.Any(start => end - start <= PinyinData.LongestSyllable && PinyinData.IsSyllable(letters[start..end]));
            if (!isEnd)
                continue;
            reached.Add(end);
            var next = letters[end..Math.Min(letters.Length, end + PinyinData.LongestSyllable)];
            if (Enumerable.Range(1, next.Length).Any(length => PinyinData.IsSyllable(next[..length])))
                yield return end;
        }
    }

    private static bool IsLatin(char character) => char.IsAscii(character);
}
