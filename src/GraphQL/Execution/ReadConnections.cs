using Npgsql;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>Connections that stay open with what they have prepared. A pool of connections gives out any of them for each request, so that statement and
/// parameters are made, typed and looked up by their text each time; that was a tenth of the server's time for a small request.</summary>
/// <param name="source">Opens connections and does not pool them.</param>
/// <param name="most">So many are open at most; who finds none waits.</param>
public sealed class ReadConnections(NpgsqlDataSource source, int most) : IAsyncDisposable
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(5), LookEvery = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _turns = new(most);

    // The last that came back is the first to go: the others become idle, and what they hold of PostgreSQL's memory is given up.
    private readonly List<ReadConnection> _free = [];
    private Timer? _idle;
    private bool _isClosed;

    /// <summary>Statements that each connection keeps prepared.</summary>
    public int MostPrepared { get; init; } = 200;

    /// <param name="wanted">One that has this session already, where there is one; any other where it is null, or nobody has it.</param>
    internal async ValueTask<ReadConnection> TakeAsync(IKeptSession? wanted, CancellationToken cancellation)
    {
        await _turns.WaitAsync(cancellation);
        if (Pop(wanted) is { } free) return free;
        try
        {
            return new ReadConnection(this, await source.OpenConnectionAsync(cancellation));
        }
        catch
        {
            _turns.Release();
            throw;
        }
    }

    internal ValueTask ReturnAsync(ReadConnection connection)
    {
        bool isKept = connection.IsUsable && Push(connection);
        if (!isKept) return CloseAsync(connection);
        _turns.Release();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (_idle is not null) await _idle.DisposeAsync();
        List<ReadConnection> free;
        lock (_free)
        {
            _isClosed = true;
            free = TakeFree(_free.Count);
        }
        foreach (var connection in free) await connection.CloseAsync();
    }

    private ReadConnection? Pop(IKeptSession? wanted)
    {
        lock (_free)
        {
            if (_free.Count == 0) return null;
            int place = wanted is null ? -1 : _free.FindLastIndex(connection => wanted.Equals(connection.Session));
            if (place < 0) place = _free.Count - 1;
            var taken = _free[place];
            _free.RemoveAt(place);
            return taken;
        }
    }

    private bool Push(ReadConnection connection)
    {
        lock (_free)
        {
            if (_isClosed) return false;
            connection.FreeSince = Environment.TickCount64;
            _free.Add(connection);
            _idle ??= new Timer(_ => _ = CloseIdleAsync(), null, LookEvery, LookEvery);
            return true;
        }
    }

    /// <summary>It is broken: then those that lie here are so too, most likely, and each would cost a request to find out.</summary>
    private async ValueTask CloseAsync(ReadConnection broken)
    {
        try
        {
            List<ReadConnection> others;
            lock (_free) others = TakeFree(_free.Count);
            await broken.CloseAsync();
            foreach (var other in others) await other.CloseAsync();
        }
        finally
        {
            _turns.Release();
        }
    }

    private async Task CloseIdleAsync()
    {
        List<ReadConnection> idle;
        lock (_free)
        {
            int used = _free.FindIndex(connection => Environment.TickCount64 - connection.FreeSince < Idle.TotalMilliseconds);
            idle = TakeFree(used < 0 ? _free.Count : used);
        }
        foreach (var connection in idle) await connection.CloseAsync();
    }

    /// <summary>Takes those that have been free the longest.</summary>
    private List<ReadConnection> TakeFree(int count)
    {
        var taken = _free.GetRange(0, count);
        _free.RemoveRange(0, count);
        return taken;
    }
}
