using System.Text.Json;
using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Types.Scalars;

/// <summary>A unique identifier (spec 3.5.5), as a <see cref="string"/>; an integer is taken as its digits.</summary>
public sealed class IdScalar : ScalarType
{
    internal IdScalar() : base("ID") => Description =
        "The `ID` scalar type represents a unique identifier, often used to refetch an object or as key for a cache. The ID type "
        + "appears in a JSON response as a String; however, it is not intended to be human-readable. When expected as an input "
        + "type, any string (such as `\"4\"`) or integer (such as `4`) input value will be accepted as an ID.";

    public override object ParseLiteral(ValueNode literal) => literal switch
    {
        StringValueNode text => StringScalar.WithoutNul(text.Value, Name),
        IntValueNode number => number.Value,
        _ => throw new InputCoercionException(
            $"ID cannot represent a non-string and non-integer value: {Inspection.Of(literal)}"),
    };

    public override object ParseJson(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => StringScalar.WithoutNul(value.GetString()!, Name),
        JsonValueKind.Number when value.GetRawText() is var digits && !digits.AsSpan().ContainsAny('.', 'e', 'E') => digits,
        _ => throw new InputCoercionException($"ID cannot represent value: {Inspection.Of(value)}"),
    };
}
