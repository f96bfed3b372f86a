using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Validation.Rules;

namespace HomeroomGraph.GraphQL.Validation.TypeSystemRules;

/// <summary>A schema states the type of a root operation once (spec 3.3.1).</summary>
public sealed class UniqueOperationTypesRule(ValidationContext context)
    : ValidationRule(nameof(UniqueOperationTypesRule), context)
{
    private readonly Dictionary<OperationKind, RootOperationTypeNode> _known = [];

    public override void EnterTypeSystemDefinition(DefinitionNode definition)
    {
        if (definition is not SchemaDefinitionNode schema) return;
        foreach (var root in schema.OperationTypes)
            if (!_known.TryAdd(root.Operation, root))
                Report($"There can be only one {OperationNames.Of(root.Operation)} type in schema.", _known[root.Operation], root);
    }
}
