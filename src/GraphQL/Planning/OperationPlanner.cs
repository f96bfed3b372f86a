using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Introspection;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.GraphQL.Planning;

/// <summary>Makes the plan of an operation for a viewer's profile and the shape of its variables.</summary>
internal sealed class OperationPlanner
{
    private readonly TableSchema _schema;
    private readonly SelectionCollector _collector;
    private readonly SelectionPlanner _selections;

    private OperationPlanner(
        TableSchema schema, DocumentNode document, CoercedVariables variables, IViewer viewer, OperationBudget budget, bool marksRows)
    {
        _schema = schema;
        _collector = new SelectionCollector(schema.Schema, document, variables, budget);
        _selections = new SelectionPlanner(_collector, new PolicyScope(viewer, schema.Claims, budget), marksRows);
    }

    /// <param name="marksRows">Whether the rows that are read will be counted (<see cref="ConnectionNode.MarksRows"/>).</param>
    /// <exception cref="GraphQLRequestException">The operation is larger than the limits, or an argument is wrong.</exception>
    public static OperationPlan Plan(
        TableSchema schema, DocumentNode document, OperationDefinitionNode operation, CoercedVariables variables, IViewer viewer,
        OperationLimits limits, bool marksRows)
    {
        var budget = new OperationBudget(limits);
        var planner = new OperationPlanner(schema, document, variables, viewer, budget, marksRows);
        bool isMutation = operation.Operation == OperationKind.Mutation;
        try
        {
            var fields = planner._collector.Collect(schema.Schema.RootType(operation.Operation)!, operation);
            if (isMutation) budget.Mutations(fields.Count);
            return new OperationPlan([.. fields.Select(field => planner.Root(field, isMutation))]) { Faults = planner._selections.Faults };
        }
        catch (SelectionFaultException refused)
        {
            return new OperationPlan([]) { RootFault = refused.Fault };
        }
    }

    private RootNode Root(SelectedField field, bool isMutation) => field.Definition.Binding switch
    {
        // What is in memory fails when it is executed.
        not (ResolverBinding or AsyncResolverBinding) when field.Fault is { } fault => new RootNode.Fault(field, _selections.Fail(field, fault)),
        RootConnectionBinding all => Page(field, _selections.Connection(all.Target, (_, _) => Predicate.True, field)),
        RootGroupsBinding all => Page(field, _selections.Groups(all.Target, (_, _) => Predicate.True, field)),
        SearchBinding all => Page(field, _selections.Hits(all, field)),
        RootLookupBinding one => new RootNode.Data(field, _selections.One(one.Target, (row, arguments) => one.Match(row, arguments), false, field)),
        RootByIdBinding one => new RootNode.Data(field, ById(one.Target, field)),
        NodeBinding => new RootNode.Data(field, ById(TypeOfId(new FieldArguments(field).Value("id")!, field.Path), field)),
        NodesBinding => ManyById(field),
        ChangesBinding changes => new RootNode.Memory(field, [Visible(changes.Target, field, ChangesBinding.Visible), .. References(field)], isMutation),
        AsyncResolverBinding { ItemsArgument: { } argument } => new RootNode.Memory(field, [.. References(field)], isMutation)
        {
            Items = new PageSizeSlot(new FieldArguments(field).Leaf(argument), argument, field.Path),
        },
        AsyncResolverBinding { Cost: > 0 and var cost } => new RootNode.Memory(field, [.. References(field)], isMutation) { Cost = cost },
        TypeNameBinding or ResolverBinding or AsyncResolverBinding => new RootNode.Memory(field, [.. References(field)], isMutation),
        var other => throw new InvalidOperationException($"The root has no field of this kind: {field.Definition.Name} ({other})."),
    };

    private static RootNode Page(SelectedField field, SelectionNode page) =>
        page is FaultNode failed ? new RootNode.Fault(field, failed.Number) : new RootNode.Data(field, page);

    private RowNode ById(RowType type, SelectedField field) =>
        _selections.One(type, (row, arguments) => IdFilter.Is(type, row, arguments.Leaf("id")!, field.Path), isByKey: true, field);

    private RootNode.ManyById ManyById(SelectedField field)
    {
        var ids = (ListInput)new FieldArguments(field).Value("ids")!;
        var types = ids.Items.Select(id => TypeOfId(id, field.Path)).Distinct();
        return new RootNode.ManyById(
            field,
            [.. types.Select(type => (type, _selections.One(type, (row, _) => IdFilter.IsOneOf(type, row, ids, field.Path), isByKey: false, field)))],
            new InputLeafList(ids));
    }

    /// <summary>The type an id names. It is part of the variables' shape, so a plan serves ids of its own type only.</summary>
    private RowType TypeOfId(InputValue id, string path)
    {
        string name = GlobalId.Require((string)id.ToClr()!, typeName: null, path).TypeName;
        return _schema.RowTypes.GetValueOrDefault(name)
            ?? throw new GraphQLRequestException([new GraphQLError("This is not an id.", ErrorCodes.InvalidId) { Path = path.Split('.') }]);
    }

    /// <summary>The fields below a field in memory whose values are rows.</summary>
    private IEnumerable<ReferenceNode> References(SelectedField field)
    {
        if (field.Nodes[0].SelectionSet is null) yield break;
        foreach (var type in _schema.Schema.PossibleTypes(field.Definition.Type.Named))
        {
            foreach (var below in Below(type, field))
            {
                switch (below.Definition.Binding)
                {
                    case RowReferenceBinding reference:
                        yield return Reference(reference.Target, below, ReferenceNode.PlaceOf(below));
                        continue;
                    case RowOfTypesBinding row:
                        foreach (var target in row.Targets) yield return Reference(target, below, ReferenceNode.PlaceOf(below, target.Type.Name));
                        continue;
                    case SeenItemsBinding items:
                        foreach (var target in items.Targets) yield return Visible(target, below, SeenItemsBinding.PlaceOf(target.Type.Name));
                        break;
                }
                foreach (var deeper in References(below)) yield return deeper;
            }
        }
    }

    /// <summary>What is selected; nothing where that can't be told, for then the field fails when it is executed.</summary>
    private IReadOnlyList<SelectedField> Below(ObjectType type, SelectedField field)
    {
        try
        {
            return _collector.Collect(type, field);
        }
        catch (SelectionFaultException)
        {
            return [];
        }
    }

    private ReferenceNode Reference(RowType target, SelectedField field, string place) =>
        new(place, target, _selections.One(target, (row, _) => KeyIn(target, row, place), isByKey: false, field));

    /// <summary>Which rows the viewer may see, and nothing of what is in them.</summary>
    private ReferenceNode Visible(RowType target, SelectedField field, string place) =>
        new(place, target, _selections.OneWithout(target, row => KeyIn(target, row, place), field));

    private static Predicate KeyIn(RowType target, TableSource row, string place) =>
        IdFilter.KeyIn(target, row, ownId => new ReferenceSlot(place, ownId));
}
