using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Tests.Oracle.Documents;

/// <summary>Writes executable documents for a schema: several operations, fragments that lead to each other, variables at every place
/// where one may stand, directives, descriptions.</summary>
/// <param name="wrong">So many of a hundred places are other than the schema wants them; at 0 nearly all documents are valid.</param>
internal sealed partial class DocumentGenerator(Schema schema, Choices choices, int wrong)
{
    private const int MostSelections = 60;
    private const int Deepest = 5;

    private readonly Tokens _tokens = new(choices);
    private readonly List<Fragment> _fragments = [];
    private int _selections, _aliases;

    /// <summary>Who chooses arguments that must mean something.</summary>
    public IFieldArguments? ArgumentsOf { get; init; }

    private VariablesInUse Variables => field ??= new VariablesInUse(choices, ArgumentsOf);

    /// <summary>A fragment that is spread somewhere and is still to be written, or has been.</summary>
    private sealed record Fragment(string Name, NamedType On)
    {
        public HashSet<string> Variables { get; } = [];
        public HashSet<Fragment> Spreads { get; } = [];
    }

    /// <summary>The definition that is being written: its variables and the fragments that it leads to.</summary>
    private Fragment _current = null!;

    public IReadOnlyList<string> Write()
    {
        int operations = choices.Percent(75) ? 1 : choices.Between(2, 3);
        var written = new List<(Fragment Uses, OperationKind Kind, IReadOnlyList<string> Body)>();
        for (int i = 0; i < operations; i++) written.Add(Operation());
        // A fragment spreads those after it only, so that there are no circles.
        var bodies = new List<IReadOnlyList<string>>();
        for (int i = 0; i < _fragments.Count; i++) bodies.Add(Body(_fragments[i], _fragments[i].On));

        _tokens.All.Clear();
        for (int i = 0; i < operations; i++) OperationDefinition(written[i], i, alone: operations == 1);
        for (int i = 0; i < _fragments.Count; i++) FragmentDefinition(_fragments[i], bodies[i]);
        return _tokens.All;
    }

    private (Fragment Uses, OperationKind Kind, IReadOnlyList<string> Body) Operation()
    {
        var kinds = new[] { OperationKind.Query, OperationKind.Query, OperationKind.Query, OperationKind.Mutation, OperationKind.Subscription };
        var kind = choices.Of(kinds.Where(kind => schema.RootType(kind) is not null).ToList());
        var uses = new Fragment("", schema.RootType(kind)!);
        return (uses, kind, Body(uses, uses.On, onlyOne: kind == OperationKind.Subscription && !choices.Percent(wrong)));
    }

    private List<string> Body(Fragment definition, NamedType type, bool onlyOne = false)
    {
        _current = definition;
        int start = _tokens.All.Count;
        SelectionSet(type, 0, onlyOne);
        return _tokens.All[start..];
    }

    private void OperationDefinition((Fragment Uses, OperationKind Kind, IReadOnlyList<string> Body) operation, int number, bool alone)
    {
        var variables = Reached(operation.Uses).SelectMany(uses => uses.Variables).Distinct().ToList();
        bool isShort = alone && operation.Kind == OperationKind.Query && variables.Count == 0 && choices.Percent(50);
        if (!isShort)
        {
            if (choices.Percent(10)) _tokens.Add(choices.Of(Literals.Strings));
            _tokens.Add(operation.Kind.ToString().ToLowerInvariant());
            if (!alone || choices.Percent(50)) _tokens.Add(choices.Percent(wrong) ? "Q0" : $"Q{number}");
            if (variables.Count > 0) VariableDefinitions(variables);
            Directives(operation.Kind.ToString().ToUpperInvariant());
        }
        _tokens.Add([.. operation.Body]);
    }

    private void VariableDefinitions(IReadOnlyList<string> names)
    {
        _tokens.Add("(");
        foreach (string name in names.Where(_ => !choices.Percent(wrong)))
        {
            if (choices.Percent(10)) _tokens.Add(choices.Of(Literals.Strings));
            var (type, @default) = Variables.Find(name);
            _tokens.Add("$", name, ":", choices.Percent(wrong) ? AnyTypeName() : type);
            if (@default is not null) _tokens.Add("=", @default);
            Directives(DirectiveLocations.VariableDefinition);
        }
        if (choices.Percent(wrong)) _tokens.Add("$", "unused", ":", AnyTypeName());
        _tokens.Add(")");
    }

    private void FragmentDefinition(Fragment fragment, IReadOnlyList<string> body)
    {
        if (choices.Percent(10)) _tokens.Add(choices.Of(Literals.Strings));
        _tokens.Add("fragment", choices.Percent(wrong) ? "F0" : fragment.Name, "on", choices.Percent(wrong) ? AnyTypeName() : fragment.On.Name);
        Directives(DirectiveLocations.FragmentDefinition);
        _tokens.Add([.. body]);
    }

    private static IEnumerable<Fragment> Reached(Fragment start)
    {
        var reached = new List<Fragment> { start };
        for (int i = 0; i < reached.Count; i++) reached.AddRange(reached[i].Spreads.Except(reached));
        return reached;
    }

    private string AnyTypeName() => choices.Percent(15) ? "Unknown" : choices.Of(schema.Types.Keys.ToList());
}
