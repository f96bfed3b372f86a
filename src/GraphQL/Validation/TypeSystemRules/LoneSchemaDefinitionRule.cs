using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Validation.TypeSystemRules;

/// <summary>A document defines one schema at most (spec 3.3.1).</summary>
public sealed class LoneSchemaDefinitionRule(ValidationContext context)
    : ValidationRule(nameof(LoneSchemaDefinitionRule), context)
{
    private bool _isDefined;

    public override void EnterTypeSystemDefinition(DefinitionNode definition)
    {
        if (definition is not SchemaDefinitionNode { IsExtension: false }) return;
        if (_isDefined) Report("Must provide only one schema definition.", definition);
        _isDefined = true;
    }
}
