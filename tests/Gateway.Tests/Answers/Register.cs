namespace HomeroomGraph.Gateway.Tests.Answers;

/// <summary>Something that is written again and again, and what may be read of it: no state that a later one, acknowledged before the reading began,
/// has replaced, and none that was never written.</summary>
internal sealed class Register(string name, string first)
{
    private readonly Lock _lock = new();
    private readonly List<string> _states = [first];
    private int _acknowledged;

    public string Name { get; } = name;

    /// <summary>Only one writer at a time, as with every row.</summary>
    public SemaphoreSlim Writing { get; } = new(1);

    /// <summary>From now on it may be read.</summary>
    public void Begin(string state)
    {
        lock (_lock) _states.Add(state);
    }

    /// <summary>From now on it must be.</summary>
    public void Acknowledge()
    {
        lock (_lock) _acknowledged = _states.Count - 1;
    }

    /// <summary>The oldest state that may be read from now on.</summary>
    public int Oldest
    {
        get { lock (_lock) return _acknowledged; }
    }

    /// <summary>Why the state must not have been read; null where it may.</summary>
    public string? Refute(string read, int oldest)
    {
        lock (_lock)
            return _states.Skip(oldest).Contains(read) ? null : $"{Name} was read as {read}, and was {string.Join(", ", _states.Skip(oldest).Take(5))} by then.";
    }
}
