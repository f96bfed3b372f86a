using System.Collections.Frozen;

namespace HomeroomGraph.Data.Organisation;

/// <summary>Words with their readings, found by the longest one that a text begins with.</summary>
internal sealed class PinyinWords(IEnumerable<(string Word, string Reading)> words)
{
    private readonly FrozenDictionary<string, string> readings =
        words.ToFrozenDictionary(pair => pair.Word, pair => pair.Reading, StringComparer.Ordinal);

    public string? LongestAtStartOf(string text)
    {
        for (var length = Math.Min(4, text.Length); length > 0; length--)
        {
            if (readings.ContainsKey(text[..length]))
                return text[..length];
        }

        return null;
    }

    public string ReadingOf(string word) => readings[word];
}
