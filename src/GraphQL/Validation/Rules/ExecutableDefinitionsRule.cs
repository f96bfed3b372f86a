using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Validation.Rules;

/// <summary>A document to execute holds only operations and fragments (spec 5.1.1).</summary>
public sealed class ExecutableDefinitionsRule(ValidationContext context)
    : ValidationRule(nameof(ExecutableDefinitionsRule), context)
{
    public override void EnterDocument(DocumentNode document)
    {
        foreach (var definition in document.Definitions)
        {
            string? name = definition switch
            {
                OperationDefinitionNode or FragmentDefinitionNode => null,
                TypeDefinitionNode type => $"\"{type.Name}\"",
                DirectiveDefinitionNode directive => $"\"{directive.Name}\"",
                _ => "schema",
            };
            if (name is not null) Report($"The {name} definition is not executable.", definition);
        }
    }
}
