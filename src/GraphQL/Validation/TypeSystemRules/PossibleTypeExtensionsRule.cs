using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Validation.Suggestions;

namespace HomeroomGraph.GraphQL.Validation.TypeSystemRules;

/// <summary>An extension extends a type of its own kind (spec 3.4.3).</summary>
public sealed class PossibleTypeExtensionsRule(ValidationContext context)
    : ValidationRule(nameof(PossibleTypeExtensionsRule), context)
{
    private readonly Dictionary<string, TypeDefinitionNode> _defined = context.Document.Definitions
        .OfType<TypeDefinitionNode>()
        .Where(type => !type.IsExtension)
        .GroupBy(type => type.Name.Value)
        .ToDictionary(same => same.Key, same => same.Last());

    public override void EnterTypeSystemDefinition(DefinitionNode definition)
    {
        if (definition is not TypeDefinitionNode { IsExtension: true } extension) return;
        string name = extension.Name.Value;
        if (!_defined.TryGetValue(name, out var defined))
            Report(
                $"Cannot extend type \"{name}\" because it is not defined.{DidYouMean.Of(name, _defined.Keys)}", extension.Name);
        else if (KindOf(defined) != KindOf(extension))
            Report($"Cannot extend non-{KindOf(extension)} type \"{name}\".", defined, extension);
    }

    private static string KindOf(TypeDefinitionNode type) => type switch
    {
        ScalarTypeDefinitionNode => "scalar",
        ObjectTypeDefinitionNode => "object",
        InterfaceTypeDefinitionNode => "interface",
        UnionTypeDefinitionNode => "union",
        EnumTypeDefinitionNode => "enum",
        _ => "input object",
    };
}
