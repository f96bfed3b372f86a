using System.Text.Json;
using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Types;

/// <summary>Literals and JSON values as plain CLR values, for scalars that take anything. Both recurse no deeper than the
/// parser's and the JSON reader's depth limits, which hold before.</summary>
public static class LiteralValue
{
    /// <summary>null, bool, string, long or double, list, or ordered dictionary.</summary>
    public static object? ToClr(ValueNode literal) => literal switch
    {
        NullValueNode => null,
        BooleanValueNode boolean => boolean.Value,
        StringValueNode text => text.Value,
        EnumValueNode name => name.Value,
        IntValueNode number => long.TryParse(number.Value, out long whole) ? whole : double.Parse(number.Value, provider: null),
        FloatValueNode number => double.Parse(number.Value, System.Globalization.CultureInfo.InvariantCulture),
        ListValueNode list => list.Items.Select(ToClr).ToList(),
        ObjectValueNode fields => new OrderedDictionary<string, object?>(
            fields.Fields.Select(f => KeyValuePair.Create(f.Name.Value, ToClr(f.Value)))),
        _ => throw new InputCoercionException("A variable can't stand inside a value of this scalar."),
    };

    /// <summary>null, bool, string, long or double, list, or ordered dictionary.</summary>
    public static object? ToClr(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt64(out long whole) ? whole : value.GetDouble(),
        JsonValueKind.Array => value.EnumerateArray().Select(ToClr).ToList(),
        JsonValueKind.Object => new OrderedDictionary<string, object?>(
            value.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, ToClr(p.Value)))),
        _ => null,
    };
}
