using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Validation.Rules;

/// <summary>Fragments have names of their own (spec 5.5.1.1).</summary>
public sealed class UniqueFragmentNamesRule(ValidationContext context) : ValidationRule(nameof(UniqueFragmentNamesRule), context)
{
    private readonly Dictionary<string, NameNode> _known = [];

    public override void EnterFragmentDefinition(FragmentDefinitionNode fragment)
    {
        var name = fragment.Name;
        if (!_known.TryAdd(name.Value, name))
            Report($"There can be only one fragment named \"{name}\".", _known[name.Value], name);
    }
}
