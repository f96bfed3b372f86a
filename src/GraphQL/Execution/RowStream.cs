using Npgsql;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>The rows of the statement, branch after branch.</summary>
internal sealed class RowStream(RowSession session)
{
    private int _current = -1;

    /// <summary>The current row; only its own branch's columns hold anything.</summary>
    public NpgsqlDataReader Row => session.Reader;

    /// <summary>Goes to the first row.</summary>
    public static async Task<RowStream> StartAsync(RowSession session, CancellationToken cancellation)
    {
        var stream = new RowStream(session);
        await stream.MoveNextAsync(cancellation);
        return stream;
    }

    /// <summary>Whether the current row is one of the branch.</summary>
    public bool IsAt(Branch branch) => _current == branch.Number;

    public ValueTask MoveNextAsync(CancellationToken cancellation)
    {
        var read = session.Reader.ReadAsync(cancellation);
        if (!read.IsCompletedSuccessfully) return WhenReadAsync(read);
        // Most rows are in memory already.
        IsAtRow(read.Result);
        return ValueTask.CompletedTask;
    }

    private async ValueTask WhenReadAsync(Task<bool> read) => IsAtRow(await read);

    private void IsAtRow(bool isThere)
    {
        session.IsComplete = !isThere;
        _current = isThere ? session.Reader.GetInt32(0) : int.MaxValue;
    }
}
