using System.Globalization;
using System.Text.Json;
using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Types.Scalars;

/// <summary>A number in double precision (spec 3.5.2), as a <see cref="double"/>; infinite ones are refused.</summary>
public sealed class FloatScalar : ScalarType
{
    internal FloatScalar() : base("Float") => Description =
        "The `Float` scalar type represents signed double-precision fractional values as specified by "
        + "[IEEE 754](https://en.wikipedia.org/wiki/IEEE_floating_point).";

    public override object ParseLiteral(ValueNode literal)
    {
        string text = literal switch
        {
            IntValueNode whole => whole.Value,
            FloatValueNode number => number.Value,
            _ => throw new InputCoercionException($"Float cannot represent non numeric value: {Inspection.Of(literal)}"),
        };
        return Finite(double.Parse(text, CultureInfo.InvariantCulture), Inspection.Of(literal));
    }

    public override object ParseJson(JsonElement value) => value.ValueKind == JsonValueKind.Number
        ? Finite(value.GetDouble(), Inspection.Of(value))
        : throw new InputCoercionException($"Float cannot represent non numeric value: {Inspection.Of(value)}");

    private static double Finite(double number, string written) => double.IsFinite(number)
        ? number
        : throw new InputCoercionException($"Float cannot represent non numeric value: {written} (value is too large)");
}
