namespace HomeroomGraph.Gateway.Tests.Search;

/// <summary>One text of a row and how a word is found in it, worked out from the characters' readings alone: what the tokens must come to.</summary>
/// <param name="readings">Of characters.</param>
/// <param name="text">As it is kept.</param>
/// <param name="weight">0 for names, titles and numbers, 1 for what stands beside them.</param>
/// <param name="isName">Of a person: all readings count, and surname with initials.</param>
/// <param name="reading">Syllables that were confirmed.</param>
internal sealed class SearchedText(Readings readings, string text, int weight, bool isName = false, string? reading = null)
{
    private readonly string[] _characters = [.. readings.Plain(text).Select(character => readings.Simplified.GetValueOrDefault(character, character).ToString())];
    private readonly string[] _syllables = SyllablesOf(readings, readings.Plain(text), reading);

    /// <summary>What of it counts.</summary>
    public string Plain => readings.Plain(text);

    /// <summary>Each reading of the text: the usual one, and those with one character read otherwise.</summary>
    private IEnumerable<string[]> AllReadings()
    {
        yield return _syllables;
        string plain = readings.Plain(text);
        for (int at = 0; at < plain.Length; at++)
        {
            var others = reading is not null && reading.Split(' ').Length == plain.Length
                ? [.. readings.Usual.TryGetValue(plain[at], out string? usual) ? new[] { usual } : [], .. readings.Others(plain[at])]
                : isName ? readings.Others(plain[at]) : readings.OthersInWords(plain[at]);
            foreach (string other in others.Where(other => other != _syllables[at]))
                yield return [.. _syllables[..at], other, .. _syllables[(at + 1)..]];
        }
    }

    /// <summary>How well a word is found, smaller is better; null where it is not.</summary>
    public int? Rank(IReadOnlyList<string> parts)
    {
        int? best = null;
        for (int at = 0; at < _characters.Length; at++)
        {
            if (!BeginsAt(at, parts[0], out bool whole)) continue;
            if (parts.Count == 2)
            {
                bool isLatin = char.IsAscii(parts[0][0]);
                var places = Enumerable.Range(at + (isLatin ? 1 : parts[0].Length), isLatin ? parts[0].Length : 1).Where(place => place < _characters.Length);
                var found = places.Select(place => (Found: BeginsAt(place, parts[1], out bool ends), Ends: ends)).Where(next => next.Found).ToList();
                if (found.Count == 0) continue;
                whole = found.Any(next => next.Ends);
            }
            int rank = (weight * 3) + (at > 0 ? 2 : whole ? 0 : 1);
            best = Math.Min(best ?? rank, rank);
        }
        return best;
    }

    private bool BeginsAt(int at, string part, out bool whole)
    {
        var spellings = SpellingsAt(at).Where(spelling => spelling.StartsWith(part, StringComparison.Ordinal)).ToList();
        // A token has 20 letters, and the dot of the end would be the next.
        whole = part.Length < 20 && spellings.Contains(part);
        return spellings.Count > 0;
    }

    private IEnumerable<string> SpellingsAt(int at)
    {
        yield return string.Concat(_characters[at..]);
        // A number is its own reading.
        if (_characters.All(character => char.IsAscii(character[0]))) yield break;
        foreach (string[] syllables in AllReadings())
        {
            yield return string.Concat(syllables[at..]);
            yield return string.Concat(syllables[at..].Select(syllable => syllable[0]));
        }
        if (!isName || at > 0) yield break;
        for (int full = 1; full <= Math.Min(_syllables.Length - 2, 3); full++)
            yield return string.Concat([.. _syllables[..full], .. _syllables[full..].Select(syllable => syllable[..1])]);
    }

    private static string[] SyllablesOf(Readings readings, string plain, string? reading)
    {
        string[] confirmed = reading?.Split(' ') ?? [];
        return confirmed.Length == plain.Length && plain.Length > 0
            ? confirmed
            : [.. plain.Select(character => readings.Usual.GetValueOrDefault(character, character.ToString()))];
    }
}
