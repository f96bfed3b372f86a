using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Validation.Rules;

/// <summary>Introspection does not go from list to list more than twice: deeper questions multiply without telling more
/// (not of the specification; the reference recommends it).</summary>
public sealed class MaxIntrospectionDepthRule(ValidationContext context)
    : ValidationRule(nameof(MaxIntrospectionDepthRule), context)
{
    private const int TooDeep = 3;

    private readonly Dictionary<string, int> _checked = [];
    private readonly Dictionary<string, int> _exceeded = [];
    private FieldNode? _reported;

    public override void EnterField(FieldNode field)
    {
        if (_reported is not null || field.Name.Value is not ("__schema" or "__type") || !Exceeds(field, 0, [])) return;
        Report("Maximum introspection depth exceeded", field);
        _reported = field; // what is below it was looked at with it
    }

    public override void LeaveField(FieldNode field)
    {
        if (_reported == field) _reported = null;
    }

    private bool Exceeds(SelectionNode selection, int depth, Dictionary<string, int> visited)
    {
        if (selection is FragmentSpreadNode spread) return Exceeds(spread.Name.Value, depth, visited);
        if (selection is FieldNode { Name.Value: "fields" or "interfaces" or "possibleTypes" or "inputFields" } && ++depth >= TooDeep)
            return true;
        return FragmentIndex.InnerSelections(selection) is { } inner && Exceeds(inner, depth, visited);
    }

    private bool Exceeds(SelectionSetNode selections, int depth, Dictionary<string, int> visited)
    {
        StackGuard.Check();
        foreach (var selection in selections.Selections)
            if (Exceeds(selection, depth, visited)) return true;
        return false;
    }

    /// <summary>A fragment is looked at again only where it stands deeper than before.</summary>
    private bool Exceeds(string fragment, int depth, Dictionary<string, int> visited)
    {
        if (_exceeded.TryGetValue(fragment, out int exceededAt) && exceededAt <= depth) return true;
        if (visited.GetValueOrDefault(fragment, -1) >= depth || _checked.GetValueOrDefault(fragment, -1) >= depth) return false;
        if (Context.Fragments.Find(fragment) is not { } definition) return false;
        visited[fragment] = depth;
        bool exceeds = Exceeds(definition.SelectionSet, depth, visited);
        (exceeds ? _exceeded : _checked)[fragment] = depth;
        return exceeds;
    }
}
