using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Validation.Rules;

/// <summary>An operation defines the variables that it and its fragments use (spec 5.8.3).</summary>
public sealed class NoUndefinedVariablesRule(ValidationContext context)
    : ValidationRule(nameof(NoUndefinedVariablesRule), context)
{
    public override void EnterOperation(OperationDefinitionNode operation)
    {
        var defined = operation.VariableDefinitions.Select(definition => definition.Variable.Name.Value).ToHashSet();
        foreach (var usage in Context.Variables.Of(operation))
        {
            string name = usage.Node.Name.Value;
            if (defined.Contains(name)) continue;
            Report(
                operation.Name is { } named
                    ? $"Variable \"${name}\" is not defined by operation \"{named}\"."
                    : $"Variable \"${name}\" is not defined.",
                usage.Node, operation);
        }
    }
}
