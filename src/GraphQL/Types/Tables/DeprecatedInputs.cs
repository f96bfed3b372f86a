using HomeroomGraph.GraphQL.Planning;

namespace HomeroomGraph.GraphQL.Types.Tables;

/// <summary>A field of a row type that is deprecated is so as a filter and as an order too.</summary>
internal static class DeprecatedInputs
{
    /// <summary>Once all fields are declared.</summary>
    public static void Follow(RowType row, InputObjectType filter, InputObjectType sort)
    {
        foreach (var field in row.Type.Fields.Values.Where(field => field.DeprecationReason is not null))
        {
            Follow(row.Type, field, filter);
            Follow(row.Type, field, sort);
        }
    }

    /// <summary>The replacement is the input's own, where the field's is a field of the same type and the input has it.</summary>
    private static void Follow(ObjectType type, FieldDefinition field, InputObjectType input)
    {
        if (!input.Fields.TryGetValue(field.Name, out var follower)) return;
        follower.DeprecationReason = field.DeprecationReason;
        string ownPrefix = type.Name + ".";
        if (DeprecationNotice.Find(field.DeprecationReason!) is { } notice
            && notice.Use.StartsWith(ownPrefix, StringComparison.Ordinal)
            && input.Fields.TryGetValue(notice.Use[ownPrefix.Length..], out var replacement))
        {
            follower.DeprecationReason = (notice with { Use = Coordinates.Of(input, replacement) }).Reason;
        }
    }
}
