using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Validation.TypeSystemRules;

/// <summary>The values of an enum and its extensions have names of their own (spec 3.9).</summary>
public sealed class UniqueEnumValueNamesRule(ValidationContext context)
    : ValidationRule(nameof(UniqueEnumValueNamesRule), context)
{
    private readonly Dictionary<(string Type, string Value), NameNode> _known = [];

    public override void EnterTypeSystemDefinition(DefinitionNode definition)
    {
        if (definition is not EnumTypeDefinitionNode type) return;
        foreach (var name in type.Values.Select(value => value.Name))
        {
            var key = (type.Name.Value, name.Value);
            if (!_known.TryAdd(key, name)) Report($"Enum value \"{type.Name}.{name}\" can only be defined once.", _known[key], name);
        }
    }
}
