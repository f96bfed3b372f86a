using System.Collections.Concurrent;
using Npgsql;

namespace HomeroomGraph.Benchmarks.Limit;

/// <summary>As many connections as are asked over at once; who gets none waits.</summary>
internal sealed class LimitConnections : IAsyncDisposable
{
    private const int Count = 16;

    private readonly NpgsqlDataSource _source;
    private readonly ConcurrentStack<LimitConnection> _free = new();
    private readonly SemaphoreSlim _turns = new(Count);

    private LimitConnections(NpgsqlDataSource source) => _source = source;

    public static async Task<LimitConnections> OpenAsync(string connectionString, IReadOnlyList<LimitQuestion> questions)
    {
        var connections = new LimitConnections(NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = "practical limit",
            MaxPoolSize = Count,
            Options = "-c max_parallel_workers_per_gather=0",
        }));
        for (var made = 0; made < Count; made++) connections._free.Push(await LimitConnection.OpenAsync(connections._source, questions));
        return connections;
    }

    public async ValueTask<LimitConnection> TakeAsync()
    {
        await _turns.WaitAsync();
        return _free.TryPop(out var connection) ? connection : throw new InvalidOperationException("More turns than connections.");
    }

    public void Return(LimitConnection connection)
    {
        _free.Push(connection);
        _turns.Release();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _free) await connection.DisposeAsync();
        await _source.DisposeAsync();
        _turns.Dispose();
    }
}
