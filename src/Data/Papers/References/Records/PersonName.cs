using System.Buffers;

namespace HomeroomGraph.Data.Papers.References;

/// <summary>
/// Names taken apart that were written whole. Of a western name given names come first and the last word is the family name, with the particles
/// before it; what looks like a body's name stays whole, and so does a Chinese one.
/// </summary>
internal static class PersonName
{
    private const int MostWords = 6;

    private static readonly string[] Particles =
        ["van", "von", "der", "den", "de", "del", "della", "di", "da", "du", "la", "le", "ter", "ten", "zu", "zur", "dos", "das", "el", "al", "bin", "ibn"];

    private static readonly string[] OfBodies =
    [
        "university", "institute", "institution", "association", "department", "committee", "council", "commission", "center", "centre", "society", "press",
        "organization", "organisation", "ministry", "bureau", "office", "school", "college", "academy", "foundation", "group", "team", "authority", "agency", "library",
        "museum", "union", "federation", "laboratory", "labs", "research", "national", "international", "american", "world", "united", "company", "inc", "ltd", "corporation",
    ];

    private static readonly SearchValues<char> NotOfPeople = SearchValues.Create("0123456789&/@()[]:;,+<>\"");

    /// <param name="name">As it is printed: 张伟, John R. Smith.</param>
    public static ReferenceName OfPrinted(string name)
    {
        if (!LooksPersonal(name)) return ReferenceName.Of(name);
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var suffix = IsSuffix(words[^1]) && words.Length > 2 ? words[^1] : null;
        var last = words.Length - (suffix is null ? 1 : 2);
        var family = last;
        while (family > 1 && Particles.Contains(words[family - 1])) family--;
        return new()
        {
            Given = string.Join(' ', words[..family]),
            NonDroppingParticle = family < last ? string.Join(' ', words[family..last]) : null,
            Family = words[last],
            Suffix = suffix,
        };
    }

    public static bool IsSuffix(string word) => word is "Jr" or "Jr." or "Sr" or "Sr." or "II" or "III" or "IV";

    private static bool LooksPersonal(string name)
    {
        if (name.AsSpan().IndexOfAny(NotOfPeople) >= 0 || name.Any(c => c >= '\u2E80')) return false;
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= MostWords
            && char.IsUpper(words[0][0]) && char.IsUpper(words[^1][0])
            && words.All(word => char.IsUpper(word[0]) || Particles.Contains(word))
            && !words.Any(word => OfBodies.Contains(word.TrimEnd('.').ToLowerInvariant()))
            && words.Any(word => word.Any(char.IsLower));
    }
}
