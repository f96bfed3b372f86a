using HomeroomGraph.GraphQL.Answers;
using Npgsql;
using NpgsqlTypes;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>Runs the data statement of an operation.</summary>
public interface IRowSource
{
    /// <summary>Runs a statement in the viewer's session.</summary>
    /// <param name="counted">A statement to begin the session with that also tells the data's version; null where nobody asks for it.</param>
    /// <exception cref="StaleViewerException">What the viewer may see has changed since the viewer was looked up.</exception>
    Task<RowSession> QueryAsync(
        string statement, IReadOnlyList<(NpgsqlDbType Type, object? Value)> parameters, IViewer viewer, CancellationToken cancellation,
        NpgsqlBatchCommand? counted = null);

    /// <summary>Makes sure of the viewer without reading a row: for what runs no data statement, or changes something before it.</summary>
    /// <exception cref="StaleViewerException">What the viewer may see has changed since the viewer was looked up.</exception>
    Task CheckAsync(IViewer viewer, CancellationToken cancellation);
}

/// <summary>The rows of a statement and the connection they come through.</summary>
public sealed class RowSession(NpgsqlConnection connection, NpgsqlBatch batch, NpgsqlDataReader reader) : IAsyncDisposable
{
    internal NpgsqlDataReader Reader { get; } = reader;

    /// <summary>The version of the data, looked up before it was read; null where nobody asked.</summary>
    internal DataVersion? Version { get; init; }

    /// <summary>All rows were read.</summary>
    internal bool IsComplete { get; set; }

    /// <summary>Gives the connection back. A statement whose rows are not wanted to their end is cancelled, or the rest would be read first.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!IsComplete) batch.Cancel();
        try
        {
            await Reader.DisposeAsync();
        }
        catch (PostgresException cancelled) when (!IsComplete && cancelled.SqlState == PostgresErrorCodes.QueryCanceled)
        {
            // What was asked for.
        }
        finally
        {
            await batch.DisposeAsync();
            await connection.DisposeAsync();
        }
    }
}

/// <summary>The viewer's rights changed since they were looked up: look them up again, and ask again.</summary>
public sealed class StaleViewerException() : Exception("The viewer's rights have changed.")
{
    /// <summary>What the operation has done already, by the response keys of its root; it must not be done again.</summary>
    internal DoneInMemory? Done { get; init; }
}

/// <summary>Runs statements on PostgreSQL: the session's reach and the data statement go in one batch, so in one round trip and
/// one transaction; the reach is gone after it.</summary>
/// <param name="dataSource">Prepares what it is asked more than once.</param>
/// <param name="forLarge">Runs large statements, which it does not prepare; without it they run as all others.</param>
public sealed class NpgsqlRowSource(NpgsqlDataSource dataSource, NpgsqlDataSource? forLarge = null) : IRowSource
{
    /// <summary>From so many characters on a statement is large.</summary>
    private const int LargeStatement = 32 * 1024;

    /// <summary>What <c>reach.enter</c> raises for a viewer whose rights are not those of the session.</summary>
    private const string StaleViewer = "HG001";

    public async Task<RowSession> QueryAsync(
        string statement, IReadOnlyList<(NpgsqlDbType Type, object? Value)> parameters, IViewer viewer, CancellationToken cancellation,
        NpgsqlBatchCommand? counted = null)
    {
        var source = statement.Length >= LargeStatement ? forLarge ?? dataSource : dataSource;
        var connection = await source.OpenConnectionAsync(cancellation);
        try
        {
            var batch = new NpgsqlBatch(connection);
            batch.BatchCommands.Add(counted ?? viewer.EnterStatement());
            batch.BatchCommands.Add(Command(statement, parameters));
            var reader = await batch.ExecuteReaderAsync(cancellation);
            DataVersion? version = counted is null ? null : await DataVersion.ReadAsync(reader, cancellation);
            await reader.NextResultAsync(cancellation);
            return new RowSession(connection, batch, reader) { Version = version };
        }
        catch (PostgresException stale) when (stale.SqlState == StaleViewer)
        {
            await connection.DisposeAsync();
            throw new StaleViewerException();
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async Task CheckAsync(IViewer viewer, CancellationToken cancellation)
    {
        await using var batch = dataSource.CreateBatch();
        batch.BatchCommands.Add(viewer.EnterStatement());
        try
        {
            await batch.ExecuteNonQueryAsync(cancellation);
        }
        catch (PostgresException stale) when (stale.SqlState == StaleViewer)
        {
            throw new StaleViewerException();
        }
    }

    private static NpgsqlBatchCommand Command(string statement, IReadOnlyList<(NpgsqlDbType Type, object? Value)> parameters)
    {
        var command = new NpgsqlBatchCommand(statement);
        foreach (var (type, value) in parameters)
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = value ?? DBNull.Value });
        return command;
    }
}
