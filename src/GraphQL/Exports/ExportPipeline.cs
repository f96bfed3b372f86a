using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.GraphQL.Exports;

/// <summary>The bounds of exports. A list has no bound of its own here: its rows go out as they are read, so memory stays what it is.</summary>
/// <param name="TimeLimit">How long one may take until its last row is sent.</param>
/// <param name="OfClient">Exports of one client that run at once.</param>
public sealed record ExportLimits(TimeSpan TimeLimit, int OfClient = 2);

/// <summary>The way of an export: as that of a query until it is planned, and then all rows of its list in place of a page.</summary>
/// <param name="operations">Documents, validation, viewers: what every request passes.</param>
/// <param name="rows">Connections of its own, for an export holds one as long as its reader takes.</param>
public sealed class ExportPipeline(OperationPipeline operations, TableSchema schema, IRowSource rows, PipelineOptions options, ExportLimits limits) : IDisposable
{
    private readonly OperationSlots _slots = new(limits.OfClient);

    /// <summary>Makes an export ready to run for a viewer, or refuses it.</summary>
    /// <exception cref="GraphQLRequestException">The request can't run, or is not one whole list.</exception>
    public PreparedExport Prepare(GraphQLRequest request, ExportFormat format, IViewer viewer)
    {
        var operation = operations.Prepare(request with { QueryOnly = true }, viewer);
        if (format.Rows is { } shown) operation = RowsOfFormat.In(operation, shown, schema, options);
        return new PreparedExport(operation, WholeList.Of(operation), format);
    }

    /// <summary>Reads the rows and writes the file as they come.</summary>
    /// <param name="again">It was tried before, and is paid for.</param>
    /// <exception cref="GraphQLRequestException">Not now, or not in time; nothing was sent.</exception>
    /// <exception cref="StaleViewerException">The viewer's rights have changed; prepare the request for a fresh viewer.</exception>
    public async Task ExecuteAsync(PreparedExport export, ExportOutput output, bool again, CancellationToken cancellation)
    {
        if (!again) output.RateLimit = operations.SpendOnExport(export.Operation.Viewer);
        using var place = await _slots.EnterAsync(export.Operation.Viewer.Client, cancellation);
        await RunGuard.RunAsync(stop => WriteAsync(export, output, stop), limits.TimeLimit, () => output.HasBegun, cancellation);
    }

    private async Task WriteAsync(PreparedExport export, ExportOutput output, CancellationToken cancellation)
    {
        var (operation, statement) = (export.Operation, export.Statement);
        var scope = new SlotScope(operation.Variables, operation.Viewer, options.Pages);
        await using var session = await rows.QueryAsync(statement.Text, statement.Parameters(scope), operation.Viewer, cancellation);
        var page = ((ConnectionBranches)statement.Roots[export.List.Root]).Page!;
        using var reader = new ExportReader(page, await RowStream.StartAsync(session, cancellation), export.Shape);
        await using var writer = await export.Format.BeginAsync(export.Shape.Columns, output, cancellation);
        while (await reader.ReadAsync(cancellation) is { } row)
        {
            await writer.WriteAsync(row, cancellation);
            await output.FlushIfLargeAsync(cancellation);
        }
        await writer.EndAsync(cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => _slots.Dispose();
}
