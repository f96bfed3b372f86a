using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Sql;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Planning.Search;

/// <summary>Plans a search over several kinds of rows: a page of the rows of a <see cref="HitSource"/>, so that windows, cursors, totals and readers are
/// those of every other list.</summary>
internal sealed class HitPlanner
{
    /// <summary>The arguments of the field.</summary>
    public const string Text = "text", KindsArgument = "kinds";

    private readonly SelectionPlanner _selections;
    private readonly SearchBinding _binding;
    private readonly PolicyScope _scope;
    private readonly HitSource _source = new();

    /// <summary>The kinds that are asked for, by their places, and what is looked for in each.</summary>
    private readonly List<(int Number, SearchedKind Kind, RowSearch? Search)> _kinds = [];

    private HitPlanner(SelectionPlanner selections, SearchBinding binding, PolicyScope scope) => (_selections, _binding, _scope) = (selections, binding, scope);

    /// <summary>What is found of all kinds that are asked for.</summary>
    public static SelectionNode Plan(SelectionPlanner selections, SearchBinding binding, PolicyScope scope, SelectedField field, bool marksRows)
    {
        int paidBefore = scope.Budget.SearchCost;
        var arguments = new FieldArguments(field);
        var planner = new HitPlanner(selections, binding, scope);
        planner.Look(arguments);
        int searchCost = scope.Budget.SearchCost - paidBefore;
        var source = planner._source;
        var key = new GraphQLName(field.ResponseKey);
        try
        {
            var window = WindowPlanner.Plan(source, source.Order, arguments);
            return new ConnectionNode(key, source, Predicate.True, source.Order, window, searchCost, selections.Items(planner.Hit, field)) { MarksRows = marksRows };
        }
        catch (SelectionFaultException refused)
        {
            return new FaultNode(key, selections.Fail(field, refused.Fault));
        }
    }

    private void Look(FieldArguments arguments)
    {
        var asked = (arguments.Value(KindsArgument) as ListInput)?.Items.Select(item => ((EnumValue)item.ToClr()!).StoredAs).ToHashSet();
        for (int number = 0; number < _binding.Kinds.Count; number++)
        {
            var kind = _binding.Kinds[number];
            if (asked is not null && !asked.Contains(kind.StoredAs)) continue;
            var row = kind.Target.Read(_scope);
            var search = SearchPlanner.Plan(kind.Target, row, arguments, Text);
            if (search is not null)
            {
                _scope.Budget.OrderTerm(1, CostWeights.ComputedOrderTerm);
                _source.Add(number, row, search);
            }
            _kinds.Add((number, kind, search));
        }
    }

    /// <summary>What is selected of each hit.</summary>
    private IReadOnlyList<SelectionNode> Hit(SelectedField field) => _selections.Parts(field, selected =>
    {
        var key = new GraphQLName(selected.ResponseKey);
        return selected.Definition.Name switch
        {
            "kind" => new ColumnNode(key, OfKind(kind => SqlFragment.Of($"{new ConstantSlot(kind.Kind.StoredAs, SqlTypes.Text)}")), _binding.KindType, IsNullable: false),
            "row" => new OneOfNode(key, [.. _kinds.Select(kind => _selections.One(kind.Kind.Target, (row, _) => _source.Leads(kind.Number, row), isByKey: true, selected))]),
            "matchedField" => new ColumnNode(key, OfText((text, _) => SqlFragment.Of($"{new ConstantSlot(text.Field, SqlTypes.Text)}")), SqlTypes.Text, IsNullable: false),
            "matchedText" => new ColumnNode(key, OfText((text, number) => text.Of(number, _source.District, _source.Key, _scope)), SqlTypes.Text, IsNullable: true),
            var other => throw new InvalidOperationException($"A hit has no field '{other}'."),
        };
    });

    /// <summary>A text for each kind.</summary>
    private SqlFragment OfKind(Func<(int Number, SearchedKind Kind, RowSearch? Search), SqlFragment> value) =>
        Case(_kinds.Select(kind => (_source.Is(kind.Number), value(kind))));

    /// <summary>A text for each text that hits are found by: for the one in which the longest term stands best.</summary>
    private SqlFragment OfText(Func<SearchedText, SqlColumn, SqlFragment> value) => OfKind(kind =>
    {
        if (kind.Search is null) return SqlFragment.Of($"null");
        var (found, number) = (new SqlAlias(), "number");
        var texts = kind.Kind.Target.Search!.Texts.Select(text => (text.Is(new SqlColumn(found, number)), value(text, new SqlColumn(found, number))));
        return SqlFragment.Of($"(select {Case(texts)} from (select {kind.Search.TextNumber(_source.Find)} as \"number\") {found})");
    });

    private static SqlFragment Case(IEnumerable<(Predicate When, SqlFragment Then)> cases)
    {
        var list = cases.ToList();
        return list.Count == 0
            ? SqlFragment.Of($"null::text")
            : SqlFragment.Of($"case {SqlFragment.Join($" ", list.Select(one => SqlFragment.Of($"when {one.When.Sql} then {one.Then}")))} end");
    }
}
