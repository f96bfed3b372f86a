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

    public async Task MoveNextAsync(CancellationToken cancellation)
    {
        session.IsComplete = !await session.Reader.ReadAsync(cancellation);
        _current = session.IsComplete ? int.MaxValue : session.Reader.GetInt32(0);
    }
}
