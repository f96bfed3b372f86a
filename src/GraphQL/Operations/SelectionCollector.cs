using System.Runtime.CompilerServices;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Operations;

/// <summary>Collects the fields of a selection for one object type (spec 6.3.2). The document is valid, so fragments don't
/// go in circles and every field is there.</summary>
public sealed class SelectionCollector
{
    private readonly Schema _schema;
    private readonly CoercedVariables _variables;
    private readonly Dictionary<string, FragmentDefinitionNode> _fragments;
    private readonly OperationBudget _budget;
    private readonly Dictionary<(ObjectType, SelectedField), IReadOnlyList<SelectedField>> _below = new(ByReference.Instance);

    internal SelectionCollector(Schema schema, DocumentNode document, CoercedVariables variables, OperationBudget budget)
    {
        (_schema, _variables, _budget) = (schema, variables, budget);
        _fragments = document.Definitions.OfType<FragmentDefinitionNode>().ToDictionary(f => f.Name.Value);
    }

    /// <summary>The fields of an operation's root.</summary>
    /// <exception cref="SelectionFaultException">It can't be told which.</exception>
    public IReadOnlyList<SelectedField> Collect(ObjectType root, OperationDefinitionNode operation) =>
        Collect(root, [operation.SelectionSet], above: null);

    /// <summary>The fields below a field, when its value is of the object type. They are collected once, however many objects there are.</summary>
    /// <exception cref="SelectionFaultException">It can't be told which.</exception>
    public IReadOnlyList<SelectedField> Collect(ObjectType type, SelectedField field)
    {
        if (_below.TryGetValue((type, field), out var known)) return known;
        return _below[(type, field)] = Collect(type, field.Nodes.Select(n => n.SelectionSet!), field);
    }

    private List<SelectedField> Collect(ObjectType type, IEnumerable<SelectionSetNode> sets, SelectedField? above)
    {
        var merged = new OrderedDictionary<string, List<FieldNode>>();
        var visited = new HashSet<string>();
        foreach (var set in sets) Merge(type, set, merged, visited);
        return [.. merged.Select(entry => Field(type, entry.Key, entry.Value, above))];
    }

    private void Merge(ObjectType type, SelectionSetNode set, OrderedDictionary<string, List<FieldNode>> merged, HashSet<string> visited)
    {
        foreach (var selection in set.Selections)
        {
            _budget.Selection();
            if (!IsIncluded(selection)) continue;
            switch (selection)
            {
                case FieldNode field:
                    if (!merged.TryGetValue(field.ResponseKey, out var nodes)) merged[field.ResponseKey] = nodes = [];
                    nodes.Add(field);
                    break;
                case InlineFragmentNode inline when Applies(inline.TypeCondition, type):
                    Merge(type, inline.SelectionSet, merged, visited);
                    break;
                case FragmentSpreadNode spread when visited.Add(spread.Name.Value):
                    var fragment = _fragments[spread.Name.Value];
                    if (Applies(fragment.TypeCondition, type)) Merge(type, fragment.SelectionSet, merged, visited);
                    break;
            }
        }
    }

    private SelectedField Field(ObjectType type, string key, IReadOnlyList<FieldNode> nodes, SelectedField? above)
    {
        _budget.Field();
        var definition = _schema.FindField(type, nodes[0].Name.Value)!;
        string place = above is null ? key : $"{above.Path}.{key}";
        try
        {
            var arguments = ArgumentCoercion.Coerce(Coordinates.Of(type, definition), definition.Arguments.Values, nodes[0].Arguments, _variables);
            foreach (var argument in arguments.Values) _budget.Input(argument);
            return new SelectedField(key, type, definition, nodes, arguments, place) { Above = above };
        }
        catch (InputCoercionException refused)
        {
            return new SelectedField(key, type, definition, nodes, [], place) { Above = above, Fault = FieldFault.Of(refused) };
        }
    }

    private bool Applies(NamedTypeNode? condition, ObjectType type) =>
        condition is null || condition.Name.Value == type.Name || Schema.IsSubType(_schema.Types[condition.Name.Value], type);

    /// <summary><c>@skip</c> and <c>@include</c> (spec 3.13.1, 3.13.2).</summary>
    private bool IsIncluded(SelectionNode selection)
    {
        foreach (var directive in selection.Directives)
        {
            bool? includeWhen = directive.Name.Value switch { "skip" => false, "include" => true, _ => null };
            if (includeWhen is not null && Condition(directive) != includeWhen) return false;
        }
        return true;
    }

    private bool Condition(DirectiveNode directive)
    {
        var definition = _schema.Directives[directive.Name.Value];
        try
        {
            return (bool)ArgumentCoercion.Coerce(Coordinates.Of(definition), definition.Arguments.Values, directive.Arguments, _variables)["if"].ToClr()!;
        }
        catch (InputCoercionException refused)
        {
            throw new SelectionFaultException(FieldFault.Of(refused));
        }
    }

    /// <summary>A selected field is itself and no other, whatever it holds.</summary>
    private sealed class ByReference : IEqualityComparer<(ObjectType, SelectedField)>
    {
        public static readonly ByReference Instance = new();

        public bool Equals((ObjectType, SelectedField) x, (ObjectType, SelectedField) y) =>
            ReferenceEquals(x.Item1, y.Item1) && ReferenceEquals(x.Item2, y.Item2);

        public int GetHashCode((ObjectType, SelectedField) pair) =>
            HashCode.Combine(RuntimeHelpers.GetHashCode(pair.Item1), RuntimeHelpers.GetHashCode(pair.Item2));
    }
}
