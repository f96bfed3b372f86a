using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Validation.Rules;

/// <summary>An operation or its fragments use the variables that it defines (spec 5.8.4).</summary>
public sealed class NoUnusedVariablesRule(ValidationContext context) : ValidationRule(nameof(NoUnusedVariablesRule), context)
{
    public override void EnterOperation(OperationDefinitionNode operation)
    {
        var used = Context.Variables.Of(operation).Select(usage => usage.Node.Name.Value).ToHashSet();
        foreach (var definition in operation.VariableDefinitions)
        {
            string name = definition.Variable.Name.Value;
            if (used.Contains(name)) continue;
            Report(
                operation.Name is { } named
                    ? $"Variable \"${name}\" is never used in operation \"{named}\"."
                    : $"Variable \"${name}\" is never used.",
                definition);
        }
    }
}
