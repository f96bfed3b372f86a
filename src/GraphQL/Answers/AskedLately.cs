namespace HomeroomGraph.GraphQL.Answers;

/// <summary>Which questions were asked a while ago, so that only one that comes again is kept: most come once, and would cost the look-up and the
/// room for nothing.</summary>
internal sealed class AskedLately
{
    /// <summary>Questions of one generation; two are remembered.</summary>
    public const int Generation = 8_192;

    private readonly Lock _lock = new();
    private HashSet<Question> _now = new(Generation), _before = new(Generation);

    /// <summary>Whether it was asked before; it was from now on.</summary>
    public bool Remember(Question question)
    {
        lock (_lock)
        {
            if (_now.Contains(question) || _before.Contains(question)) return true;
            if (_now.Count >= Generation)
            {
                (_now, _before) = (_before, _now);
                _now.Clear();
            }
            _now.Add(question);
            return false;
        }
    }
}
