namespace HomeroomGraph.GraphQL.Operations;

/// <summary>How many operations a client runs at once. A few more wait a moment for their turn; the rest is told to come back, so that
/// nobody takes all connections of the database.</summary>
/// <param name="perClient">Operations of one client that run at once.</param>
internal sealed class OperationSlots(int perClient)
{
    /// <summary>Operations of one client that may wait.</summary>
    public const int MostWaiting = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, Places> _clients = [];

    /// <summary>Takes a place; disposing gives it back.</summary>
    /// <exception cref="TooManyOperationsException">No place became free in time.</exception>
    public async Task<IDisposable> EnterAsync(string client, CancellationToken cancellation)
    {
        var places = Join(client);
        try
        {
            if (!await places.Free.WaitAsync(Patience, cancellation)) throw new TooManyOperationsException(perClient);
        }
        catch
        {
            Leave(client, places);
            throw;
        }
        return new Place(this, client, places);
    }

    private Places Join(string client)
    {
        lock (_clients)
        {
            if (!_clients.TryGetValue(client, out var places)) _clients[client] = places = new Places(new SemaphoreSlim(perClient));
            if (places.Members >= perClient + MostWaiting) throw new TooManyOperationsException(perClient);
            places.Members++;
            return places;
        }
    }

    private void Leave(string client, Places places)
    {
        lock (_clients)
        {
            if (--places.Members == 0) _clients.Remove(client);
        }
    }

    private sealed class Places(SemaphoreSlim free)
    {
        public SemaphoreSlim Free { get; } = free;

        /// <summary>Who runs or waits; without any the client is forgotten.</summary>
        public int Members { get; set; }
    }

    private sealed class Place(OperationSlots slots, string client, Places places) : IDisposable
    {
        public void Dispose()
        {
            places.Free.Release();
            slots.Leave(client, places);
        }
    }
}

/// <summary>The client runs as many operations as it may; it can try again in a moment.</summary>
public sealed class TooManyOperationsException(int most) : GraphQLRequestException(new GraphQLError(
    $"Too many operations at once: {most} of one client run, and others wait already. Try again in a moment.", ErrorCodes.TooManyRequests));
