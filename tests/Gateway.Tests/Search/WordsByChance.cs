namespace HomeroomGraph.Gateway.Tests.Search;

/// <summary>What somebody may type to find one of these texts, or nearly: each word as its parts, Chinese and Latin in turn.</summary>
internal sealed class WordsByChance(Readings readings, Random chance, IReadOnlyList<string> texts)
{
    public string[][] Next() => [.. Enumerable.Range(0, chance.Next(4) == 0 ? 2 : 1).Select(_ => Word())];

    private string[] Word()
    {
        string text = texts[chance.Next(texts.Count)];
        if (text.Length == 0) return ["x"];
        int at = chance.Next(3) == 0 ? 0 : chance.Next(text.Length);
        // Words that are longer are cut into parts, of which SearchTextTests tell.
        string piece = text[at..Math.Min(text.Length, at + chance.Next(1, 7))];
        if (piece.Any(char.IsAscii)) return piece.All(char.IsAscii) ? [piece] : ["学"];
        string written = string.Concat(piece.Select(character => readings.Simplified.GetValueOrDefault(character, character)));
        return chance.Next(8) switch
        {
            0 or 1 => [written],
            2 or 3 => [Cut(Spoken(piece))],
            4 => [string.Concat(piece.Select(character => Syllable(character)[0]))],
            5 when piece.Length > 1 => [written[..1], Cut(Spoken(piece[1..]))],
            5 when piece.Length > 2 => [Spoken(piece[..1]), written[1..]],
            6 => [Syllable(piece[0]) + string.Concat(piece.Skip(1).Select(character => Syllable(character)[0]))],
            // Nearly: two characters have changed places.
            _ => [string.Concat(written.Reverse())],
        };
    }

    private string Spoken(string piece)
    {
        string spoken = string.Concat(piece.Select(Syllable));
        return spoken[..Math.Min(20, spoken.Length)];
    }

    /// <summary>As one types: the last letters are still to come.</summary>
    private string Cut(string letters) => chance.Next(2) == 0 ? letters : letters[..Math.Max(1, letters.Length - chance.Next(3))];

    private string Syllable(char character)
    {
        string[] others = readings.Others(character);
        return others.Length > 0 && chance.Next(3) == 0 ? others[chance.Next(others.Length)] : readings.Usual[character];
    }
}
