using HomeroomGraph.GraphQL.Planning;

namespace HomeroomGraph.GraphQL.Sql;

/// <summary>Objects that are no rows of a table, as a JSON array that PostgreSQL makes: shown with the members that are selected, under their keys.</summary>
internal static class JsonObjects
{
    /// <summary>The value of a member in <see cref="Shown"/>; NULL where the object has none.</summary>
    public static SqlFragment Member(string name) => SqlFragment.Of($"(item.value -> '{new GraphQLName(name)}')");

    /// <summary>The array with what is selected of each object, as <see cref="SqlTypes.OrderedJson"/>; NULL where there is no array.</summary>
    /// <param name="objects">An expression of type jsonb.</param>
    /// <param name="members">What is selected: members and type names.</param>
    public static SqlFragment Shown(SqlFragment objects, IEnumerable<SelectionNode> members)
    {
        var shown = SqlFragment.Join($", ", members.Select(member => SqlFragment.Of($"'{member.Key}', {Value(member)}")));
        return SqlFragment.Of($"""
            (select case when list.objects is not null then
                        coalesce((select json_agg(json_build_object({shown}) order by item.place) from jsonb_array_elements(list.objects) with ordinality item (value, place)), '[]') end
             from (select {objects}) list (objects))
            """);
    }

    private static SqlFragment Value(SelectionNode member) => member switch
    {
        ColumnNode column => column.Value,
        TypenameNode typename => SqlFragment.Of($"'{typename.TypeName}'::text"),
        _ => throw new InvalidOperationException($"{member} is no member of a JSON object."),
    };
}
