namespace HomeroomGraph.GraphQL.Validation.FieldMerging;

/// <summary>Pairs that were compared. A pair compared as if both could apply needs no comparing as if only one could.</summary>
internal sealed class PairSet<T1, T2>
    where T1 : class
    where T2 : class
{
    private readonly Dictionary<(T1, T2), bool> _exclusive = [];

    /// <summary>Adds the pair; false if it is known, compared the same way or more strictly.</summary>
    internal bool Add(T1 first, T2 second, bool areExclusive)
    {
        if (_exclusive.TryGetValue((first, second), out bool known) && (areExclusive || !known)) return false;
        _exclusive[(first, second)] = areExclusive;
        return true;
    }
}
