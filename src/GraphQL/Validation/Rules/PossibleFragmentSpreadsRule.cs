using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Validation.Rules;

/// <summary>A fragment stands where objects of its type can be (spec 5.5.2.3).</summary>
public sealed class PossibleFragmentSpreadsRule(ValidationContext context)
    : ValidationRule(nameof(PossibleFragmentSpreadsRule), context)
{
    public override void EnterInlineFragment(InlineFragmentNode fragment)
    {
        if (Context.Type is NamedType { IsComposite: true } type && Context.ParentType is { } parent
            && !Context.Schema.Overlap(type, parent))
            Report($"Fragment cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".", fragment);
    }

    public override void EnterFragmentSpread(FragmentSpreadNode spread)
    {
        if (Context.Fragments.Find(spread.Name.Value) is not { } fragment || Context.ParentType is not { } parent) return;
        if (Context.Schema.TypeOf(fragment.TypeCondition) is NamedType { IsComposite: true } type
            && !Context.Schema.Overlap(type, parent))
            Report(
                $"Fragment \"{spread.Name}\" cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".",
                spread);
    }
}
