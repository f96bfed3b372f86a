using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>Makes of the selections of a row the typed columns that its branch selects and the readers that write them. A row and
/// its to-one relations are typed columns; a to-many relation is one column of JSON text.</summary>
internal static class RowReaderBuilder
{
    public static FieldReader[] Build(IReadOnlyList<SelectionNode> selections, StatementColumns columns, RowSql row) =>
        [.. selections.Select(node => Reader(node, columns, row))];

    /// <summary>The ordinals of a row's key.</summary>
    public static IReadOnlyList<int> Key(TableSource source, StatementColumns columns) =>
        KeyOrdinals([.. source.Table.Key.Select(c => SqlFragment.Of($"{source[c]}"))], columns);

    private static FieldReader Reader(SelectionNode node, StatementColumns columns, RowSql row)
    {
        string key = node.Key.Value;
        switch (node)
        {
            case TypenameNode typename:
                return new ConstantReader(key, typename.TypeName.Value);
            case ColumnNode column:
                return new ColumnReader(key, columns.Add(column.Value, column.Type), column.Type, column.IsNullable);
            case GlobalIdNode id:
                return new GlobalIdReader(key, id.TypeName.Value, KeyOrdinals(id.KeyColumns, columns));
            case RowNode related:
                row.Join(related);
                int present = columns.Add(RowSql.IsPresent(related), SqlTypes.Boolean);
                return new ObjectReader(key, present, Build(related.Selections, columns, row));
            case ObjectNode fields:
                return new PartReader(key, Build(fields.Selections, columns, row));
            case ConnectionNode connection:
                return new JsonTextReader(key, columns.Add(JsonText.Connection(connection).ToSql(), SqlTypes.Text));
            case FaultNode fault:
                return new FaultReader(fault);
            default:
                throw new InvalidOperationException($"There is no reader for {node}.");
        }
    }

    private static IReadOnlyList<int> KeyOrdinals(IReadOnlyList<SqlFragment> key, StatementColumns columns) =>
        [.. key.Select((column, i) => columns.Add(column, i == 0 ? SqlTypes.Integer : SqlTypes.Bigint))];
}
