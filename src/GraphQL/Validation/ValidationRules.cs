using HomeroomGraph.GraphQL.Validation.Rules;
using HomeroomGraph.GraphQL.Validation.TypeSystemRules;

namespace HomeroomGraph.GraphQL.Validation;

/// <summary>The rules by name, in the reference's order, which is the order of errors at the same node.</summary>
public static class ValidationRules
{
    /// <summary>The rules of section 5 of the specification, those of the reference for its incremental delivery, and the bound on
    /// the depth of introspection.</summary>
    public static readonly IReadOnlyList<RuleEntry> Specified =
    [
        new(nameof(ExecutableDefinitionsRule), context => new ExecutableDefinitionsRule(context)),
        new(nameof(KnownOperationTypesRule), context => new KnownOperationTypesRule(context)),
        new(nameof(UniqueOperationNamesRule), context => new UniqueOperationNamesRule(context)),
        new(nameof(LoneAnonymousOperationRule), context => new LoneAnonymousOperationRule(context)),
        new(nameof(SingleFieldSubscriptionsRule), context => new SingleFieldSubscriptionsRule(context)),
        new(nameof(KnownTypeNamesRule), context => new KnownTypeNamesRule(context)),
        new(nameof(FragmentsOnCompositeTypesRule), context => new FragmentsOnCompositeTypesRule(context)),
        new(nameof(VariablesAreInputTypesRule), context => new VariablesAreInputTypesRule(context)),
        new(nameof(ScalarLeafsRule), context => new ScalarLeafsRule(context)),
        new(nameof(FieldsOnCorrectTypeRule), context => new FieldsOnCorrectTypeRule(context)),
        new(nameof(UniqueFragmentNamesRule), context => new UniqueFragmentNamesRule(context)),
        new(nameof(KnownFragmentNamesRule), context => new KnownFragmentNamesRule(context)),
        new(nameof(NoUnusedFragmentsRule), context => new NoUnusedFragmentsRule(context)),
        new(nameof(PossibleFragmentSpreadsRule), context => new PossibleFragmentSpreadsRule(context)),
        new(nameof(NoFragmentCyclesRule), context => new NoFragmentCyclesRule(context)),
        new(nameof(UniqueVariableNamesRule), context => new UniqueVariableNamesRule(context)),
        new(nameof(NoUndefinedVariablesRule), context => new NoUndefinedVariablesRule(context)),
        new(nameof(NoUnusedVariablesRule), context => new NoUnusedVariablesRule(context)),
        new(nameof(KnownDirectivesRule), context => new KnownDirectivesRule(context)),
        new(nameof(UniqueDirectivesPerLocationRule), context => new UniqueDirectivesPerLocationRule(context)),
        new(nameof(DeferStreamDirectiveOnRootFieldRule), context => new DeferStreamDirectiveOnRootFieldRule(context)),
        new(nameof(DeferStreamDirectiveOnValidOperationsRule), context => new DeferStreamDirectiveOnValidOperationsRule(context)),
        new(nameof(DeferStreamDirectiveLabelRule), context => new DeferStreamDirectiveLabelRule(context)),
        new(nameof(StreamDirectiveOnListFieldRule), context => new StreamDirectiveOnListFieldRule(context)),
        new(nameof(KnownArgumentNamesRule), context => new KnownArgumentNamesRule(context)),
        new(nameof(UniqueArgumentNamesRule), context => new UniqueArgumentNamesRule(context)),
        new(nameof(ValuesOfCorrectTypeRule), context => new ValuesOfCorrectTypeRule(context)),
        new(nameof(ProvidedRequiredArgumentsRule), context => new ProvidedRequiredArgumentsRule(context)),
        new(nameof(VariablesInAllowedPositionRule), context => new VariablesInAllowedPositionRule(context)),
        new(nameof(OverlappingFieldsCanBeMergedRule), context => new OverlappingFieldsCanBeMergedRule(context)),
        new(nameof(UniqueInputFieldNamesRule), context => new UniqueInputFieldNamesRule(context)),
        new(nameof(MaxIntrospectionDepthRule), context => new MaxIntrospectionDepthRule(context)),
    ];

    /// <summary>The rules for documents that define a schema (spec 3), those of the document alone; <see cref="SchemaValidator"/> has
    /// those of the schema that it makes.</summary>
    public static readonly IReadOnlyList<RuleEntry> OfTypeSystem =
    [
        new(nameof(LoneSchemaDefinitionRule), context => new LoneSchemaDefinitionRule(context)),
        new(nameof(UniqueOperationTypesRule), context => new UniqueOperationTypesRule(context)),
        new(nameof(UniqueTypeNamesRule), context => new UniqueTypeNamesRule(context)),
        new(nameof(UniqueEnumValueNamesRule), context => new UniqueEnumValueNamesRule(context)),
        new(nameof(UniqueFieldDefinitionNamesRule), context => new UniqueFieldDefinitionNamesRule(context)),
        new(nameof(UniqueArgumentDefinitionNamesRule), context => new UniqueArgumentDefinitionNamesRule(context)),
        new(nameof(UniqueDirectiveNamesRule), context => new UniqueDirectiveNamesRule(context)),
        new(nameof(KnownTypeNamesRule), context => new KnownTypeNamesRule(context)),
        new(nameof(KnownDirectivesRule), context => new KnownDirectivesRule(context)),
        new(nameof(UniqueDirectivesPerLocationRule), context => new UniqueDirectivesPerLocationRule(context)),
        new(nameof(PossibleTypeExtensionsRule), context => new PossibleTypeExtensionsRule(context)),
        new(nameof(KnownArgumentNamesRule), context => new KnownArgumentNamesRule(context)),
        new(nameof(UniqueArgumentNamesRule), context => new UniqueArgumentNamesRule(context)),
        new(nameof(UniqueInputFieldNamesRule), context => new UniqueInputFieldNamesRule(context)),
        new(nameof(ProvidedRequiredArgumentsRule), context => new ProvidedRequiredArgumentsRule(context)),
    ];

    /// <summary>The rule for what a schema is made by, once its document is right in itself.</summary>
    public static readonly IReadOnlyList<RuleEntry> OfBuiltInDirectives =
        [new(nameof(BuiltInDirectiveValuesRule), context => new BuiltInDirectiveValuesRule(context))];

    /// <summary>Refuses introspection, for callers who may not read the schema.</summary>
    public static readonly RuleEntry NoSchemaIntrospection =
        new(nameof(NoSchemaIntrospectionCustomRule), context => new NoSchemaIntrospectionCustomRule(context));

    /// <summary>Finds uses of what is deprecated, for tools.</summary>
    public static readonly RuleEntry NoDeprecated =
        new(nameof(NoDeprecatedCustomRule), context => new NoDeprecatedCustomRule(context));
}
