using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Validation;

/// <summary>How deep selection sets stand inside each other once fragments are spread. The parser bounds each definition, but
/// fragments chain: everything after it that follows fragments (merging fields, planning) recurses this deep.</summary>
internal static class SpreadDepth
{
    /// <exception cref="ValidationAbortedException">The document goes deeper than the limit.</exception>
    internal static void Check(FragmentIndex fragments, DocumentNode document, int limit)
    {
        var depths = new Dictionary<FragmentDefinitionNode, int>();
        foreach (var definition in document.Definitions)
        {
            int depth = definition switch
            {
                OperationDefinitionNode operation => Measure(operation.SelectionSet, 1),
                FragmentDefinitionNode fragment => MeasureFragment(fragment, 1),
                _ => 0,
            };
            if (depth > limit) throw Exceeded();
        }

        int Measure(SelectionSetNode selections, int above)
        {
            if (above > limit) throw Exceeded();
            int deepest = 1;
            foreach (var selection in selections.Selections)
            {
                int inner = selection is FragmentSpreadNode spread
                    ? fragments.Find(spread.Name.Value) is { } fragment ? MeasureFragment(fragment, above + 1) : 0
                    : FragmentIndex.InnerSelections(selection) is { } inside ? Measure(inside, above + 1) : 0;
                deepest = Math.Max(deepest, 1 + inner);
            }
            return deepest;
        }

        int MeasureFragment(FragmentDefinitionNode fragment, int above)
        {
            if (depths.TryGetValue(fragment, out int known))
                return above + known - 1 > limit ? throw Exceeded() : known;
            depths[fragment] = 0; // a cycle ends here; the rule against cycles reports it
            return depths[fragment] = Measure(fragment.SelectionSet, above);
        }

        ValidationAbortedException Exceeded() => new(
            $"The document nests selections more than {limit} deep after its fragments are spread. Validation aborted.");
    }
}
