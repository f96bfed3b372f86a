using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Validation;

/// <summary>The fragments of a document and which of them lead to which. Nothing here recurses, and every step is paid for.</summary>
internal sealed class FragmentIndex
{
    private readonly Dictionary<string, FragmentDefinitionNode> _byName = [];
    private readonly Dictionary<SelectionSetNode, IReadOnlyList<FragmentSpreadNode>> _spreads = [];
    private readonly Budget _budget;

    internal FragmentIndex(DocumentNode document, Budget budget)
    {
        _budget = budget;
        foreach (var definition in document.Definitions)
            if (definition is FragmentDefinitionNode fragment) _byName[fragment.Name.Value] = fragment;
    }

    internal FragmentDefinitionNode? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Pays for work on fragments that a rule does itself.</summary>
    internal void Spend(int steps) => _budget.Spend(steps);

    /// <summary>The spreads in a selection set, those of nested selections too, but not those of fragments.</summary>
    internal IReadOnlyList<FragmentSpreadNode> SpreadsIn(SelectionSetNode selections)
    {
        if (_spreads.TryGetValue(selections, out var known)) return known;
        var spreads = new List<FragmentSpreadNode>();
        var toVisit = new Stack<SelectionSetNode>([selections]);
        while (toVisit.TryPop(out var set))
        {
            foreach (var selection in set.Selections)
            {
                if (selection is FragmentSpreadNode spread) spreads.Add(spread);
                else if (InnerSelections(selection) is { } inner) toVisit.Push(inner);
            }
        }
        return _spreads[selections] = spreads;
    }

    /// <summary>The fragments that operations lead to, directly or through others, each once.</summary>
    internal IReadOnlyList<FragmentDefinitionNode> ReachedFrom(IEnumerable<OperationDefinitionNode> operations)
    {
        var names = new OrderedSet();
        foreach (var operation in operations)
            foreach (var spread in SpreadsIn(operation.SelectionSet)) names.Add(spread.Name.Value);
        _budget.Spend(names.Count);
        var reached = new List<FragmentDefinitionNode>();
        for (int i = 0; i < names.Count; i++)
        {
            if (Find(names[i]) is not { } fragment) continue;
            reached.Add(fragment);
            var spreads = SpreadsIn(fragment.SelectionSet);
            _budget.Spend(spreads.Count);
            foreach (var spread in spreads) names.Add(spread.Name.Value);
        }
        return reached;
    }

    internal static SelectionSetNode? InnerSelections(SelectionNode selection) => selection switch
    {
        FieldNode field => field.SelectionSet,
        InlineFragmentNode fragment => fragment.SelectionSet,
        _ => null,
    };

    /// <summary>Names in the order they came, each once; may grow while it is read.</summary>
    private sealed class OrderedSet
    {
        private readonly HashSet<string> _known = [];
        private readonly List<string> _names = [];

        internal int Count => _names.Count;

        internal string this[int index] => _names[index];

        internal void Add(string name)
        {
            if (_known.Add(name)) _names.Add(name);
        }
    }
}
