using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Validation.TypeSystemRules;

/// <summary>Directives have names of their own (spec 3.13).</summary>
public sealed class UniqueDirectiveNamesRule(ValidationContext context)
    : ValidationRule(nameof(UniqueDirectiveNamesRule), context)
{
    private readonly Dictionary<string, NameNode> _known = [];

    public override void EnterTypeSystemDefinition(DefinitionNode definition)
    {
        if (definition is DirectiveDefinitionNode { IsExtension: false, Name: var name } && !_known.TryAdd(name.Value, name))
            Report($"There can be only one directive named \"@{name}\".", _known[name.Value], name);
    }
}
