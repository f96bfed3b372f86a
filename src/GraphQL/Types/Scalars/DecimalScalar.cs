using System.Globalization;
using System.Text.Json;
using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Types.Scalars;

/// <summary>A decimal number that is kept exactly, as a <see cref="decimal"/>.</summary>
public sealed class DecimalScalar : ScalarType
{
    public static readonly DecimalScalar Instance = new();

    private DecimalScalar() : base("Decimal")
    {
        Description = "A decimal number that is kept exactly, of up to 28 digits, written as a number.";
        SpecifiedByUrl = "https://scalars.graphql.org/chillicream/decimal.html";
    }

    public override object ParseLiteral(ValueNode literal) => literal switch
    {
        IntValueNode whole => Parse(whole.Value, Inspection.Of(literal)),
        FloatValueNode number => Parse(number.Value, Inspection.Of(literal)),
        _ => throw Refused(Inspection.Of(literal)),
    };

    public override object ParseJson(JsonElement value) => value.ValueKind == JsonValueKind.Number
        ? Parse(value.GetRawText(), Inspection.Of(value))
        : throw Refused(Inspection.Of(value));

    private static decimal Parse(string text, string written) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Refused(written);

    private static InputCoercionException Refused(string written) =>
        new($"Decimal cannot represent non decimal value: {written}");
}
