using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Planning;

namespace HomeroomGraph.GraphQL.Sql;

/// <summary>Expressions that make JSON text inside PostgreSQL, by concatenation: a to-many relation comes as one text column of
/// its parent's row. (<c>json_build_object</c> costs half as much again; NULL vanishes in <c>concat</c>, so it is spelt out.)</summary>
internal static class JsonText
{
    /// <summary>The object of a row; what it needs joined is added to <paramref name="row"/>.</summary>
    public static SqlFragment Object(IReadOnlyList<SelectionNode> selections, RowSql row) => selections is [FaultNode { OfSelections: true } fault]
        ? Fault(fault.Number)
        : Braces(selections.Select(node => (node.Key, Value(node, row))));

    /// <summary>The mark of a value that fails (<see cref="Execution.FaultyAnswer"/>).</summary>
    public static SqlFragment Fault(int number) => SqlFragment.Of($"'{{\"\":{new SqlInteger(number)}}}'::text");

    /// <summary>A page with what is asked of it.</summary>
    public static SqlFragment Connection(ConnectionNode node)
    {
        var page = new PageColumns(node);
        var items = Braces([.. node.Items.Select(item => (item.Key, page.Item(item)))]);
        return page.Needed
            ? SqlFragment.Of($"(select {items} from {page.Rows} {page.Alias})")
            : items;
    }

    private static SqlFragment Value(SelectionNode node, RowSql row)
    {
        switch (node)
        {
            case TypenameNode typename:
                return Text(typename.TypeName);
            case ColumnNode { IsNullable: false } column:
                return column.Type.ToJsonText(column.Value);
            case ColumnNode column:
                return SqlFragment.Of($"case when ({column.Value}) is null then 'null' else {column.Type.ToJsonText(column.Value)} end");
            case GlobalIdNode id:
                return SqlFragment.Of($"concat('\"', {GlobalId.InSql(id.TypeName, id.KeyColumns)}, '\"')");
            case RowNode related:
                row.Join(related);
                return SqlFragment.Of($"case when {RowSql.IsPresent(related)} then {Object(related.Selections, row)} else 'null' end");
            case ConnectionNode connection:
                return Connection(connection);
            case FaultNode fault:
                return Fault(fault.Number);
            default:
                throw new InvalidOperationException($"There is no JSON text for {node}.");
        }
    }

    /// <summary>A name as a JSON string.</summary>
    internal static SqlFragment Text(GraphQLName name) => SqlFragment.Of($"'\"{name}\"'");

    /// <summary>A JSON object of keys and the JSON texts of their values. One call of <c>concat</c> takes at most 100 arguments, of which
    /// a field takes two and the comma after it one; none of the calls gives NULL.</summary>
    internal static SqlFragment Braces(IEnumerable<(GraphQLName Key, SqlFragment Value)> fields)
    {
        var groups = fields.Chunk(32).Select(group => SqlFragment.Join($", ',', ", group.Select(field => SqlFragment.Of($"'\"{field.Key}\":', {field.Value}")))).ToList();
        // @skip and @include may leave nothing of a selection.
        if (groups.Count == 0) return SqlFragment.Of($"'{{}}'::text");
        return groups.Count == 1
            ? SqlFragment.Of($"concat('{{', {groups[0]}, '}}')")
            : SqlFragment.Of($"('{{' || {SqlFragment.Join($" || ',' || ", groups.Select(group => SqlFragment.Of($"concat({group})")))} || '}}')");
    }
}
