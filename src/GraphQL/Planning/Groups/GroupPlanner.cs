using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Planning.Search;
using HomeroomGraph.GraphQL.Sql;

namespace HomeroomGraph.GraphQL.Planning.Groups;

/// <summary>Plans groups of rows: a page of the rows of a <see cref="GroupSource"/>, so that windows, cursors, totals and readers are those of every
/// other list.</summary>
internal sealed class GroupPlanner
{
    private readonly SelectionPlanner _selections;
    private readonly RowType _type;
    private readonly GroupSource _source;
    private readonly GroupKeyPlanner _keyPlanner;
    private readonly GroupMeasures _measures;
    private readonly GroupKeys _keys;

    private GroupPlanner(SelectionPlanner selections, RowType type, GroupSource source, FieldArguments arguments)
    {
        (_selections, _type, _source) = (selections, type, source);
        _measures = new GroupMeasures(type, source, arguments.Path);
        _keyPlanner = new GroupKeyPlanner(source, arguments.Path);
        _keys = _keyPlanner.Plan(type, arguments.Value("by"));
    }

    /// <summary>The groups of the rows that match.</summary>
    public static SelectionNode Plan(
        SelectionPlanner selections, RowType type, TableSource row,
        Func<TableSource, FieldArguments, Predicate> match, SelectedField field, bool marksRows)
    {
        var scope = row.Scope;
        int paidBefore = scope.Budget.SearchCost;
        scope.Budget.Grouping(CostWeights.Grouping);
        var arguments = new FieldArguments(field);
        var filter = Predicate.And(
            match(row, arguments), SearchPlanner.Plan(type, row, arguments)?.Condition ?? Predicate.True, FilterPlanner.Plan(type, row, arguments.Value("where"), field.Path));
        var planner = new GroupPlanner(selections, type, new GroupSource(row, filter), arguments);
        var having = new HavingPlanner(planner._keys, planner._measures, scope, field.Path).Plan(arguments.Value("having"));
        var order = new GroupOrderPlanner(planner._keys, planner._measures, scope, field.Path).Plan(arguments.Value("order"));
        var key = new GraphQLName(field.ResponseKey);
        try
        {
            var window = WindowPlanner.Plan(planner._source, order, arguments);
            var items = selections.Items(planner.Group, field);
            return new ConnectionNode(key, planner._source, having, order, window, scope.Budget.SearchCost - paidBefore, items) { MarksRows = marksRows };
        }
        catch (SelectionFaultException refused)
        {
            return new FaultNode(key, selections.Fail(field, refused.Fault));
        }
    }

    /// <summary>What is selected of each group.</summary>
    private IReadOnlyList<SelectionNode> Group(SelectedField field) => _selections.Parts(field, selected => selected.Definition.Name switch
    {
        "key" => Keys(_keys, selected),
        "count" => Count(selected, _measures.Count(Where(selected))),
        "countDistinct" => Count(selected, Different(selected)),
        _ => Measures(selected),
    });

    private SelectionNode Keys(GroupKeys keys, SelectedField field) => new ObjectNode(KeyOf(field), _selections.Parts(field, selected =>
        keys.Require(selected.Definition.Name, selected.Path) switch
        {
            GroupKey.Value key => new ColumnNode(KeyOf(selected), SqlFragment.Of($"{key.Column}"), key.Type, key.IsNullable),
            GroupKey.Row key => _selections.One(key.Target, (row, _) => key.Match(row), isByKey: true, selected),
            GroupKey.Through through => Keys(through.Keys, selected),
            _ => throw new InvalidOperationException($"There is no key '{selected.Definition.Name}'."),
        }));

    private SelectionNode Measures(SelectedField field)
    {
        var where = Where(field);
        return new ObjectNode(KeyOf(field), _selections.Parts(field, selected =>
        {
            var (column, measure) = _measures.Of(field.Definition.Name, selected.Definition.Name, where);
            return new ColumnNode(KeyOf(selected), SqlFragment.Of($"{column}"), measure.Type, measure.IsNullable);
        }));
    }

    private SqlColumn Different(SelectedField field) =>
        _measures.CountDifferent(_keyPlanner.One(_type, (ObjectInput)field.Arguments["of"], "of"), Where(field));

    private static ColumnNode Count(SelectedField field, SqlColumn count) =>
        new(KeyOf(field), SqlFragment.Of($"{count}"), SqlTypes.Bigint, IsNullable: false);

    private Predicate? Where(SelectedField field) => _measures.Where(field.Arguments.GetValueOrDefault("where"));

    private static GraphQLName KeyOf(SelectedField field) => new(field.ResponseKey);
}
