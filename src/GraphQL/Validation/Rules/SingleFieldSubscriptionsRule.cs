using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.GraphQL.Validation.Rules;

/// <summary>A subscription has one field at its root, which is not introspection, and nothing that may leave it out
/// (spec 5.2.4.1).</summary>
public sealed class SingleFieldSubscriptionsRule(ValidationContext context)
    : ValidationRule(nameof(SingleFieldSubscriptionsRule), context)
{
    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Operation != OperationKind.Subscription || Context.Schema.Subscription is not { } root) return;
        string who = operation.Name is { } name ? $"Subscription \"{name}\"" : "Anonymous Subscription";
        var collected = new Collected();
        Collect(operation.SelectionSet, root, collected);
        if (collected.Conditions.Count > 0)
        {
            Report($"{who} must not use `@skip` or `@include` directives in the top level selection.", [.. collected.Conditions]);
            return;
        }
        if (collected.Fields.Count == 0)
            Report($"{who} must select one top level field.", operation.SelectionSet);
        else if (collected.Fields.Count > 1)
            Report($"{who} must select only one top level field.", [.. collected.Fields.Values.Skip(1).SelectMany(fields => fields)]);
        foreach (var fields in collected.Fields.Values)
            if (fields[0].Name.Value.StartsWith("__", StringComparison.Ordinal))
                Report($"{who} must not select an introspection top level field.", [.. fields]);
    }

    private sealed class Collected
    {
        internal OrderedDictionary<string, List<FieldNode>> Fields { get; } = [];
        internal List<DirectiveNode> Conditions { get; } = [];
        internal HashSet<string> Fragments { get; } = [];
    }

    /// <summary>The fields by response key (spec 6.3.2), not following what stands under a condition.</summary>
    private void Collect(SelectionSetNode selections, ObjectType root, Collected collected)
    {
        StackGuard.Check();
        Context.Fragments.Spend(selections.Selections.Count);
        foreach (var selection in selections.Selections)
        {
            if (ConditionOf(selection) is { } condition)
            {
                collected.Conditions.Add(condition);
                continue;
            }
            switch (selection)
            {
                case FieldNode field:
                    if (!collected.Fields.TryGetValue(field.ResponseKey, out var same)) collected.Fields[field.ResponseKey] = same = [];
                    same.Add(field);
                    break;
                case InlineFragmentNode fragment when Applies(fragment.TypeCondition, root):
                    Collect(fragment.SelectionSet, root, collected);
                    break;
                case FragmentSpreadNode spread when Context.Fragments.Find(spread.Name.Value) is { } fragment
                    && Applies(fragment.TypeCondition, root) && collected.Fragments.Add(spread.Name.Value):
                    Collect(fragment.SelectionSet, root, collected);
                    break;
            }
        }
    }

    private static DirectiveNode? ConditionOf(SelectionNode selection) =>
        selection.Directives.FirstOrDefault(directive => directive.Name.Value == "skip")
        ?? selection.Directives.FirstOrDefault(directive => directive.Name.Value == "include");

    private bool Applies(NamedTypeNode? condition, ObjectType root) =>
        condition is null || Context.Schema.TypeOf(condition) is NamedType type && (type == root || Schema.IsSubType(type, root));
}
