using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Validation.Rules;

/// <summary>Fragments that are spread exist (spec 5.5.2.1).</summary>
public sealed class KnownFragmentNamesRule(ValidationContext context) : ValidationRule(nameof(KnownFragmentNamesRule), context)
{
    public override void EnterFragmentSpread(FragmentSpreadNode spread)
    {
        if (Context.Fragments.Find(spread.Name.Value) is null) Report($"Unknown fragment \"{spread.Name}\".", spread.Name);
    }
}
