using HomeroomGraph.GraphQL.Answers;
using Npgsql;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>The rows of a statement and the connection they come through.</summary>
/// <param name="batch">What was sent.</param>
/// <param name="reader">Its rows.</param>
/// <param name="connection">Given back with the session.</param>
public sealed class RowSession(NpgsqlBatch batch, NpgsqlDataReader reader, IAsyncDisposable connection) : IAsyncDisposable
{
    public NpgsqlDataReader Reader { get; } = reader;

    /// <summary>The version of the data, looked up before it was read; null where nobody asked.</summary>
    internal DataVersion? Version { get; init; }

    /// <summary>All rows were read: whoever reads them says so.</summary>
    public bool IsComplete { get; set; }

    /// <summary>To be called when all rows were read and the transaction has ended.</summary>
    internal Action? WhenComplete { get; init; }

    /// <summary>Gives the connection back. A statement whose rows are not wanted to their end is cancelled, or the rest would be read first.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!IsComplete) batch.Cancel();
        try
        {
            await Reader.DisposeAsync();
            if (IsComplete) WhenComplete?.Invoke();
        }
        catch (PostgresException cancelled) when (!IsComplete && cancelled.SqlState == PostgresErrorCodes.QueryCanceled)
        {
            // What was asked for.
        }
        finally
        {
            await connection.DisposeAsync();
        }
    }
}
