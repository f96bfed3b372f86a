using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Planning;
using HomeroomGraph.GraphQL.Sql;
using SelectionNode = HomeroomGraph.GraphQL.Planning.SelectionNode;

namespace HomeroomGraph.GraphQL.Exports;

/// <summary>The one list of a query, to be read whole in place of a page of it: the same rows under the same policies in the same order, by one
/// statement and so on one snapshot.</summary>
/// <param name="Root">The list's field.</param>
/// <param name="Row">What is shown of each row.</param>
internal sealed record WholeList(RootNode.Data Root, IReadOnlyList<SelectionNode> Row)
{
    /// <summary>Takes the list out of a plan. How large a page would be, and what is asked of the page itself, is passed over: so a document that reads
    /// page by page exports as it is.</summary>
    /// <exception cref="GraphQLRequestException">The operation is not one whole list.</exception>
    public static WholeList Of(PreparedOperation operation)
    {
        if (operation.Kind != OperationKind.Query) throw Refused("Only a query can be exported.");
        var plan = operation.Plan;
        if ((plan.RootFault ?? plan.Faults.FirstOrDefault()?.Fault) is { } fault)
            throw new GraphQLRequestException([fault.At(operation.Document.Source, [])]);
        if (plan.Roots is not [RootNode.Data { Node: ConnectionNode list } root])
            throw Refused("An export is of one list: ask for one field of the root, and for a connection.");
        if (list.Window is { Backward: true } or { After.Count: > 0 } or { Before.Count: > 0 })
            throw Refused("An export is of the whole list: leave 'after', 'before' and 'last' out.");
        var rows = list.Items.SelectMany(Rows).ToList();
        if (rows is not [var row])
            throw Refused("An export shows its rows once: select 'nodes', or the 'node' of 'edges'.");
        var whole = list with
        {
            Window = new Window(PageSizeSlot.All, Backward: false, [], []),
            Items = [new ConnectionItem.Nodes(new GraphQLName("nodes"), row)],
        };
        return new WholeList(root with { Node = whole }, row);
    }

    /// <summary>The statement that reads it.</summary>
    public DataStatement Statement() => StatementBuilder.Build(new OperationPlan([Root]))!;

    private static IEnumerable<IReadOnlyList<SelectionNode>> Rows(ConnectionItem item) => item switch
    {
        ConnectionItem.Nodes nodes => [nodes.Selections],
        ConnectionItem.Edges edges => edges.Items.OfType<EdgeItem.Node>().Select(node => node.Selections),
        _ => [],
    };

    private static GraphQLRequestException Refused(string message) => new([new GraphQLError(message, ErrorCodes.BadUserInput)]);
}
