using System.Text.Json;
using HomeroomGraph.GraphQL.Language;
using HomeroomGraph.GraphQL.Types;
using HomeroomGraph.GraphQL.Types.Scalars;

namespace HomeroomGraph.GraphQL.Tests.Types;

/// <summary>What each scalar takes, written as a literal and as JSON.</summary>
public sealed class ScalarTests
{
    private static readonly Dictionary<string, ScalarType> Scalars =
        BuiltInScalars.All.Concat([DateScalar.Instance, DateTimeScalar.Instance, DecimalScalar.Instance, JsonScalar.Instance, LongScalar.Instance]).ToDictionary(scalar => scalar.Name);

    [Theory]
    [InlineData("Int", "-2147483648", "-2147483648")]
    [InlineData("Long", "9223372036854775807", "9223372036854775807")]
    [InlineData("Float", "1.5e-3", "0.0015")]
    [InlineData("Float", "3", "3")]
    [InlineData("Boolean", "true", "True")]
    [InlineData("String", "\"班主任\"", "班主任")]
    [InlineData("ID", "\"a\"", "a")]
    [InlineData("ID", "007", null)]
    [InlineData("ID", "7", "7")]
    [InlineData("Date", "\"2024-02-29\"", "2024-02-29")]
    [InlineData("Date", "\"2023-02-29\"", null)]
    [InlineData("Date", "\"2024-2-9\"", null)]
    [InlineData("Date", "\"2024-02-29T00:00:00Z\"", null)]
    [InlineData("Date", "20240229", null)]
    [InlineData("DateTime", "\"2026-11-16T08:00:00+08:00\"", "2026-11-16T08:00:00.0000000+08:00")]
    [InlineData("DateTime", "\"2026-11-16t00:00:00.123456z\"", "2026-11-16T00:00:00.1234560+00:00")]
    [InlineData("DateTime", "\"2026-11-16T00:00:00.1234567Z\"", null)]
    [InlineData("DateTime", "\"2026-11-16T00:00:00\"", null)]
    [InlineData("DateTime", "\"2026-11-16 00:00:00Z\"", null)]
    [InlineData("DateTime", "\"2026-11-16T24:00:00Z\"", null)]
    [InlineData("DateTime", "\"2026-11-16T00:00:00+24:00\"", null)]
    [InlineData("DateTime", "\"2026-11-16T00:00:00+0800\"", null)]
    [InlineData("DateTime", "\"2026-11-16T00:00:00+08\"", null)]
    [InlineData("Decimal", "0.1", "0.1")]
    [InlineData("Decimal", "-12", "-12")]
    [InlineData("Decimal", "1e2", "100")]
    [InlineData("Decimal", "1e400", null)]
    [InlineData("Decimal", "\"1\"", null)]
    [InlineData("JSON", "1", null)]
    [InlineData("Int", "2147483648", null)]
    [InlineData("Int", "\"1\"", null)]
    [InlineData("Long", "9223372036854775808", null)]
    [InlineData("Long", "1.0", null)]
    [InlineData("Float", "1e400", null)]
    [InlineData("Float", "\"1\"", null)]
    [InlineData("Boolean", "1", null)]
    [InlineData("String", "1", null)]
    [InlineData("String", "\"a\\u0000\"", null)]
    [InlineData("ID", "\"a\\u0000\"", null)]
    [InlineData("ID", "1.5", null)]
    [InlineData("ID", "true", null)]
    public void A_literal_and_the_same_JSON_give_the_same_value(string scalar, string text, string? expected)
    {
        Assert.Equal(expected, Try(() => Scalars[scalar].ParseLiteral(Parser.ParseValue(SourceText.Of(text)))));
        Assert.Equal(expected, Try(() => Scalars[scalar].ParseJson(JsonDocument.Parse(text).RootElement)));
    }

    [Theory]
    [InlineData("3.0", 3)]
    [InlineData("1e3", 1000)]
    [InlineData("-0.0", 0)]
    public void A_JSON_number_without_a_fraction_is_an_Int(string json, int expected) =>
        Assert.Equal(expected, BuiltInScalars.Int.ParseJson(JsonDocument.Parse(json).RootElement));

    [Fact]
    public void A_message_shows_no_more_of_a_value_than_is_useful()
    {
        var list = JsonDocument.Parse($"[{string.Join(',', Enumerable.Range(0, 1000))}, [[[[1]]]]]").RootElement;
        var refusal = Assert.Throws<InputCoercionException>(() => BuiltInScalars.Int.ParseJson(list));
        Assert.Equal("Int cannot represent non-integer value: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ... 991 more items]", refusal.Message);
        var text = new StringValueNode(new string('a', 1_000_000));
        Assert.True(Assert.Throws<InputCoercionException>(() => BuiltInScalars.Int.ParseLiteral(text)).Message.Length < 1_100);
    }

    private static string? Try(Func<object?> parse)
    {
        try
        {
            return parse() switch
            {
                DateOnly date => date.ToString("O"),
                DateTimeOffset time => time.ToString("O"),
                IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
                var value => value?.ToString(),
            };
        }
        catch (Exception refusal) when (refusal is InputCoercionException or GraphQLSyntaxException or JsonException)
        {
            return null;
        }
    }
}
