using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Validation.Rules;

/// <summary>Variables have types of input (spec 5.8.2).</summary>
public sealed class VariablesAreInputTypesRule(ValidationContext context)
    : ValidationRule(nameof(VariablesAreInputTypesRule), context)
{
    public override void EnterVariableDefinition(VariableDefinitionNode definition)
    {
        if (Context.Schema.TypeOf(definition.Type) is { IsInput: false })
            Report(
                $"Variable \"${definition.Variable.Name}\" cannot be non-input type \"{Printer.Print(definition.Type)}\".",
                definition.Type);
    }
}
