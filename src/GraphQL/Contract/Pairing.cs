namespace HomeroomGraph.GraphQL.Contract;

/// <summary>What of two sets of named elements went, came, and stayed, in the order of declaration.</summary>
internal sealed record Pairing<T>(IReadOnlyList<T> Removed, IReadOnlyList<T> Added, IReadOnlyList<(T Older, T Newer)> Kept);

internal static class Pairing
{
    public static Pairing<T> Of<T>(OrderedDictionary<string, T> older, OrderedDictionary<string, T> newer) => new(
        [.. older.Where(element => !newer.ContainsKey(element.Key)).Select(element => element.Value)],
        [.. newer.Where(element => !older.ContainsKey(element.Key)).Select(element => element.Value)],
        [.. older.Where(element => newer.ContainsKey(element.Key)).Select(element => (element.Value, newer[element.Key]))]);

    /// <summary>Of elements that are nothing but names.</summary>
    public static Pairing<string> Of(IReadOnlyCollection<string> older, IReadOnlyCollection<string> newer) =>
        new([.. older.Except(newer)], [.. newer.Except(older)], []);
}
