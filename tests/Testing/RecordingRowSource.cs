using HomeroomGraph.GraphQL;
using HomeroomGraph.GraphQL.Execution;
using NpgsqlTypes;

namespace HomeroomGraph.Testing;

/// <summary>Remembers the statements that were run.</summary>
public sealed class RecordingRowSource(IRowSource rows) : IRowSource
{
    public List<string> Statements { get; } = [];

    public Task<RowSession> QueryAsync(string statement, IReadOnlyList<(NpgsqlDbType Type, object? Value)> parameters, IViewer viewer, CancellationToken cancellation)
    {
        Statements.Add(statement);
        return rows.QueryAsync(statement, parameters, viewer, cancellation);
    }
}
