using System.Text.Json;
using HomeroomGraph.GraphQL.Answers;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>Runs a plan: what is in memory first, then the one data statement, whose rows are written as they come.</summary>
internal sealed class OperationExecutor(IRowSource database, Schema schema, PipelineOptions options, IVersionSource? versions = null)
{
    private readonly PlanReader _plans = new(database, options);

    /// <param name="done">What an earlier attempt has done already.</param>
    public async Task ExecuteAsync(
        PreparedOperation operation, DoneInMemory? done, ResponseOutput output, IServiceProvider services, CancellationToken cancellation)
    {
        if (operation.IsReportOnly)
        {
            await WriteReportsOnlyAsync(operation, output.Json, cancellation);
            return;
        }
        if (operation.Plan.RootFault is { } fault)
        {
            WriteWithoutData(output, [fault.At(operation.Document.Source, [])]);
            return;
        }
        if (done is null && operation.Kind == OperationKind.Mutation) CheckInput(operation);
        if (done is null && NeedsCheck(operation)) await database.CheckAsync(operation.Viewer, cancellation);
        if (operation.Plan.Roots.All(root => root is not RootNode.Memory))
        {
            done ??= DoneInMemory.Nothing;
        }
        else
        {
            var memory = new MemoryExecutor(schema, operation, services, options.Operations);
            try
            {
                done ??= new DoneInMemory(await RunMemoryAsync(operation, memory, cancellation), memory.Errors);
            }
            catch (FieldErrorException failure)
            {
                WriteWithoutData(output, [.. memory.Errors, failure.Error!]);
                return;
            }
        }

        try
        {
            await WriteAsync(operation, done, output, cancellation);
        }
        catch (StaleViewerException) when (operation.Kind == OperationKind.Mutation)
        {
            throw new StaleViewerException { Done = done };
        }
    }

    /// <summary>The data statement makes sure of the viewer by itself. Without one, or before something is changed, the viewer is asked for:
    /// a remembered one may be disabled by now.</summary>
    private static bool NeedsCheck(PreparedOperation operation) =>
        operation.Viewer.IsAuthenticated && (operation.Statement is null || operation.Kind == OperationKind.Mutation);

    /// <summary>What is asked of a mutation's payload can be read: a page too large, or an id that is none, is refused before anything is
    /// changed and not after it.</summary>
    /// <exception cref="GraphQLRequestException">It can't.</exception>
    private void CheckInput(PreparedOperation operation)
    {
        var scope = new SlotScope(operation.Variables, operation.Viewer, options.Pages);
        foreach (var slot in operation.Statement?.Slots ?? []) slot.Resolve(scope);
    }

    private async Task WriteAsync(PreparedOperation operation, DoneInMemory done, ResponseOutput output, CancellationToken cancellation)
    {
        var scope = new SlotScope(operation.Variables, operation.Viewer, options.Pages) { References = References(done.Values.Values) };
        var meter = operation.CostReport == CostReport.Report ? new CostMeter() : null;
        var errors = done.Errors;
        output.CountsMarks = meter is not null;
        if (operation.Plan.Faults.Count == 0)
        {
            output.HasErrors = errors.Count > 0;
            output.Json.WriteStartObject();
            output.Json.WritePropertyName("data"u8);
            await WriteDataAsync(operation, done, scope, output, meter, cancellation);
        }
        else
        {
            // Fields of rows fail: where, only the data shows.
            var marked = await FaultyAnswer.HoldAsync(held => WriteDataAsync(operation, done, scope, held, meter, cancellation), cancellation);
            var answer = new FaultyAnswer(operation.Plan.Faults, operation.Document.Source);
            var data = answer.Complete(marked);
            errors = [.. errors, .. answer.Errors];
            output.HasErrors = errors.Count > 0;
            output.Json.WriteStartObject();
            output.Json.WritePropertyName("data"u8);
            if (data is null) output.Json.WriteNullValue();
            else data.WriteTo(output.Json);
        }
        if (errors.Count > 0) ResponseJson.WriteErrors(output.Json, errors.Take(options.MaxErrors));
        if (meter is not null || operation.PlanReport != PlanReport.None)
        {
            output.Json.WriteStartObject("extensions"u8);
            meter?.Write(output, operation.Cost, options.Operations.MaxCost);
            if (operation.PlanReport != PlanReport.None) await _plans.WriteAsync(operation, scope, output.Json, cancellation);
            output.Json.WriteEndObject();
        }
        output.Json.WriteEndObject();
    }

    private async Task WriteDataAsync(
        PreparedOperation operation, DoneInMemory done, SlotScope scope, ResponseOutput output, CostMeter? meter, CancellationToken cancellation)
    {
        if (operation.Statement is not { } statement)
        {
            DataWriter.WriteMemoryOnly(operation.Plan, done.Values, output.Json, meter);
            return;
        }
        var counted = output.AsksForVersion && operation.Basis is { } basis ? Counted(basis.Reads, operation.Viewer) : null;
        var session = await database.QueryAsync(
            statement.Text, statement.Parameters(scope), operation.Viewer, cancellation, counted);
        output.Version = session.Version;
        await using (session)
            await new DataWriter(operation.Plan, statement, done.Values, output, scope, meter).WriteAsync(await RowStream.StartAsync(session, cancellation), cancellation);
    }

    private EnterStatement Counted(VersionedReads reads, IViewer viewer) => again => versions!.EnterStatement(reads, viewer, again);

    /// <summary>Root fields in their order, one after the other: what a mutation must do, and no loss for a query.</summary>
    private static async Task<Dictionary<string, MemoryValue>> RunMemoryAsync(PreparedOperation operation, MemoryExecutor memory, CancellationToken cancellation)
    {
        var values = new Dictionary<string, MemoryValue>();
        var roots = operation.Plan.Roots.OfType<RootNode.Memory>().ToList();
        if (roots.Count == 0) return values;
        var fields = memory.Roots().ToDictionary(field => field.ResponseKey);
        foreach (var root in roots) values[root.Field.ResponseKey] = await memory.RootAsync(fields[root.Field.ResponseKey], cancellation);
        return values;
    }

    private static Dictionary<string, IReadOnlyCollection<RowKey>> References(IEnumerable<MemoryValue> values)
    {
        var references = new Dictionary<string, HashSet<RowKey>>();
        foreach (var value in values) MemoryValue.CollectReferences(value, references);
        return references.ToDictionary(r => r.Key, r => (IReadOnlyCollection<RowKey>)r.Value);
    }

    private async Task WriteReportsOnlyAsync(PreparedOperation operation, Utf8JsonWriter json, CancellationToken cancellation)
    {
        json.WriteStartObject();
        json.WriteNull("data"u8);
        json.WriteStartObject("extensions"u8);
        if (operation.CostReport != CostReport.None) CostMeter.Write(json, operation.Cost, actual: 0, options.Operations.MaxCost);
        if (operation.PlanReport != PlanReport.None)
            await _plans.WriteAsync(operation, new SlotScope(operation.Variables, operation.Viewer, options.Pages), json, cancellation);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteWithoutData(ResponseOutput output, IReadOnlyList<GraphQLError> errors)
    {
        output.HasErrors = true;
        output.Json.WriteStartObject();
        ResponseJson.WriteErrors(output.Json, errors.Take(options.MaxErrors));
        output.Json.WriteNull("data"u8);
        output.Json.WriteEndObject();
    }
}

/// <summary>What resolvers have made, by the response keys of the root, and the errors of their fields.</summary>
internal sealed record DoneInMemory(IReadOnlyDictionary<string, MemoryValue> Values, IReadOnlyList<GraphQLError> Errors)
{
    public static readonly DoneInMemory Nothing = new(new Dictionary<string, MemoryValue>(), []);
}
