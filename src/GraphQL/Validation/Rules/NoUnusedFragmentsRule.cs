using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Validation.Rules;

/// <summary>Fragments are used (spec 5.5.1.4).</summary>
public sealed class NoUnusedFragmentsRule(ValidationContext context) : ValidationRule(nameof(NoUnusedFragmentsRule), context)
{
    public override void LeaveDocument(DocumentNode document)
    {
        var used = Context.Fragments.ReachedFrom(document.Definitions.OfType<OperationDefinitionNode>())
            .Select(fragment => fragment.Name.Value)
            .ToHashSet();
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>())
            if (!used.Contains(fragment.Name.Value)) Report($"Fragment \"{fragment.Name}\" is never used.", fragment);
    }
}
