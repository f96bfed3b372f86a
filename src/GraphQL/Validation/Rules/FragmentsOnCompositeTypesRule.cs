using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Validation.Rules;

/// <summary>Fragments stand on objects, interfaces and unions (spec 5.5.1.3).</summary>
public sealed class FragmentsOnCompositeTypesRule(ValidationContext context)
    : ValidationRule(nameof(FragmentsOnCompositeTypesRule), context)
{
    public override void EnterInlineFragment(InlineFragmentNode fragment)
    {
        if (fragment.TypeCondition is { } condition && !MayBeComposite(condition))
            Report($"Fragment cannot condition on non composite type \"{condition.Name}\".", condition);
    }

    public override void EnterFragmentDefinition(FragmentDefinitionNode fragment)
    {
        var condition = fragment.TypeCondition;
        if (!MayBeComposite(condition))
            Report($"Fragment \"{fragment.Name}\" cannot condition on non composite type \"{condition.Name}\".", condition);
    }

    private bool MayBeComposite(NamedTypeNode condition) => Context.Schema.TypeOf(condition) is null or { IsComposite: true };
}
