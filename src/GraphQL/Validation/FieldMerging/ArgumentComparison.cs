using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Validation.FieldMerging;

/// <summary>Whether arguments are the same: the order of arguments and of the fields of input objects does not matter, all
/// else does, down to how a number is written.</summary>
internal static class ArgumentComparison
{
    internal static bool AreSame(IReadOnlyList<ArgumentNode> arguments1, IReadOnlyList<ArgumentNode> arguments2, Budget budget)
    {
        if (arguments1.Count != arguments2.Count) return false;
        if (arguments1.Count == 0) return true;
        var values2 = new Dictionary<string, ValueNode>();
        foreach (var argument in arguments2) values2[argument.Name.Value] = argument.Value;
        budget.Spend(arguments2.Count);
        return arguments1.All(argument =>
            values2.TryGetValue(argument.Name.Value, out var value2) && AreSame(argument.Value, value2, budget));
    }

    /// <summary>Recurses as deep as the parser lets values nest.</summary>
    private static bool AreSame(ValueNode value1, ValueNode value2, Budget budget)
    {
        budget.Spend(1);
        return (value1, value2) switch
        {
            (VariableNode a, VariableNode b) => a.Name.Value == b.Name.Value,
            (IntValueNode a, IntValueNode b) => a.Value == b.Value,
            (FloatValueNode a, FloatValueNode b) => a.Value == b.Value,
            (StringValueNode a, StringValueNode b) => a.Value == b.Value && a.IsBlock == b.IsBlock,
            (BooleanValueNode a, BooleanValueNode b) => a.Value == b.Value,
            (EnumValueNode a, EnumValueNode b) => a.Value == b.Value,
            (NullValueNode, NullValueNode) => true,
            (ListValueNode a, ListValueNode b) => a.Items.Count == b.Items.Count
                && a.Items.Zip(b.Items).All(items => AreSame(items.First, items.Second, budget)),
            (ObjectValueNode a, ObjectValueNode b) => HaveSameFields(a, b, budget),
            _ => false,
        };
    }

    private static bool HaveSameFields(ObjectValueNode object1, ObjectValueNode object2, Budget budget)
    {
        if (object1.Fields.Count != object2.Fields.Count) return false;
        var sorted1 = object1.Fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal);
        var sorted2 = object2.Fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal);
        return sorted1.Zip(sorted2).All(fields =>
            fields.First.Name.Value == fields.Second.Name.Value && AreSame(fields.First.Value, fields.Second.Value, budget));
    }
}
