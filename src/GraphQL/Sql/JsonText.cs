using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Planning;

namespace HomeroomGraph.GraphQL.Sql;

/// <summary>Expressions that make JSON text inside PostgreSQL, by concatenation: a to-many relation comes as one text column of
/// its parent's row. (<c>json_build_object</c> costs half as much again; NULL vanishes in <c>concat</c>, so it is spelt out.)</summary>
internal static class JsonText
{
    /// <summary>The object of a row; what it needs joined is added to <paramref name="row"/>.</summary>
    public static JsonTextParts Object(IReadOnlyList<SelectionNode> selections, RowSql row) => selections is [FaultNode { OfSelections: true } fault]
        ? Fault(fault.Number)
        : Braces(selections.Select(node => (node.Key, Value(node, row))));

    /// <summary>The mark of a value that fails (<see cref="Execution.FaultyAnswer"/>).</summary>
    public static JsonTextParts Fault(int number) => new JsonTextParts().Add($"{{\"\":{new SqlInteger(number)}}}");

    /// <summary>A page with what is asked of it.</summary>
    public static JsonTextParts Connection(ConnectionNode node)
    {
        var page = new PageColumns(node);
        var items = Braces([.. node.Items.Select(item => (item.Key, page.Item(item)))]);
        var rows = page.Needed ? SqlFragment.Of($" from {page.Rows}") : SqlFragment.Of($"");
        if (node.Source.With is { } with) return new JsonTextParts().AddText(SqlFragment.Of($"(with {with} select {items.ToSql()}{rows})"));
        return page.Needed ? new JsonTextParts().AddText(SqlFragment.Of($"(select {items.ToSql()}{rows})")) : items;
    }

    private static JsonTextParts Value(SelectionNode node, RowSql row)
    {
        switch (node)
        {
            case TypenameNode typename:
                return Text(typename.TypeName);
            case ColumnNode { IsNullable: false } column when column.Type.ToQuotedText(column.Value) is { } text:
                return new JsonTextParts().Add($"\"").Add(text).Add($"\"");
            case ColumnNode { IsNullable: false } column:
                return new JsonTextParts().Add(column.Type.ToJsonText(column.Value));
            case ColumnNode column:
                return new JsonTextParts().Add(column.Type.ToJsonTextOrNull(column.Value));
            case GlobalIdNode id:
                return new JsonTextParts().AddBase64Url(GlobalId.InSql(id.TypeName, id.KeyColumns));
            case RowNode related:
                row.Join(related);
                return new JsonTextParts().Add(SqlFragment.Of($"case when {RowSql.IsPresent(related.Source)} then {Object(related.Selections, row).ToSql()} else 'null' end"));
            case ObjectNode fields:
                return Object(fields.Selections, row);
            case ConnectionNode connection:
                return Connection(connection);
            case FaultNode fault:
                return Fault(fault.Number);
            default:
                throw new InvalidOperationException($"There is no JSON text for {node}.");
        }
    }

    /// <summary>A name as a JSON string.</summary>
    internal static JsonTextParts Text(GraphQLName name) => new JsonTextParts().Add($"\"{name}\"");

    /// <summary>A JSON object of keys and the JSON texts of their values.</summary>
    internal static JsonTextParts Braces(IEnumerable<(GraphQLName Key, JsonTextParts Value)> fields)
    {
        var text = new JsonTextParts().Add($"{{");
        bool isFirst = true;
        foreach (var (key, value) in fields)
        {
            if (!isFirst) text.Add($",");
            text.Add($"\"{key}\":").Add(value);
            isFirst = false;
        }
        return text.Add($"}}");
    }
}
