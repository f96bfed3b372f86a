using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Validation.FieldMerging;

namespace HomeroomGraph.GraphQL.Validation.Rules;

/// <summary>Fields that answer under the same key can be merged: the same field with the same arguments, or at least the same
/// shape where only one of them can apply (spec 5.3.2).</summary>
public sealed class OverlappingFieldsCanBeMergedRule(ValidationContext context)
    : ValidationRule(nameof(OverlappingFieldsCanBeMergedRule), context)
{
    private readonly FieldConflicts _conflicts = new(context);

    public override void EnterSelectionSet(SelectionSetNode selections, SyntaxNode owner)
    {
        // The selections of an inline fragment are among those of what it stands in.
        if (owner is InlineFragmentNode || selections.Selections is [not InlineFragmentNode]) return;
        foreach (var conflict in _conflicts.Within(selections, Context.ParentType))
        {
            Report(
                $"Fields \"{Inspection.Cut(conflict.ResponseKey)}\" conflict because {conflict.Reason}. "
                + "Use different aliases on the fields to fetch both if this was intentional.",
                [.. conflict.Fields1, .. conflict.Fields2]);
        }
    }
}
