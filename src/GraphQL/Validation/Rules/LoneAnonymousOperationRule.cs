using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Validation.Rules;

/// <summary>An operation without a name is the only one of its document (spec 5.2.3.1).</summary>
public sealed class LoneAnonymousOperationRule(ValidationContext context)
    : ValidationRule(nameof(LoneAnonymousOperationRule), context)
{
    private int _operations;

    public override void EnterDocument(DocumentNode document) =>
        _operations = document.Definitions.Count(definition => definition is OperationDefinitionNode);

    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Name is null && _operations > 1)
            Report("This anonymous operation must be the only defined operation.", operation);
    }
}
