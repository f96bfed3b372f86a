using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Planning;

/// <summary>The most rows of lists that an operation can ask for with its variables: the pages inside pages multiplied. Each list is
/// bounded by itself; this bounds them together, before anything runs.</summary>
internal static class RequestedRows
{
    /// <exception cref="GraphQLRequestException">There are more than the limit.</exception>
    public static void Check(OperationPlan plan, SlotScope scope, long limit)
    {
        // Pages inside pages grow past every whole number; a sum that is not exact up there does no harm.
        double rows = plan.Roots.Sum(root => root switch
        {
            RootNode.Data data => Of(data.Node, scope),
            RootNode.ManyById many => many.ByType.Sum(type => Of(type.Rows, scope)) * many.Ids.Values(scope.Variables).Count(),
            RootNode.Memory memory => memory.References.Sum(reference => Of(reference.Rows, scope)),
            _ => 0.0,
        });
        if (rows <= limit) return;
        throw new GraphQLRequestException([new GraphQLError(
            $"The operation asks for more than {limit} rows at once. Ask for smaller pages inside pages.", ErrorCodes.LimitExceeded)]);
    }

    private static double Of(SelectionNode node, SlotScope scope) => node switch
    {
        RowNode row => Of(row.Selections, scope),
        ConnectionNode page => page.Window.Size.PageSize(scope) * page.Items.Sum(item => Of(item, scope)),
        _ => 0,
    };

    private static double Of(ConnectionItem item, SlotScope scope) => item switch
    {
        ConnectionItem.Nodes nodes => 1 + Of(nodes.Selections, scope),
        ConnectionItem.Edges edges => 1 + edges.Items.OfType<EdgeItem.Node>().Sum(node => Of(node.Selections, scope)),
        _ => 0,
    };

    private static double Of(IReadOnlyList<SelectionNode> selections, SlotScope scope) => selections.Sum(node => Of(node, scope));
}
