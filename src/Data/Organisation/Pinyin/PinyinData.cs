using System.Collections.Frozen;

namespace HomeroomGraph.Data.Organisation;

/// <summary>The embedded readings (pinyin.txt, made by generate.mjs).</summary>
internal static class PinyinData
{
    private const string Resource = "Pinyin/pinyin.txt";

    private static readonly FrozenSet<string> AllSyllables;

    static PinyinData()
    {
        var sections = ReadSections();
        Syllables = sections[""]
            .SelectMany(line => line.Tail.Select(character => (character, Syllable: line.Head)))
            .ToFrozenDictionary(pair => pair.character, pair => pair.Syllable);
        AllSyllables = sections[""].Select(line => line.Head).ToFrozenSet();
        LongestSyllable = AllSyllables.Max(syllable => syllable.Length);
        Surnames = new PinyinWords(sections["[surnames]"]);
        Words = new PinyinWords(sections["[words]"]);
        Others = sections["[readings]"].ToFrozenDictionary(line => line.Head[0], line => line.Tail.Split(' '));
        Simplified = sections["[simplified]"].Single().Head.Chunk(2).ToFrozenDictionary(pair => pair[0], pair => pair[1]);
    }

    /// <summary>The usual reading of each single character.</summary>
    public static FrozenDictionary<char, string> Syllables { get; }

    /// <summary>The most letters of a syllable.</summary>
    public static int LongestSyllable { get; }

    /// <summary>Surnames that are read differently at the head of a name, and the compound ones.</summary>
    public static PinyinWords Surnames { get; }

    /// <summary>Words with a reading of their own.</summary>
    public static PinyinWords Words { get; }

    /// <summary>Beside the usual reading: what else is in use, or typed.</summary>
    public static FrozenDictionary<char, string[]> Others { get; }

    /// <summary>The simplified character of a traditional one.</summary>
    public static FrozenDictionary<char, char> Simplified { get; }

    public static bool IsSyllable(string letters) => AllSyllables.Contains(letters);

    /// <summary>The lines by the heading above them, each cut at its first space.</summary>
    private static Dictionary<string, List<(string Head, string Tail)>> ReadSections()
    {
        using var stream = typeof(PinyinData).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The embedded resource {Resource} is missing.");
        using var reader = new StreamReader(stream);
        var sections = new Dictionary<string, List<(string Head, string Tail)>> { [""] = [] };
        var current = sections[""];
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('['))
                sections.Add(line, current = []);
            else if (line.Length > 0)
                current.Add(SplitAtSpace(line));
        }

        return sections;
    }

    private static (string Head, string Tail) SplitAtSpace(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (line, "") : (line[..space], line[(space + 1)..]);
    }
}
