using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Validation.TypeSystemRules;

/// <summary>The fields of a type and its extensions have names of their own (spec 3.6, 3.7, 3.10).</summary>
public sealed class UniqueFieldDefinitionNamesRule(ValidationContext context)
    : ValidationRule(nameof(UniqueFieldDefinitionNamesRule), context)
{
    private readonly Dictionary<(string Type, string Field), NameNode> _known = [];

    public override void EnterTypeSystemDefinition(DefinitionNode definition)
    {
        IEnumerable<NameNode> names = definition switch
        {
            ComplexTypeDefinitionNode complex => complex.Fields.Select(field => field.Name),
            InputObjectTypeDefinitionNode input => input.Fields.Select(field => field.Name),
            _ => [],
        };
        foreach (var name in names)
        {
            var type = ((TypeDefinitionNode)definition).Name;
            var key = (type.Value, name.Value);
            if (!_known.TryAdd(key, name)) Report($"Field \"{type}.{name}\" can only be defined once.", _known[key], name);
        }
    }
}
