using System.Text.Json;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>Makes of the selections of a row the typed columns that its branch selects and the readers that write them. A row and
/// its to-one relations are typed columns, and so are the rows of a list that comes beside it (<see cref="ListBeside"/>); any other to-many
/// relation is one column of JSON text.</summary>
internal static class RowReaderBuilder
{
    /// <summary>Of a row that stands alone.</summary>
    public static FieldReader[] Build(IReadOnlyList<SelectionNode> selections, StatementColumns columns, RowSql row) =>
        [.. selections.Select(node => Reader(node, columns, row))];

    /// <summary>Of a row that may have a list beside it.</summary>
    /// <param name="source">The row's; null where there is one row at most.</param>
    public static RowReader BuildWithList(TableSource? source, IReadOnlyList<SelectionNode> selections, StatementColumns columns, RowSql row)
    {
        if (ListBeside.Of(selections) is not { } list) return new RowReader(Build(selections, columns, row));
        int place = selections.ToList().IndexOf(list);
        // What is joined after the list would be looked up for each of its rows.
        var (before, after) = (Build([.. selections.Take(place)], columns, row), Build([.. selections.Skip(place + 1)], columns, row));
        return new RowReader(before, List(source, list, columns, row), after);
    }

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
                return Related(related, columns, row);
            case OneOfNode one:
                return new OneOfReader(key, [.. one.Rows.Select(related => Related(related, columns, row))]);
            case ObjectNode fields:
                return new PartReader(key, Build(fields.Selections, columns, row));
            case ConnectionNode list when ListBeside.IsOfOne(list):
                return ListOfOne(list, columns, row);
            case ConnectionNode connection:
                return new JsonTextReader(key, columns.Add(JsonText.Connection(connection).ToSql(), SqlTypes.Text));
            case FaultNode fault:
                return new FaultReader(fault);
            default:
                throw new InvalidOperationException($"There is no reader for {node}.");
        }
    }

    private static ObjectReader Related(RowNode related, StatementColumns columns, RowSql row)
    {
        row.Join(related);
        return new ObjectReader(related.Key.Value, Presence(related.Source, related.Selections, columns), Build(related.Selections, columns, row));
    }

    private static ListReader List(TableSource? owner, ConnectionNode list, StatementColumns columns, RowSql row)
    {
        row.Join(list);
        return new ListReader(
            JsonEncodedText.Encode(list.Key.Value), owner is null ? null : Owner(owner, columns), Frame(list, columns),
            BuildWithList((TableSource)list.Source, ListBeside.Shown(list).Selections, columns, row));
    }

    private static ListOfOneReader ListOfOne(ConnectionNode list, StatementColumns columns, RowSql row)
    {
        row.Join(list);
        return new ListOfOneReader(list.Key.Value, Frame(list, columns), Build(ListBeside.Shown(list).Selections, columns, row));
    }

    private static ListFrame Frame(ConnectionNode list, StatementColumns columns)
    {
        var shown = ListBeside.Shown(list);
        int place = list.Items.ToList().IndexOf(shown);
        return new ListFrame(
            [.. list.Items.Take(place).Select(Constant)], JsonEncodedText.Encode(shown.Key.Value), Presence((TableSource)list.Source, shown.Selections, columns),
            [.. list.Items.Skip(place + 1).Select(Constant)]);
    }

    private static ConstantReader Constant(ConnectionItem item) => new(item.Key.Value, ((ConnectionItem.Typename)item).TypeName.Value);

    /// <summary>What tells whether a joined row is there: a column that is shown and that no row of its table lacks, or one made for it.</summary>
    private static Presence Presence(TableSource joined, IReadOnlyList<SelectionNode> shown, StatementColumns columns) =>
        shown.OfType<ColumnNode>().FirstOrDefault(column => !column.IsNullable && column.Value.IsColumnOf(joined)) is { } never
            ? new Presence(columns.Add(never.Value, never.Type), IsFlag: false)
            : new Presence(columns.Add(RowSql.IsPresent(joined), SqlTypes.Boolean), IsFlag: true);

    /// <summary>What tells one row from another that the viewer may see: of the key, what is not the same in all of them, as the district is for most viewers.</summary>
    private static OwnerKey Owner(TableSource owner, StatementColumns columns)
    {
        var ordinals = owner.Table.Key.Select((column, i) => owner.Visible.Fixes(SqlFragment.Of($"{owner[column]}"))
            ? null
            : (int?)columns.Add(SqlFragment.Of($"{owner[column]}"), i == 0 ? SqlTypes.Integer : SqlTypes.Bigint)).ToList();
        return new OwnerKey(ordinals[0], ordinals.ElementAtOrDefault(1));
    }

    private static IReadOnlyList<int> KeyOrdinals(IReadOnlyList<SqlFragment> key, StatementColumns columns) =>
        [.. key.Select((column, i) => columns.Add(column, i == 0 ? SqlTypes.Integer : SqlTypes.Bigint))];
}
