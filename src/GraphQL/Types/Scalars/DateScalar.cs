using System.Globalization;
using System.Text.Json;
using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Types.Scalars;

/// <summary>A calendar date without a time zone, written <c>YYYY-MM-DD</c>, as a <see cref="DateOnly"/>.</summary>
public sealed class DateScalar : ScalarType
{
    public static readonly DateScalar Instance = new();

    private DateScalar() : base("Date")
    {
        Description = "A calendar date without a time zone, written `YYYY-MM-DD`.";
        SpecifiedByUrl = "https://scalars.graphql.org/andimarek/local-date.html";
    }

    public override object ParseLiteral(ValueNode literal) => literal is StringValueNode text
        ? Parse(text.Value, Inspection.Of(literal))
        : throw Refused(Inspection.Of(literal));

    public override object ParseJson(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? Parse(value.GetString()!, Inspection.Of(value))
        : throw Refused(Inspection.Of(value));

    private static DateOnly Parse(string text, string written) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Refused(written);

    private static InputCoercionException Refused(string written) =>
        new($"Date cannot represent a value that is not a date of the form YYYY-MM-DD: {written}");
}
