using System.Buffers;
using System.Text.Json;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Subscriptions;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>Answers a subscription's operation for changed rows (spec 6.2.3.2): one statement reads all rows of a batch, in the viewer's
/// session and under the policies, like those of every other operation.</summary>
internal sealed class ChangeReader(IRowSource database, Schema schema, PipelineOptions options)
{
    /// <exception cref="StaleViewerException">The viewer's rights have changed.</exception>
    public async Task<IReadOnlyList<ReadChange>> ReadAsync(
        PreparedOperation operation, IReadOnlyList<RowChange> changes, IServiceProvider services, CancellationToken cancellation)
    {
        var rows = await RowsAsync(operation, [.. changes.Select(change => change.Key)], cancellation);
        return [.. changes.Select(change => Answer(operation, change, rows, services, cancellation))];
    }

    /// <summary>Which of the rows the viewer may see.</summary>
    /// <exception cref="StaleViewerException">The viewer's rights have changed.</exception>
    public async Task<IEnumerable<RowKey>> VisibleAsync(PreparedOperation operation, IReadOnlyCollection<RowKey> keys, CancellationToken cancellation)
    {
        var rows = await RowsAsync(operation, keys, cancellation);
        return keys.Where(key => rows.Contains(ChangesBinding.Visible, key));
    }

    private async Task<KeyedRows> RowsAsync(PreparedOperation operation, IReadOnlyCollection<RowKey> keys, CancellationToken cancellation)
    {
        var statement = operation.Statement!;
        var scope = new SlotScope(operation.Variables, operation.Viewer, options.Pages) { References = statement.References.Keys.ToDictionary(place => place, _ => keys) };
        var rows = new KeyedRows();
        await RunGuard.RunAsync(stop => ReadAsync(operation, statement, scope, rows, stop), options.TimeLimit, hasBegun: () => false, cancellation);
        return rows;
    }

    private async Task ReadAsync(PreparedOperation operation, DataStatement statement, SlotScope scope, KeyedRows rows, CancellationToken cancellation)
    {
        var session = await database.QueryAsync(statement.Text, statement.Parameters(scope), operation.Viewer, cancellation);
        await using (session)
        {
            var stream = await RowStream.StartAsync(session, cancellation);
            foreach (var (place, branch) in statement.References) await rows.ReadAsync(place, branch, stream, meter: null, cancellation);
        }
    }

    private ReadChange Answer(PreparedOperation operation, RowChange change, KeyedRows rows, IServiceProvider services, CancellationToken cancellation)
    {
        bool isVisible = rows.Contains(ChangesBinding.Visible, change.Key);
        var told = change with { Kind = isVisible ? (change.Kind == ChangeKind.Created ? ChangeKind.Created : ChangeKind.Updated) : ChangeKind.Deleted };
        var memory = new MemoryExecutor(schema, operation, services, options.Operations);
        var field = memory.Roots().Single();

        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, ResponseJson.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteStartObject("data"u8);
            json.WritePropertyName(field.ResponseKey);
            MemoryValue.Write(memory.Event(field, told, cancellation), rows, json);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return new ReadChange(told, isVisible, buffer.WrittenMemory);
    }
}

/// <summary>A change as the operation shows it.</summary>
/// <param name="IsVisible">The row is there and the viewer may see it.</param>
/// <param name="Response">The whole response in JSON.</param>
internal sealed record ReadChange(RowChange Change, bool IsVisible, ReadOnlyMemory<byte> Response);
