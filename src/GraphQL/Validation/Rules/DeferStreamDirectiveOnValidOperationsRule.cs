using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Validation.Rules;

/// <summary>Subscriptions are not delivered in parts (as <see cref="StreamDirectiveOnListFieldRule"/> not of the edition of
/// September 2025).</summary>
public sealed class DeferStreamDirectiveOnValidOperationsRule(ValidationContext context)
    : ValidationRule(nameof(DeferStreamDirectiveOnValidOperationsRule), context)
{
    private readonly HashSet<string> _checked = [];

    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Operation != OperationKind.Subscription) return;
        var visited = new HashSet<string>();
        if (Check(operation.SelectionSet, [], visited)) _checked.UnionWith(visited);
    }

    private bool Check(SelectionSetNode selections, List<SyntaxNode> through, HashSet<string> visited)
    {
        StackGuard.Check();
        bool valid = true;
        foreach (var selection in selections.Selections)
        {
            if (MayBeLeftOut(selection)) continue;
            foreach (var directive in selection.Directives) valid &= Check(directive, through);
            if (selection is not FragmentSpreadNode spread)
            {
                if (FragmentIndex.InnerSelections(selection) is { } inner) valid &= Check(inner, through, visited);
            }
            else if (!_checked.Contains(spread.Name.Value) && visited.Add(spread.Name.Value)
                && Context.Fragments.Find(spread.Name.Value) is { } fragment)
            {
                through.Add(spread);
                valid &= Check(fragment.SelectionSet, through, visited);
                through.RemoveAt(through.Count - 1);
            }
        }
        return valid;
    }

    private bool Check(DirectiveNode directive, List<SyntaxNode> through)
    {
        string name = directive.Name.Value;
        if (name is not ("defer" or "stream") || If(directive) is BooleanValueNode { Value: false } or VariableNode) return true;
        Report(
            $"{(name == "defer" ? "Defer" : "Stream")} directive not supported on subscription operations. "
            + $"Disable `@{name}` by setting the `if` argument to `false`.",
            [directive, .. through.AsEnumerable().Reverse()]);
        return false;
    }

    private static bool MayBeLeftOut(SelectionNode selection) =>
        (First(selection, "skip") is { } skip && If(skip) is not BooleanValueNode { Value: false })
        || (First(selection, "include") is { } include && If(include) is not (null or BooleanValueNode { Value: true }));

    private static DirectiveNode? First(SelectionNode selection, string name) =>
        selection.Directives.FirstOrDefault(directive => directive.Name.Value == name);

    private static ValueNode? If(DirectiveNode directive) =>
        directive.Arguments.FirstOrDefault(argument => argument.Name.Value == "if")?.Value;
}
