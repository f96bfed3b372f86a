using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Validation.TypeSystemRules;

/// <summary>The arguments of a field or directive have names of their own (spec 3.6.1, 3.13).</summary>
public sealed class UniqueArgumentDefinitionNamesRule(ValidationContext context)
    : ValidationRule(nameof(UniqueArgumentDefinitionNamesRule), context)
{
    public override void EnterTypeSystemDefinition(DefinitionNode definition)
    {
        if (definition is DirectiveDefinitionNode directive) Check($"@{directive.Name}", directive.Arguments);
        if (definition is not ComplexTypeDefinitionNode type) return;
        foreach (var field in type.Fields) Check($"{type.Name}.{field.Name}", field.Arguments);
    }

    private void Check(string owner, IReadOnlyList<InputValueDefinitionNode> arguments)
    {
        foreach (var same in arguments.GroupBy(argument => argument.Name.Value))
        {
            var names = same.Select(argument => (SyntaxNode)argument.Name).ToArray();
            if (names.Length > 1) Report($"Argument \"{Coordinates.Of(owner, same.Key)}\" can only be defined once.", names);
        }
    }
}
