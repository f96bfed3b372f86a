using System.Collections.Frozen;

namespace HomeroomGraph.Data.Organisation;

/// <summary>The embedded readings (pinyin.txt, made by generate.mjs).</summary>
internal static class PinyinData
{
    private const string Resource = "Pinyin/pinyin.txt";

    static PinyinData()
    {
        var lines = ReadLines();
        var surnames = Array.IndexOf(lines, "[surnames]");
        var words = Array.IndexOf(lines, "[words]");
        Syllables = lines[..surnames]
            .Select(SplitAtSpace)
            .SelectMany(line => line.Tail.Select(character => (character, Syllable: line.Head)))
            .ToFrozenDictionary(pair => pair.character, pair => pair.Syllable);
        Surnames = new PinyinWords(lines[(surnames + 1)..words].Select(SplitAtSpace));
        Words = new PinyinWords(lines[(words + 1)..].Where(line => line.Length > 0).Select(SplitAtSpace));
    }

    /// <summary>The usual reading of each single character.</summary>
    public static FrozenDictionary<char, string> Syllables { get; }

    /// <summary>Surnames that are read differently at the head of a name, and the compound ones.</summary>
    public static PinyinWords Surnames { get; }

    /// <summary>Words with a reading of their own.</summary>
    public static PinyinWords Words { get; }

    private static string[] ReadLines()
    {
        using var stream = typeof(PinyinData).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The embedded resource {Resource} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n');
    }

    private static (string Head, string Tail) SplitAtSpace(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        return (line[..space], line[(space + 1)..]);
    }
}

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
