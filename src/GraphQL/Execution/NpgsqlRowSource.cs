using HomeroomGraph.GraphQL.Answers;
using Npgsql;
using NpgsqlTypes;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>Runs statements on PostgreSQL: the session's reach and the data statement go in one batch, so in one round trip and
/// one transaction. The reach is gone after it, but for a connection that goes on with its viewer's session (<see cref="IKeptSession"/>): then the
/// batch asks first whether the session still is what it was.</summary>
/// <param name="dataSource">Prepares what it is asked more than once.</param>
/// <param name="forLarge">Runs large statements, which it does not prepare; without it they run as all others.</param>
/// <param name="prepared">Runs all others; without it <paramref name="dataSource"/> does.</param>
/// <param name="ofSome">Runs those of some viewers in its place.</param>
public sealed class NpgsqlRowSource(
    NpgsqlDataSource dataSource, NpgsqlDataSource? forLarge = null, ReadConnections? prepared = null, ConnectionsOfSome? ofSome = null) : IRowSource, IAsyncDisposable
{
    /// <summary>From so many characters on a statement is large.</summary>
    private const int LargeStatement = 32 * 1024;

    /// <summary>What <c>reach.enter</c> raises for a viewer whose rights are not those of the session.</summary>
    private const string StaleViewer = "HG001";

    public Task<RowSession> QueryAsync(
        string statement, IReadOnlyList<(NpgsqlDbType Type, object? Value)> parameters, IViewer viewer, CancellationToken cancellation,
        EnterStatement? counted = null)
    {
        bool isLarge = statement.Length >= LargeStatement;
        var connections = ofSome?.Reads(viewer) == true ? ofSome.Connections : prepared;
        return connections is null || isLarge
            ? FromPoolAsync(isLarge ? forLarge ?? dataSource : dataSource, statement, parameters, viewer, counted, cancellation)
            : PreparedAsync(connections, statement, parameters, viewer, counted, cancellation);
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

    public async ValueTask DisposeAsync()
    {
        if (prepared is not null) await prepared.DisposeAsync();
        if (ofSome is not null) await ofSome.Connections.DisposeAsync();
    }

    private static async Task<RowSession> FromPoolAsync(
        NpgsqlDataSource source, string statement, IReadOnlyList<(NpgsqlDbType Type, object? Value)> parameters, IViewer viewer, EnterStatement? counted,
        CancellationToken cancellation)
    {
        var beginning = counted is null
            ? new SessionBeginning(SessionBeginning.Kind.Operation, viewer.EnterStatement)
            : new SessionBeginning(SessionBeginning.Kind.Counted, counted);
        var connection = await source.OpenConnectionAsync(cancellation);
        try
        {
            return await RunAsync(StatementBatch.Of(connection, beginning.Statement(null), statement, parameters), connection, beginning, cancellation);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<RowSession> PreparedAsync(
        ReadConnections connections, string statement, IReadOnlyList<(NpgsqlDbType Type, object? Value)> parameters, IViewer viewer, EnterStatement? counted,
        CancellationToken cancellation)
    {
        var connection = await connections.TakeAsync(viewer.KeptSession, cancellation);
        try
        {
            var beginning = connection.Begin(viewer, counted);
            return await RunAsync(await connection.BatchAsync(statement, parameters, beginning, cancellation), connection, beginning, cancellation);
        }
        catch (Exception fault)
        {
            connection.ForgetSession();
            // A table was changed since, or somebody between us and PostgreSQL has dropped what was prepared.
            if (fault is PostgresException { SqlState: PostgresErrorCodes.FeatureNotSupported or PostgresErrorCodes.InvalidSqlStatementName }) connection.Spoil();
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<RowSession> RunAsync(NpgsqlBatch batch, IAsyncDisposable connection, SessionBeginning beginning, CancellationToken cancellation)
    {
        NpgsqlDataReader? reader = null;
        try
        {
            reader = await batch.ExecuteReaderAsync(cancellation);
            DataVersion? version = beginning.How == SessionBeginning.Kind.Counted ? await DataVersion.ReadAsync(reader, cancellation) : null;
            if (beginning.How == SessionBeginning.Kind.GoingOn && !await reader.ReadAsync(cancellation)) throw new StaleViewerException();
            await reader.NextResultAsync(cancellation);
            return new RowSession(batch, reader, connection) { Version = version, WhenComplete = beginning.WhenComplete };
        }
        catch (Exception fault)
        {
            // The connection is not free before all that came is read.
            if (reader is not null) await reader.DisposeAsync();
            if (fault is PostgresException { SqlState: StaleViewer }) throw new StaleViewerException();
            throw;
        }
    }
}

/// <summary>Connections under a role whose policies hold for some viewers only.</summary>
/// <param name="Reads">Whether a viewer is one of those.</param>
public sealed record ConnectionsOfSome(Func<IViewer, bool> Reads, ReadConnections Connections);
