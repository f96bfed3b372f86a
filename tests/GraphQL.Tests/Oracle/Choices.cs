namespace HomeroomGraph.GraphQL.Tests.Oracle;

/// <summary>What is chosen by chance, the same for the same seed and index on every machine (SplitMix64).</summary>
internal sealed class Choices(long seed, long index)
{
    private ulong _state = unchecked((ulong)seed * 0x9E3779B97F4A7C15 + (ulong)index * 0xD1342543DE82EF95 + 1);

    /// <summary>A number from 0 to one less than the bound.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>A number between two, both included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>True so many times of a hundred.</summary>
    public bool Percent(int percent) => Below(100) < percent;

    public T Of<T>(params IReadOnlyList<T> all) => all[Below(all.Count)];

    private ulong Next()
    {
        ulong mixed = unchecked(_state += 0x9E3779B97F4A7C15);
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB);
        return mixed ^ (mixed >> 31);
    }
}
