using System.Globalization;
using System.Text.Json;
using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Types.Scalars;

/// <summary>A whole number of 64 bits, as a <see cref="long"/>.</summary>
public sealed class LongScalar : ScalarType
{
    public static readonly LongScalar Instance = new();

    private LongScalar() : base("Long")
    {
        Description = "A whole number between -(2^63) and 2^63 - 1. JavaScript's numbers are exact up to 2^53 only.";
        SpecifiedByUrl = "https://scalars.graphql.org/chillicream/long.html";
    }

    public override object ParseLiteral(ValueNode literal)
    {
        if (literal is not IntValueNode number)
            throw new InputCoercionException($"Long cannot represent non-integer value: {Inspection.Of(literal)}");
        return long.TryParse(number.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole)
            ? whole
            : throw TooLarge(Inspection.Of(literal));
    }

    public override object ParseJson(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number || value.GetRawText().AsSpan().ContainsAny('.', 'e', 'E'))
            throw new InputCoercionException($"Long cannot represent non-integer value: {Inspection.Of(value)}");
        return value.TryGetInt64(out long whole) ? whole : throw TooLarge(Inspection.Of(value));
    }

    private static InputCoercionException TooLarge(string value) =>
        new($"Long cannot represent non 64-bit signed integer value: {value}");
}
