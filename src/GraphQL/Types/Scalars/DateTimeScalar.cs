using System.Globalization;
using System.Text.Json;
using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Types.Scalars;

/// <summary>A point in time with its offset (RFC 3339 section 5.6), as a <see cref="DateTimeOffset"/>. Fractions finer than
/// the microseconds that PostgreSQL keeps are refused, never rounded.</summary>
public sealed class DateTimeScalar : ScalarType
{
    private static readonly string[] _formats =
        [.. from fraction in Enumerable.Range(0, 7)
            from zone in new[] { "'Z'", "zzz" }
            select "yyyy-MM-dd'T'HH:mm:ss" + (fraction == 0 ? "" : "." + new string('f', fraction)) + zone];

    public static readonly DateTimeScalar Instance = new();

    private DateTimeScalar() : base("DateTime")
    {
        Description = "A point in time with its offset from UTC, written as in RFC 3339, e.g. `2026-11-16T08:00:00+08:00`.";
        SpecifiedByUrl = "https://scalars.graphql.org/chillicream/date-time.html";
    }

    public override object ParseLiteral(ValueNode literal) => literal is StringValueNode text
        ? Parse(text.Value, Inspection.Of(literal))
        : throw Refused(Inspection.Of(literal));

    public override object ParseJson(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? Parse(value.GetString()!, Inspection.Of(value))
        : throw Refused(Inspection.Of(value));

    // .NET's zzz takes an offset without its colon too; RFC 3339 does not.
    private static DateTimeOffset Parse(string text, string written) =>
        text is [.., 'Z' or 'z'] or [.., '+' or '-', _, _, ':', _, _] && DateTimeOffset.TryParseExact(
            text.ToUpperInvariant(), _formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw Refused(written);

    private static InputCoercionException Refused(string written) => new(
        $"DateTime cannot represent a value that is not a date and time with offset as in RFC 3339, at most to the microsecond: {written}");
}
