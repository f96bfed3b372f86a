using Npgsql;
using NpgsqlTypes;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>The statement that an operation begins with, in the viewer's session.</summary>
/// <param name="again">A command that this made before, perhaps for another viewer: it gets the values of this one. A new one where it is null.</param>
public delegate NpgsqlBatchCommand EnterStatement(NpgsqlBatchCommand? again);

/// <summary>What goes to PostgreSQL in one round trip and one transaction: the beginning of the session, and the data statement.</summary>
internal static class StatementBatch
{
    public static NpgsqlBatch Of(NpgsqlConnection connection, NpgsqlBatchCommand enter, string statement, IReadOnlyList<(NpgsqlDbType Type, object? Value)> parameters)
    {
        var command = new NpgsqlBatchCommand(statement);
        foreach (var (type, value) in parameters)
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = value ?? DBNull.Value });
        return new NpgsqlBatch(connection) { BatchCommands = { enter, command } };
    }
}
