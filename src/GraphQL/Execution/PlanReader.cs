using System.Text.Json;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>Asks PostgreSQL how it answers a query: by EXPLAIN of the same statement with the same values, in the viewer's own session, so behind
/// both walls. What is told is the statement, in which no value stands, its cost, and PostgreSQL's plan, in which only values of the request itself
/// and of the viewer's own reach can stand.</summary>
internal sealed class PlanReader(IRowSource database, PipelineOptions options)
{
    private const string Explain = "explain (format json, settings) ", ExplainAnalyze = "explain (analyze, buffers, format json, settings) ";

    /// <summary>Writes <c>plan</c> into the answer's extensions.</summary>
    /// <exception cref="StaleViewerException">The viewer's rights have changed.</exception>
    public async Task WriteAsync(PreparedOperation operation, SlotScope scope, Utf8JsonWriter json, CancellationToken cancellation)
    {
        string? plan = operation.Statement is { } statement ? await ReadAsync(operation, statement, scope, cancellation) : null;
        json.WriteStartObject("plan"u8);
        json.WriteString("statement"u8, operation.Statement?.Text);
        json.WriteStartObject("cost"u8);
        json.WriteNumber("requested"u8, (long)operation.Cost.Cost);
        json.WriteNumber("limit"u8, options.Operations.MaxCost);
        json.WriteEndObject();
        json.WritePropertyName("postgres"u8);
        if (plan is null) json.WriteNullValue();
        else json.WriteRawValue(plan);
        json.WriteEndObject();
    }

    private async Task<string> ReadAsync(PreparedOperation operation, DataStatement statement, SlotScope scope, CancellationToken cancellation)
    {
        string explain = operation.PlanReport == PlanReport.Analyze ? ExplainAnalyze : Explain;
        await using var session = await database.QueryAsync(
            explain + statement.Text, statement.Parameters(scope), operation.Viewer, cancellation);
        await session.Reader.ReadAsync(cancellation);
        string plan = session.Reader.GetString(0);
        session.IsComplete = !await session.Reader.ReadAsync(cancellation);
        return plan;
    }
}
