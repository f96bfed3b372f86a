using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Validation.Rules;

/// <summary>A fragment does not spread itself, nor through others (spec 5.5.2.2). The search keeps its own stack: chains of
/// fragments may be as long as the document.</summary>
public sealed class NoFragmentCyclesRule(ValidationContext context) : ValidationRule(nameof(NoFragmentCyclesRule), context)
{
    private readonly HashSet<string> _visited = [];
    private readonly List<FragmentSpreadNode> _path = [];
    private readonly Dictionary<string, int> _placeInPath = [];
    private readonly Stack<(string Fragment, IReadOnlyList<FragmentSpreadNode> Spreads, int Next)> _open = [];

    public override void EnterFragmentDefinition(FragmentDefinitionNode fragment)
    {
        Open(fragment);
        while (_open.TryPop(out var current))
        {
            if (current.Next == current.Spreads.Count)
            {
                _placeInPath.Remove(current.Fragment);
                if (_path.Count > 0) _path.RemoveAt(_path.Count - 1);
                continue;
            }
            _open.Push(current with { Next = current.Next + 1 });
            Follow(current.Spreads[current.Next]);
        }
    }

    private void Follow(FragmentSpreadNode spread)
    {
        string name = spread.Name.Value;
        _path.Add(spread);
        bool isOpen = _placeInPath.TryGetValue(name, out int place);
        if (isOpen) ReportCycle(name, _path[place..]);
        if (isOpen || Context.Fragments.Find(name) is not { } fragment || !Open(fragment)) _path.RemoveAt(_path.Count - 1);
    }

    /// <summary>Begins with the spreads of a fragment that was not seen before and has some.</summary>
    private bool Open(FragmentDefinitionNode fragment)
    {
        string name = fragment.Name.Value;
        if (!_visited.Add(name)) return false;
        var spreads = Context.Fragments.SpreadsIn(fragment.SelectionSet);
        if (spreads.Count == 0) return false;
        _placeInPath[name] = _path.Count;
        _open.Push((name, spreads, 0));
        return true;
    }

    private void ReportCycle(string name, List<FragmentSpreadNode> cycle)
    {
        string via = Inspection.Cut(string.Join(", ", cycle.SkipLast(1).Select(spread => $"\"{spread.Name}\"")));
        Report($"Cannot spread fragment \"{name}\" within itself{(via == "" ? "." : $" via {via}.")}", [.. cycle]);
    }
}
