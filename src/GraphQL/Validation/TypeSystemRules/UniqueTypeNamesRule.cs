using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Validation.TypeSystemRules;

/// <summary>Types have names of their own (spec 3.3).</summary>
public sealed class UniqueTypeNamesRule(ValidationContext context) : ValidationRule(nameof(UniqueTypeNamesRule), context)
{
    private readonly Dictionary<string, NameNode> _known = [];

    public override void EnterTypeSystemDefinition(DefinitionNode definition)
    {
        if (definition is TypeDefinitionNode { IsExtension: false, Name: var name } && !_known.TryAdd(name.Value, name))
            Report($"There can be only one type named \"{name}\".", _known[name.Value], name);
    }
}
