using System.Text;
using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Gateway.Tests.Search;

/// <summary>What the database knows of characters.</summary>
internal sealed class Readings
{
    private readonly Dictionary<char, string[]> _others = [], _othersInWords = [];

    public Dictionary<char, string> Usual { get; } = [];

    public Dictionary<char, char> Simplified { get; } = [];

    public static async Task<Readings> ReadAsync(NpgsqlDataSource owner)
    {
        var readings = new Readings();
        foreach (string line in await owner.ColumnAsync<string>("""
            select concat_ws(',', character, coalesce(reading, ''), coalesce(simplified, ''), array_to_string(others, ' '), array_to_string(in_words, ' '))
            from search.character
            """))
        {
            string[] parts = [.. line.Split(','), "", ""];
            char character = parts[0][0];
            readings.Usual[character] = parts[1];
            if (parts[2].Length > 0) readings.Simplified[character] = parts[2][0];
            if (parts[3].Length > 0) readings._others[character] = parts[3].Split(' ');
            if (parts[4].Length > 0) readings._othersInWords[character] = parts[4].Split(' ');
        }
        return readings;
    }

    public string[] Others(char character) => _others.GetValueOrDefault(character, []);

    public string[] OthersInWords(char character) => _othersInWords.GetValueOrDefault(character, []);

    /// <summary>What of the demo's texts counts: they have Chinese, Latin letters, digits and punctuation.</summary>
    public string Plain(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(char.IsLetterOrDigit));
}
