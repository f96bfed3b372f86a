using System.Collections.Concurrent;
using System.Globalization;
using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Papers.References;

/// <summary>
/// What a Chinese name is ordered by: a collation orders characters by their usual reading, and a surname can have another (曾 is zeng, 单 is shan). Such a name gets a
/// character of its reading before it, and so stands among those.
/// </summary>
internal static class PinyinOrder
{
    private const int LongestPersonalName = 4;

    /// <summary>Han characters go by pinyin in this order, and before other scripts.</summary>
    public static readonly CompareInfo Order = CultureInfo.GetCultureInfo("zh-CN").CompareInfo;

    private static readonly ConcurrentDictionary<string, string> CharacterOf = new();

    public static string Of(string name)
    {
        if (name.Length is < 2 or > LongestPersonalName || PinyinData.Surnames.LongestAtStartOf(name) is not { } surname) return name;
        var reading = PinyinData.Surnames.ReadingOf(surname);
        var syllable = reading.IndexOf(' ') is > 0 and var end ? reading[..end] : reading;
        return PinyinData.Syllables.GetValueOrDefault(name[0]) == syllable ? name : CharacterOf.GetOrAdd(syllable, MiddleOf) + name;
    }

    /// <summary>Of the characters with a reading the one in the middle of their order: a few at its ends have another reading there.</summary>
    private static string MiddleOf(string syllable)
    {
        var characters = PinyinData.Syllables.Where(pair => pair.Value == syllable).Select(pair => pair.Key.ToString()).ToArray();
        Array.Sort(characters, Order.Compare);
        return characters.Length == 0 ? "" : characters[characters.Length / 2];
    }
}
