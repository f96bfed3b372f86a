using Npgsql;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>The rows of the statement, branch after branch.</summary>
internal sealed class RowStream(NpgsqlDataReader reader)
{
    private int _current = -1;

    /// <summary>The current row; only its own branch's columns hold anything.</summary>
    public NpgsqlDataReader Row => reader;

    /// <summary>Goes to the first row.</summary>
    public static async Task<RowStream> StartAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        var stream = new RowStream(reader);
        await stream.MoveNextAsync(cancellation);
        return stream;
    }

    /// <summary>Whether the current row is one of the branch.</summary>
    public bool IsAt(Branch branch) => _current == branch.Number;

    public async Task MoveNextAsync(CancellationToken cancellation) =>
        _current = await reader.ReadAsync(cancellation) ? reader.GetInt32(0) : int.MaxValue;
}
