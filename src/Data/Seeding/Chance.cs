namespace HomeroomGraph.Data.Seeding;

/// <summary>
/// Chance that always falls the same way: a generator (SplitMix64) whose key is a text, such as a school's code and an area. What
/// is made under one key does not depend on what was made before it.
/// </summary>
internal sealed class Chance
{
    private ulong state;

    public Chance(string key)
    {
        // FNV-1a: string.GetHashCode differs from run to run.
        state = 14695981039346656037;
        foreach (var letter in key)
            state = (state ^ letter) * 1099511628211;
    }

    /// <summary>0 to <paramref name="count"/> - 1.</summary>
    public int Below(int count) => (int)(Next() % (ulong)count);

    /// <summary>Both ends included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>True in so many cases of a hundred.</summary>
    public bool Is(double percent) => (Next() >> 11) * (1.0 / (1UL << 53)) * 100 < percent;

    /// <summary>One of the list.</summary>
    public T Of<T>(IReadOnlyList<T> list) => list[Below(list.Count)];

    /// <summary>One of the list, the first ones more often: as names and sizes are spread in life.</summary>
    public T OftenFirst<T>(IReadOnlyList<T> list) => list[Math.Min(Below(list.Count), Below(list.Count))];

    /// <summary>Some of the list, each at most once, in a random order.</summary>
    public List<T> Some<T>(IEnumerable<T> list, int count)
    {
        var left = list.ToList();
        for (var at = 0; at < left.Count && at < count; at++)
        {
            var other = at + Below(left.Count - at);
            (left[at], left[other]) = (left[other], left[at]);
        }

        return left.Count <= count ? left : left[..count];
    }

    /// <summary>A day of the half-open period.</summary>
    public DateOnly Day(DateOnly startsOn, DateOnly endsOn) => startsOn.AddDays(Below(Math.Max(1, endsOn.DayNumber - startsOn.DayNumber)));

    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
