using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Validation.Rules;

/// <summary><c>@defer</c> and <c>@stream</c> do not stand at the root of mutations and subscriptions (as
/// <see cref="StreamDirectiveOnListFieldRule"/> not of the edition of September 2025).</summary>
public sealed class DeferStreamDirectiveOnRootFieldRule(ValidationContext context)
    : ValidationRule(nameof(DeferStreamDirectiveOnRootFieldRule), context)
{
    private readonly HashSet<string> _checked = [];

    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Operation == OperationKind.Query || Context.Schema.RootType(operation.Operation) is not { } root) return;
        var visited = new HashSet<string>();
        string place = $"cannot be used on root {OperationNames.Of(operation.Operation)} type \"{root}\".";
        if (Check(operation.SelectionSet, place, visited)) _checked.UnionWith(visited);
    }

    private bool Check(SelectionSetNode selections, string place, HashSet<string> visited)
    {
        StackGuard.Check();
        bool valid = true;
        foreach (var selection in selections.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    valid &= Forbid("Stream", field.Directives, place);
                    break;
                case InlineFragmentNode fragment:
                    valid &= Forbid("Defer", fragment.Directives, place);
                    valid &= Check(fragment.SelectionSet, place, visited);
                    break;
                case FragmentSpreadNode spread when visited.Add(spread.Name.Value)
                    && Context.Fragments.Find(spread.Name.Value) is { } fragment:
                    valid &= Forbid("Defer", spread.Directives, place);
                    if (!_checked.Contains(spread.Name.Value)) valid &= Check(fragment.SelectionSet, place, visited);
                    break;
            }
        }
        return valid;
    }

    private bool Forbid(string directive, IReadOnlyList<DirectiveNode> directives, string place)
    {
        var found = directives.FirstOrDefault(node => node.Name.Value.Equals(directive, StringComparison.OrdinalIgnoreCase));
        if (found is not null) Report($"{directive} directive {place}", found);
        return found is null;
    }
}
