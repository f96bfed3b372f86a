namespace HomeroomGraph.GraphQL.Answers;

/// <summary>The questions that are known, bounded in bytes and in number. Room is made where the most is taken: the client with the most bytes gives
/// up what it has not asked for the longest time, so nobody pushes out what others ask.</summary>
internal sealed class KeptAnswers(AnswerOptions options)
{
    private readonly Dictionary<Question, LinkedListNode<KnownQuestion>> _known = [];
    private readonly Dictionary<string, Share> _shares = [];
    private readonly SortedSet<Share> _bySize = new(Comparer<Share>.Create((a, b) => (a.Bytes, a.Number).CompareTo((b.Bytes, b.Number))));
    private long _bytes;
    private long _clients;

    /// <summary>The memory that is taken now.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    public int Count
    {
        get { lock (_known) return _known.Count; }
    }

    public KnownQuestion? Find(Question question)
    {
        lock (_known)
        {
            if (!_known.TryGetValue(question, out var known)) return null;
            var order = known.List!;
            order.Remove(known);
            order.AddLast(known);
            return known.Value;
        }
    }

    /// <summary>Keeps it in place of what is known of the question.</summary>
    public void Keep(KnownQuestion known)
    {
        if (options.MaxBytes == 0) return;
        lock (_known)
        {
            Forget(known.Question);
            var share = ShareOf(known.Client);
            _known[known.Question] = share.ByUse.AddLast(known);
            Resize(share, known.Bytes);
            while (_bytes > options.MaxBytes || _known.Count > options.MaxEntries) Forget(_bySize.Max!.ByUse.First!.Value.Question);
        }
    }

    private void Forget(Question question)
    {
        if (!_known.Remove(question, out var known)) return;
        var share = ShareOf(known.Value.Client);
        share.ByUse.Remove(known);
        Resize(share, -known.Value.Bytes);
        if (share.ByUse.Count > 0) return;
        _bySize.Remove(share);
        _shares.Remove(known.Value.Client);
    }

    private Share ShareOf(string client)
    {
        if (!_shares.TryGetValue(client, out var share)) _bySize.Add(_shares[client] = share = new Share(++_clients));
        return share;
    }

    private void Resize(Share share, long by)
    {
        // A member of the set may only change while it is outside.
        _bySize.Remove(share);
        share.Bytes += by;
        _bytes += by;
        _bySize.Add(share);
    }

    /// <summary>What a client has here, the longest unasked first.</summary>
    private sealed class Share(long number)
    {
        public long Number { get; } = number;
        public long Bytes { get; set; }
        public LinkedList<KnownQuestion> ByUse { get; } = [];
    }
}
