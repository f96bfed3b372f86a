using System.Globalization;
using System.Text.Json;
using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Types.Scalars;

/// <summary>A whole number of 32 bits (spec 3.5.1), as an <see cref="int"/>.</summary>
public sealed class IntScalar : ScalarType
{
    internal IntScalar() : base("Int") => Description =
        "The `Int` scalar type represents non-fractional signed whole numeric values. Int can represent values between -(2^31) "
        + "and 2^31 - 1.";

    public override object ParseLiteral(ValueNode literal)
    {
        if (literal is not IntValueNode number)
            throw new InputCoercionException($"Int cannot represent non-integer value: {Inspection.Of(literal)}");
        return int.TryParse(number.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int whole)
            ? whole
            : throw TooLarge(Inspection.Of(literal));
    }

    public override object ParseJson(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number)
            throw new InputCoercionException($"Int cannot represent non-integer value: {Inspection.Of(value)}");
        if (value.TryGetInt32(out int whole)) return whole;
        // 3.0 and 1e3 are whole numbers too: JSON has only one kind of number.
        double number = value.GetDouble();
        if (!double.IsInteger(number))
            throw new InputCoercionException($"Int cannot represent non-integer value: {Inspection.Of(value)}");
        return number is >= int.MinValue and <= int.MaxValue ? (int)number : throw TooLarge(Inspection.Of(value));
    }

    private static InputCoercionException TooLarge(string value) =>
        new($"Int cannot represent non 32-bit signed integer value: {value}");
}
