using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Planning;

/// <summary>Makes a window of the arguments <c>first</c>, <c>after</c>, <c>last</c> and <c>before</c>.</summary>
internal static class WindowPlanner
{
    public static Window Plan(RowsSource source, KeysetOrder order, FieldArguments arguments)
    {
        var (first, last) = (arguments.Leaf("first"), arguments.Leaf("last"));
        if (first is not null && last is not null)
            throw new GraphQLRequestException([new GraphQLError(
                "Give 'first' or 'last', not both.", ErrorCodes.BadUserInput) { Path = arguments.Path.Split('.') }]);
        var size = last is null
            ? new PageSizeSlot(first, "first", arguments.Path)
            : new PageSizeSlot(last, "last", arguments.Path);
        if (arguments.Leaf("after") is null && arguments.Leaf("before") is null) return new Window(size, Backward: last is not null, [], []);
        string digest = Cursor.Digest(source, order);
        IReadOnlyList<SqlType> types = [.. order.Terms.Select(term => term.Type)];
        return new Window(size, Backward: last is not null, Keys("after"), Keys("before"));

        IReadOnlyList<Slot> Keys(string argument)
        {
            if (arguments.Leaf(argument) is not { } leaf) return [];
            var cursor = new SentCursor(leaf, digest, types, arguments.Path);
            return [.. types.Select((_, i) => new CursorSlot(cursor, i))];
        }
    }
}
