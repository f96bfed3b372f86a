using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Validation.Rules;

/// <summary>The variables of an operation have names of their own (spec 5.8.1).</summary>
public sealed class UniqueVariableNamesRule(ValidationContext context) : ValidationRule(nameof(UniqueVariableNamesRule), context)
{
    public override void EnterOperation(OperationDefinitionNode operation)
    {
        foreach (var same in operation.VariableDefinitions.GroupBy(definition => definition.Variable.Name.Value))
        {
            var names = same.Select(definition => (SyntaxNode)definition.Variable.Name).ToArray();
            if (names.Length > 1) Report($"There can be only one variable named \"${same.Key}\".", names);
        }
    }
}
