namespace HomeroomGraph.GraphQL.Operations;

/// <summary>How many operations a client runs at once. A few more wait a moment for their turn, the first first; the rest is told to come back, so that
/// nobody takes all connections of the database.</summary>
internal sealed class OperationSlots : IDisposable
{
    /// <summary>Operations of one client that may wait.</summary>
    public const int MostWaiting = 100;

    private readonly int _perClient;
    private readonly TimeSpan _patience;
    private readonly Dictionary<string, Places> _clients = [];

    // One for all that wait, and at rest while nobody does.
    private readonly Timer _clock;
    private int _waiting;

    /// <param name="perClient">Operations of one client that run at once.</param>
    /// <param name="patience">How long one waits for its turn; 5 s where it is not given.</param>
    public OperationSlots(int perClient, TimeSpan? patience = null)
    {
        (_perClient, _patience) = (perClient, patience ?? TimeSpan.FromSeconds(5));
        _clock = new Timer(_ => GiveUpOverdue());
    }

    /// <summary>Clients that run something.</summary>
    public int Clients
    {
        get { lock (_clients) return _clients.Count; }
    }

    /// <summary>Takes a place; disposing gives it back.</summary>
    /// <exception cref="TooManyOperationsException">No place became free in time.</exception>
    public ValueTask<Place> EnterAsync(string client, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Places? places;
        WaitingOperation turn;
        lock (_clients)
        {
            if (!_clients.TryGetValue(client, out places)) _clients[client] = places = new Places(client);
            if (places.Running < _perClient)
            {
                places.Running++;
                return new ValueTask<Place>(new Place(this, places));
            }
            if (places.Waiting.Count >= MostWaiting) throw new TooManyOperationsException(_perClient);
            turn = new WaitingOperation(Environment.TickCount64);
            places.Waiting.AddLast(turn.Node);
            if (++_waiting == 1) _clock.Change(_patience / 10, _patience / 10);
        }
        return WaitAsync(places, turn, cancellation);
    }

    public void Dispose() => _clock.Dispose();

    private async ValueTask<Place> WaitAsync(Places places, WaitingOperation turn, CancellationToken cancellation)
    {
        await using var stop = cancellation.UnsafeRegister(static waiting => ((WaitingOperation)waiting!).GiveUp(), turn);
        if (await turn.Task) return new Place(this, places);
        lock (_clients)
            if (turn.Node.List is not null) Remove(places, turn.Node);
        cancellation.ThrowIfCancellationRequested();
        throw new TooManyOperationsException(_perClient);
    }

    private void GiveUpOverdue()
    {
        long now = Environment.TickCount64;
        lock (_clients)
        {
            foreach (var places in _clients.Values)
                while (places.Waiting.First is { } first && now - first.Value.Since >= _patience.TotalMilliseconds)
                {
                    Remove(places, first);
                    first.Value.GiveUp();
                }
        }
    }

    private void Remove(Places places, LinkedListNode<WaitingOperation> waiting)
    {
        places.Waiting.Remove(waiting);
        if (--_waiting == 0) _clock.Change(Timeout.Infinite, Timeout.Infinite);
    }

    /// <summary>A place is free: the longest waiting has it, or nobody.</summary>
    private void Leave(Places places)
    {
        lock (_clients)
        {
            while (places.Waiting.First is { } first)
            {
                Remove(places, first);
                if (first.Value.Begin()) return;
            }
            if (--places.Running == 0) _clients.Remove(places.Client);
        }
    }

    /// <summary>The operations of one client. Without any that runs there is none that waits, and the client is forgotten.</summary>
    internal sealed class Places(string client)
    {
        public string Client { get; } = client;
        public int Running { get; set; }
        public LinkedList<WaitingOperation> Waiting { get; } = [];
    }

    /// <summary>An operation that waits: its turn comes, or it gives up; whichever is first.</summary>
    internal sealed class WaitingOperation
    {
        // What goes on now must not do so on the time of the operation that left.
        private readonly TaskCompletionSource<bool> _turn = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public WaitingOperation(long since) => (Since, Node) = (since, new(this));

        /// <summary>When it came, by the system's clock in milliseconds.</summary>
        public long Since { get; }

        public LinkedListNode<WaitingOperation> Node { get; }

        /// <summary>True when it may run.</summary>
        public Task<bool> Task => _turn.Task;

        public bool Begin() => _turn.TrySetResult(true);

        public void GiveUp() => _turn.TrySetResult(false);
    }

    /// <summary>A place that an operation runs in.</summary>
    internal readonly struct Place(OperationSlots slots, Places places) : IDisposable
    {
        public void Dispose() => slots.Leave(places);
    }
}

/// <summary>The client runs as many operations as it may; it can try again in a moment.</summary>
public sealed class TooManyOperationsException(int most) : GraphQLRequestException(new GraphQLError(
    $"Too many operations at once: {most} of one client run, and others wait already. Try again in a moment.", ErrorCodes.TooManyRequests));
