using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Validation.SchemaRules;

/// <summary>An input object has a value that ends: it does not need itself, directly or through others (spec 3.10 "circular
/// references", 3.10.1 for oneOf, where one field that ends is enough).</summary>
internal sealed class FiniteInputRules
{
    private readonly Dictionary<InputObjectType, List<InputValueDefinition>> _needs = [];
    private readonly HashSet<InputObjectType> _finite = [];
    private readonly HashSet<InputObjectType> _visited = [];
    private readonly List<(InputObjectType Type, InputValueDefinition Field)> _path = [];
    private readonly Dictionary<InputObjectType, int> _placeInPath = [];
    private readonly SchemaErrors _errors;

    private FiniteInputRules(Schema schema, SchemaErrors errors)
    {
        _errors = errors;
        foreach (var type in schema.Types.Values.OfType<InputObjectType>()) _needs[type] = Needs(type);
    }

    internal static void Check(Schema schema, SchemaErrors errors)
    {
        var rules = new FiniteInputRules(schema, errors);
        rules.FindFinite();
        foreach (var type in rules._needs.Keys.Where(type => !rules._finite.Contains(type))) rules.ReportCycles(type);
    }

    /// <summary>The fields whose value must end for a value of the type to end.</summary>
    private static List<InputValueDefinition> Needs(InputObjectType type) => [.. type.Fields.Values.Where(field => type.IsOneOf
        ? field.Type is InputObjectType
        : field.Type is NonNullType { Inner: InputObjectType })];

    /// <summary>Types are found finite one after the other, until no more are.</summary>
    private void FindFinite()
    {
        bool found;
        do
        {
            found = false;
            foreach (var (type, needs) in _needs)
                if (!_finite.Contains(type) && IsFinite(type, needs)) found |= _finite.Add(type);
        }
        while (found);
    }

    private bool IsFinite(InputObjectType type, List<InputValueDefinition> needs) => type.IsOneOf
        ? needs.Count < type.Fields.Count || needs.Count == 0 || needs.Any(IsFinite)
        : needs.All(IsFinite);

    private bool IsFinite(InputValueDefinition field) => _finite.Contains((InputObjectType)field.Type.Named);

    private void ReportCycles(InputObjectType type)
    {
        if (!_visited.Add(type)) return;
        _placeInPath[type] = _path.Count;
        foreach (var field in _needs[type].Where(field => !IsFinite(field)))
        {
            var target = (InputObjectType)field.Type.Named;
            _path.Add((type, field));
            if (_placeInPath.TryGetValue(target, out int place)) Report(target, _path[place..]);
            else ReportCycles(target);
            _path.RemoveAt(_path.Count - 1);
        }
        _placeInPath.Remove(type);
    }

    private void Report(InputObjectType type, List<(InputObjectType Type, InputValueDefinition Field)> cycle) => _errors.Add(
        $"Input Object {type} cannot be provided a finite value because it references itself through fields: "
        + $"{string.Join(", ", cycle.Select(step => $"{step.Type}.{step.Field.Name}"))}.",
        cycle.Select(step => step.Field.SyntaxNode));
}
