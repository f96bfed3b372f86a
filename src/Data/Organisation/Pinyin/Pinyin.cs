namespace HomeroomGraph.Data.Organisation;

/// <summary>
/// Readings of Chinese names, for sorting and searching (rule O5): lower-case ASCII without tones, a space between
/// syllables, <c>ü</c> as <c>v</c>. Only a guess where a character has several readings, so a stored reading wins.
/// </summary>
public static class Pinyin
{
    /// <summary>The reading of a person's name, surname first and read as a surname: 单伟 is "shan wei", 长孙丽 "zhang sun li".</summary>
    public static string OfName(string name)
    {
        var characters = name.Trim();
        var surname = PinyinData.Surnames.LongestAtStartOf(characters);
        return surname is null || (surname.Length > 1 && surname.Length == characters.Length)
            ? OfText(characters)
            : Join(PinyinData.Surnames.ReadingOf(surname), OfText(characters[surname.Length..]));
    }

    /// <summary>The reading of any other name, such as a school's: 重庆路小学 is "chong qing lu xiao xue".</summary>
    public static string OfText(string text)
    {
        var syllables = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var rest = text[at..];
            if (PinyinData.Words.LongestAtStartOf(rest) is { } word)
            {
                syllables.Add(PinyinData.Words.ReadingOf(word));
                at += word.Length;
            }
            else if (PinyinData.Syllables.TryGetValue(text[at], out var syllable))
            {
                syllables.Add(syllable);
                at++;
            }
            else
            {
                var latin = LatinAtStartOf(rest);
                if (latin.Length > 0)
                    syllables.Add(latin.ToLowerInvariant());
                at += Math.Max(1, latin.Length);
            }
        }

        return string.Join(' ', syllables);
    }

    // A run of ASCII letters and digits is one syllable; anything else (dots, brackets, spaces) only separates.
    private static string LatinAtStartOf(string text)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiLetterOrDigit(text[length]))
            length++;
        return text[..length];
    }

    private static string Join(string first, string second) => second.Length == 0 ? first : $"{first} {second}";
}
