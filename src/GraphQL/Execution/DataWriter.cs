using System.Text.Json;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>Writes <c>data</c>: the root fields in the order of the request, from the statement's rows and from what resolvers have made.</summary>
internal sealed class DataWriter(
    OperationPlan plan, DataStatement statement, IReadOnlyDictionary<string, MemoryValue> values, ResponseOutput output, SlotScope scope, CostMeter? meter)
{
    /// <summary>Writes the object. Rows that are shown elsewhere than where they are read come first, and are kept until then.</summary>
    public async Task WriteAsync(RowStream rows, CancellationToken cancellation)
    {
        var keyed = new KeyedRows();
        foreach (var (place, branch) in statement.References) await keyed.ReadAsync(place, branch, rows, meter, cancellation);
        foreach (var branches in statement.Roots.Values.OfType<Dictionary<string, KeyedBranch>>())
            foreach (var (type, branch) in branches) await keyed.ReadAsync(PlaceOf(branch, type), branch, rows, meter, cancellation);

        output.Json.WriteStartObject();
        foreach (var root in plan.Roots)
        {
            output.Json.WritePropertyName(root.Field.ResponseKey);
            meter?.AddRoot((root as RootNode.Data)?.Node as ConnectionNode, root is RootNode.Memory { IsMutation: true }, root is RootNode.Memory { Items: not null });
            switch (root)
            {
                case RootNode.Fault fault: FaultyAnswer.WriteMark(fault.Number, output.Json); break;
                case RootNode.Memory: MemoryValue.Write(values[root.Field.ResponseKey], keyed, output.Json); break;
                case RootNode.ManyById many: WriteMany(many, (Dictionary<string, KeyedBranch>)statement.Roots[root], keyed); break;
                default: await WriteRootAsync(statement.Roots[root], rows, cancellation); break;
            }
        }
        output.Json.WriteEndObject();
    }

    /// <summary>The object of an operation that reads no table.</summary>
    public static void WriteMemoryOnly(OperationPlan plan, IReadOnlyDictionary<string, MemoryValue> values, Utf8JsonWriter json, CostMeter? meter)
    {
        var none = new KeyedRows();
        json.WriteStartObject();
        foreach (var root in plan.Roots)
        {
            json.WritePropertyName(root.Field.ResponseKey);
            meter?.AddRoot(isMutation: root is RootNode.Memory { IsMutation: true });
            if (root is RootNode.Fault fault)
            {
                FaultyAnswer.WriteMark(fault.Number, json);
            }
            else if (root is RootNode.ManyById)
            {
                // No ids were given, or there would be rows to read.
                json.WriteStartArray();
                json.WriteEndArray();
            }
            else
            {
                MemoryValue.Write(values[root.Field.ResponseKey], none, json);
            }
        }
        json.WriteEndObject();
    }

    private async Task WriteRootAsync(object branch, RowStream rows, CancellationToken cancellation)
    {
        if (branch is ConnectionBranches page)
        {
            int written = await new PageWriter(page, rows, output, scope).WriteAsync(cancellation);
            meter?.AddRows(written, OperationCost.OfRow(page.Node));
            return;
        }
        var one = (RowBranch)branch;
        if (!rows.IsAt(one))
        {
            output.Json.WriteNullValue();
            return;
        }
        await new RowWriter(one.Shown, rows, one).WriteAsync(output.Json, cancellation);
        meter?.AddRows(1, one.RowCost);
    }

    private void WriteMany(RootNode.ManyById many, Dictionary<string, KeyedBranch> branches, KeyedRows rows)
    {
        output.Json.WriteStartArray();
        foreach (string text in many.Ids.Values(scope.Variables).OfType<string>())
        {
            var id = GlobalId.Require(text, typeName: null, many.Field.Path);
            rows.Write(PlaceOf(branches[id.TypeName], id.TypeName), id.Key, output.Json);
        }
        output.Json.WriteEndArray();
    }

    private static string PlaceOf(KeyedBranch branch, string type) => $"{branch.Number}@{type}";
}
