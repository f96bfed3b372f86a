using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Validation.SchemaRules;

/// <summary>The defaults of input fields do not lead in circles: a default that leaves out a field takes that field's default
/// (spec 3.10 "InputObjectDefaultValueHasCycle").</summary>
internal sealed class DefaultValueCycles(SchemaErrors errors)
{
    private readonly HashSet<InputValueDefinition> _visited = [];
    private readonly List<(string Coordinate, ValueNode Default)> _path = [];
    private readonly Dictionary<InputValueDefinition, int> _placeInPath = [];

    internal void Check(InputObjectType type) => Follow(type, new ObjectValueNode([]));

    private void Follow(InputObjectType type, ValueNode value)
    {
        if (value is ListValueNode list)
        {
            foreach (var item in list.Items) Follow(type, item);
            return;
        }
        if (value is not ObjectValueNode given) return;
        foreach (var field in type.Fields.Values)
        {
            if (field.Type.Named is not InputObjectType inner) continue;
            if (given.Fields.LastOrDefault(node => node.Name.Value == field.Name) is { } node) Follow(inner, node.Value);
            else if (field.DefaultValue is { } @default) FollowDefault(field, inner, @default, $"{type}.{field.Name}");
        }
    }

    private void FollowDefault(InputValueDefinition field, InputObjectType type, ValueNode @default, string coordinate)
    {
        if (_placeInPath.TryGetValue(field, out int place))
        {
            var cycle = _path[place..];
            var via = cycle.Skip(1).Select(step => step.Coordinate).ToList();
            errors.Add(
                $"Invalid circular reference. The default value of Input Object field {coordinate} references itself"
                + $"{(via.Count == 0 ? "" : $" via the default values of: {string.Join(", ", via)}")}.",
                cycle.Select(step => step.Default));
            return;
        }
        if (!_visited.Add(field)) return;
        _placeInPath[field] = _path.Count;
        _path.Add((coordinate, @default));
        Follow(type, @default);
        _path.RemoveAt(_path.Count - 1);
        _placeInPath.Remove(field);
    }
}
