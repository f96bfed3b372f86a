using HomeroomGraph.GraphQL;
using HomeroomGraph.GraphQL.Execution;
using NpgsqlTypes;

namespace HomeroomGraph.Testing;

/// <summary>Remembers the statements that were run.</summary>
public sealed class RecordingRowSource(IRowSource rows) : IRowSource
{
    public List<string> Statements { get; } = [];

    /// <summary>What the last statement was run with, for explaining it.</summary>
    public IReadOnlyList<(NpgsqlDbType Type, object? Value)> LastParameters { get; private set; } = [];

    public Task<RowSession> QueryAsync(string statement, IReadOnlyList<(NpgsqlDbType Type, object? Value)> parameters, IViewer viewer, CancellationToken cancellation,
        EnterStatement? counted = null)
    {
        Statements.Add(statement);
        LastParameters = parameters;
        return rows.QueryAsync(statement, parameters, viewer, cancellation, counted);
    }

    public Task CheckAsync(IViewer viewer, CancellationToken cancellation) => rows.CheckAsync(viewer, cancellation);
}
