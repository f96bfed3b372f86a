using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Validation.SchemaRules;

/// <summary>Unions have members, which are objects, each once (spec 3.8).</summary>
internal static class UnionRules
{
    internal static void Check(UnionType type, Schema schema, SchemaErrors errors)
    {
        var stated = type.SyntaxNodes.OfType<UnionTypeDefinitionNode>().SelectMany(node => node.Types).ToList();
        var names = type.SyntaxNodes.Count > 0 ? stated.Select(node => node.Name.Value) : type.Members.Select(member => member.Name);
        var seen = new HashSet<string>();
        foreach (string name in names)
        {
            if (!seen.Add(name))
                errors.Add($"Union type {type} can only include type {name} once.", stated.Where(node => node.Name.Value == name));
            else if (schema.Types.GetValueOrDefault(name) is not ObjectType)
                errors.Add(
                    $"Union type {type} can only include Object types, it cannot include {name}.",
                    stated.Where(node => node.Name.Value == name));
        }
        if (seen.Count == 0) errors.Add($"Union type {type} must define one or more member types.", type.SyntaxNodes);
    }
}
