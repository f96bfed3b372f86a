using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Planning.Groups;
using HomeroomGraph.GraphQL.Planning.Search;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Introspection;

namespace HomeroomGraph.GraphQL.Planning;

/// <summary>Plans what is selected of rows: each field of the operation becomes a node of the plan.</summary>
internal sealed class SelectionPlanner(SelectionCollector collector, PolicyScope scope, bool marksRows)
{
    private readonly List<PlannedFault> _faults = [];

    /// <summary>The fields that fail, found so far.</summary>
    public IReadOnlyList<PlannedFault> Faults => _faults;

    /// <summary>Remembers that a field fails.</summary>
    /// <returns>The number of the fault.</returns>
    public int Fail(SelectedField field, FieldFault fault)
    {
        _faults.Add(new PlannedFault(field, fault));
        return _faults.Count - 1;
    }

    /// <summary>The nodes of what is selected below a field whose value is a row of the type.</summary>
    public IReadOnlyList<SelectionNode> Row(RowType type, TableSource row, SelectedField field)
    {
        try
        {
            return [.. collector.Collect(type.Type, field).Select(selected => Plan(type, row, selected))];
        }
        catch (SelectionFaultException refused)
        {
            return [new FaultNode(new GraphQLName(field.ResponseKey), Fail(field, refused.Fault), OfSelections: true)];
        }
    }

    /// <summary>A page of rows of the target that match, or a field that fails.</summary>
    public SelectionNode Connection(RowType target, Func<TableSource, FieldArguments, Predicate> match, SelectedField field) =>
        Connection(target, target.Read(scope, new FieldArguments(field)), match, field);

    private SelectionNode Connection(RowType target, TableSource row, Func<TableSource, FieldArguments, Predicate> match, SelectedField field)
    {
        var arguments = new FieldArguments(field);
        int paidBefore = scope.Budget.SearchCost;
        var search = SearchPlanner.Plan(target, row, arguments);
        var order = OrderPlanner.Plan(target, row, arguments.Value("order"), field.Path, search?.Rank);
        var filter = Predicate.And(
            match(row, arguments), search?.Condition ?? Predicate.True, FilterPlanner.Plan(target, row, arguments.Value("where"), field.Path));
        int searchCost = scope.Budget.SearchCost - paidBefore;
        var key = new GraphQLName(field.ResponseKey);
        try
        {
            return new ConnectionNode(
                key, row, filter, order.Within(row, Predicate.And(filter, row.Visible)), WindowPlanner.Plan(row, order, arguments), searchCost,
                Items(shown => Row(target, row, shown), field)) { MarksRows = marksRows };
        }
        catch (SelectionFaultException refused)
        {
            return new FaultNode(key, Fail(field, refused.Fault));
        }
    }

    /// <summary>A page of groups of the rows of the target that match, or a field that fails.</summary>
    public SelectionNode Groups(RowType target, Func<TableSource, FieldArguments, Predicate> match, SelectedField field) =>
        Groups(target, target.Read(scope), match, field);

    private SelectionNode Groups(RowType target, TableSource row, Func<TableSource, FieldArguments, Predicate> match, SelectedField field) =>
        GroupPlanner.Plan(this, target, row, match, field, marksRows);

    /// <summary>A page of what a search over several kinds of rows finds, or a field that fails.</summary>
    public SelectionNode Hits(SearchBinding kinds, SelectedField field) => HitPlanner.Plan(this, kinds, scope, field, marksRows);

    /// <summary>The row of the target that matches, or none.</summary>
    public RowNode One(RowType target, Func<TableSource, FieldArguments, Predicate> match, bool isByKey, SelectedField field)
    {
        var row = target.Read(scope);
        return new RowNode(new GraphQLName(field.ResponseKey), row, match(row, new FieldArguments(field)), isByKey, Row(target, row, field));
    }

    /// <summary>The row of the target that matches, without anything that is in it.</summary>
    public RowNode OneWithout(RowType target, Func<TableSource, Predicate> match, SelectedField field)
    {
        var row = target.Read(scope);
        return new RowNode(new GraphQLName(field.ResponseKey), row, match(row), IsByKey: false, []);
    }

    private SelectionNode Plan(RowType type, TableSource row, SelectedField field)
    {
        var key = new GraphQLName(field.ResponseKey);
        if (field.Fault is { } fault) return new FaultNode(key, Fail(field, fault));
        return field.Definition.Binding switch
        {
            TypeNameBinding => new TypenameNode(key, new GraphQLName(field.Parent.Name)),
            ColumnBinding { Type: MadeText } when IsInListOfRow(field) => throw new GraphQLRequestException(
                [new GraphQLError($"{field.Parent.Name}.{field.Definition.Name} is not shown in a list inside a row: ask for it of the rows themselves.", ErrorCodes.BadUserInput) { Path = field.Path.Split('.') }]),
            ColumnBinding { Items: { } items } column => Objects(items, column, row, field),
            ColumnBinding column => new ColumnNode(key, column.Value(row, new FieldArguments(field)), column.Type, column.MayBeNull(row))
            {
                IsProse = type.IsProse(field.Definition.Name, column.Type),
            },
            GlobalIdBinding id => new GlobalIdNode(key, new GraphQLName(field.Parent.Name), id.Row.KeyOf(row)),
            ToOneBinding one => One(one.Target, (related, arguments) => one.Match(row, related, arguments), one.IsByKey, field),
            ToManyBinding many => Connection(many.Target, Related(many.Target, many.Path, row, field), (related, arguments) => many.Match(row, related, arguments), field),
            ToManyGroupsBinding many => Groups(many.Target, Related(many.Target, many.Path, row, field), (related, arguments) => many.Match(row, related, arguments), field),
            var other => throw new InvalidOperationException($"{field.Parent}.{field.Definition.Name} can't be read from a row ({other})."),
        };
    }

    private static bool IsInListOfRow(SelectedField field)
    {
        for (var above = field.Above; above is not null; above = above.Above)
        {
            if (above.Definition.Binding is ToManyBinding) return true;
        }
        return false;
    }

    /// <summary>What is selected of objects that are no rows, in the order of the selections; their members are leaves.</summary>
    private SelectionNode Objects(ObjectType items, ColumnBinding column, TableSource row, SelectedField field)
    {
        var key = new GraphQLName(field.ResponseKey);
        var members = Parts(field, member => new ColumnNode(new GraphQLName(member.ResponseKey), JsonObjects.Member(member.Definition.Name), column.Type, IsNullable: true));
        if (members.OfType<FaultNode>().FirstOrDefault() is { } fault) return fault with { Key = key, OfSelections = false };
        return new ColumnNode(key, JsonObjects.Shown(column.Value(row, new FieldArguments(field)), members), SqlTypes.OrderedJson, column.MayBeNull(row));
    }

    private TableSource Related(RowType target, Relation? path, TableSource row, SelectedField field) =>
        path is null ? target.Read(scope, new FieldArguments(field)) : target.ReadOf(row, path);

    /// <summary>The nodes of what is selected below a field whose value is no row, or the mark that it fails.</summary>
    public IReadOnlyList<SelectionNode> Parts(SelectedField field, Func<SelectedField, SelectionNode> plan)
    {
        try
        {
            return [.. Below(field).Select(selected => selected switch
            {
                { Fault: { } fault } => new FaultNode(new GraphQLName(selected.ResponseKey), Fail(selected, fault)),
                { Definition.Binding: TypeNameBinding } => new TypenameNode(new GraphQLName(selected.ResponseKey), new GraphQLName(selected.Parent.Name)),
                _ => plan(selected),
            })];
        }
        catch (SelectionFaultException refused)
        {
            return [new FaultNode(new GraphQLName(field.ResponseKey), Fail(field, refused.Fault), OfSelections: true)];
        }
    }

    /// <summary>The fields of a connection.</summary>
    /// <param name="shown">What is selected of each row below a field that shows rows.</param>
    /// <exception cref="SelectionFaultException">What is selected can't be told.</exception>
    public IReadOnlyList<ConnectionItem> Items(Func<SelectedField, IReadOnlyList<SelectionNode>> shown, SelectedField field) =>
        [.. Below(field).Select(item => Item(shown, item))];

    /// <summary>A field of a connection.</summary>
    /// <param name="shown">What is selected of each row below a field that shows rows.</param>
    private ConnectionItem Item(Func<SelectedField, IReadOnlyList<SelectionNode>> shown, SelectedField field)
    {
        var key = new GraphQLName(field.ResponseKey);
        return field.Definition.Name switch
        {
            "nodes" => new ConnectionItem.Nodes(key, shown(field)),
            "edges" => Edges(shown, field),
            "pageInfo" => PageInfo(field),
            "totalCount" => new ConnectionItem.TotalCount(key),
            _ => new ConnectionItem.Typename(key, new GraphQLName(field.Parent.Name)),
        };
    }

    private ConnectionItem Edges(Func<SelectedField, IReadOnlyList<SelectionNode>> shown, SelectedField field)
    {
        var key = new GraphQLName(field.ResponseKey);
        try
        {
            return new ConnectionItem.Edges(key, [.. Below(field).Select(item => Edge(shown, item))]);
        }
        catch (SelectionFaultException refused)
        {
            // An edge for each row, and each fails.
            return new ConnectionItem.Nodes(key, [new FaultNode(key, Fail(field, refused.Fault), OfSelections: true)]);
        }
    }

    private ConnectionItem PageInfo(SelectedField field)
    {
        var key = new GraphQLName(field.ResponseKey);
        try
        {
            return new ConnectionItem.PageInfo(key, [.. Below(field).Select(PageInfoItem)]);
        }
        catch (SelectionFaultException refused)
        {
            return new ConnectionItem.Fault(key, Fail(field, refused.Fault));
        }
    }

    private IReadOnlyList<SelectedField> Below(SelectedField field) => collector.Collect((ObjectType)field.Definition.Type.Named, field);

    private static EdgeItem Edge(Func<SelectedField, IReadOnlyList<SelectionNode>> shown, SelectedField field)
    {
        var key = new GraphQLName(field.ResponseKey);
        return field.Definition.Name switch
        {
            "node" => new EdgeItem.Node(key, shown(field)),
            "cursor" => new EdgeItem.Cursor(key),
            _ => new EdgeItem.Typename(key, new GraphQLName(field.Parent.Name)),
        };
    }

    private static PageInfoItem PageInfoItem(SelectedField field) => new(new GraphQLName(field.ResponseKey), field.Definition.Name switch
    {
        "hasNextPage" => PageInfoField.HasNextPage,
        "hasPreviousPage" => PageInfoField.HasPreviousPage,
        "startCursor" => PageInfoField.StartCursor,
        "endCursor" => PageInfoField.EndCursor,
        _ => PageInfoField.Typename,
    });
}
