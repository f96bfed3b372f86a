using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Validation.Rules;

/// <summary>The schema has a root type for each operation of the document (spec 5.2.1.1).</summary>
public sealed class KnownOperationTypesRule(ValidationContext context) : ValidationRule(nameof(KnownOperationTypesRule), context)
{
    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (Context.Schema.RootType(operation.Operation) is null)
            Report($"The {OperationNames.Of(operation.Operation)} operation is not supported by the schema.", operation);
    }
}
