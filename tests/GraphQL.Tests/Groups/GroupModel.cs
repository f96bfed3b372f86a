using System.Globalization;
using System.Text.Json;

namespace HomeroomGraph.GraphQL.Tests.Groups;

/// <summary>A filter of the contract and what it means.</summary>
internal sealed record ModelFilter(string Text, Func<Sale, bool> Holds)
{
    public static readonly ModelFilter All = new("null", _ => true);
}

/// <summary>A key of the contract, what it means, and how it is shown.</summary>
/// <param name="By">Its entry of <c>by</c>.</param>
/// <param name="Shown">Its selection below <c>key</c>.</param>
/// <param name="Sort">Its entry of <c>order</c> below <c>key</c>; the direction stands for %.</param>
/// <param name="Of">The parts of the key of a sale, as they are ordered.</param>
/// <param name="Read">The shown value as a text.</param>
/// <param name="Text">The same text of a sale.</param>
/// <param name="SortedBy">What <paramref name="Sort"/> orders by.</param>
internal sealed record ModelKey(
    string Name, string By, string Shown, string Sort, Func<Sale, IComparable?[]> Of, Func<JsonElement, string> Read, Func<Sale, string> Text, Func<Sale, IComparable?> SortedBy);

/// <summary>A count or measure of the contract and what it means.</summary>
/// <param name="Shown">Its selection, where % stands for the filter.</param>
/// <param name="Sort">Its entry of <c>order</c>, where % stands for the direction.</param>
internal sealed record ModelMeasure(string Name, string Shown, string Sort, Func<IReadOnlyList<Sale>, IComparable?> Of, Func<JsonElement, JsonElement> Read);

/// <summary>Groups computed from the rows in memory, by nothing of the engine.</summary>
internal sealed class GroupModel(Market market)
{
    public IReadOnlyList<ModelFilter> Filters { get; } =
    [
        ModelFilter.All,
        new("{ kind: { eq: \"a\" } }", s => s.Kind == "a"),
        new("{ amount: { gte: 2 } }", s => s.Amount >= 2),
        new("{ not: { amount: { gt: 1 } } }", s => !(s.Amount > 1)),
        new("{ soldOn: { neq: null } }", s => s.SoldOn is not null),
        new("{ stall: { zone: { eq: \"north\" } } }", s => market.SeenStall(s)?.Zone == "north"),
        new("{ or: [{ kind: { in: [\"b\", \"c\"] } }, { price: { lt: 20 } }] }", s => s.Kind is "b" or "c" || s.Price < 20),
        new("{ kind: { eq: \"none of them\" } }", _ => false),
    ];

    public IReadOnlyList<ModelKey> Keys { get; } =
    [
        Value("kind", "true", s => s.Kind),
        Value("amount", "true", s => s.Amount),
        Value("isDear", "true", s => s.Price is { } price ? price > 50 : null),
        Value("soldOn", "DAY", s => s.SoldOn),
        Value("soldOn", "WEEK", s => s.SoldOn is { } day ? day.AddDays(-(((int)day.DayOfWeek + 6) % 7)) : null),
        Value("soldOn", "MONTH", s => s.SoldOn is { } day ? new DateOnly(day.Year, day.Month, 1) : null),
        Value("soldOn", "QUARTER", s => s.SoldOn is { } day ? new DateOnly(day.Year, (day.Month - 1) / 3 * 3 + 1, 1) : null),
        Value("soldOn", "YEAR", s => s.SoldOn is { } day ? new DateOnly(day.Year, 1, 1) : null),
        new("stall", "{ stall: true }", "stall { name }", "{ stall: { name: % } }", s => Parts(market.SeenStall(s) is { } stall ? (stall.DistrictId, stall.StallId) : null),
            key => Name(key.GetProperty("stall")), s => market.SeenStall(s)?.Name ?? "-", s => market.SeenStall(s)?.Name),
        new("stallBy", "{ stallBy: { zone: true } }", "stallBy { zone }", "{ stallBy: { zone: % } }", s => [market.SeenStall(s)?.Zone],
            key => Text(key.GetProperty("stallBy").GetProperty("zone")), s => market.SeenStall(s)?.Zone ?? "-", s => market.SeenStall(s)?.Zone),
        new("soldOnSeason", "{ soldOnSeason: true }", "soldOnSeason { name }", "{ soldOnSeason: { name: % } }", s => Parts(market.SeasonOf(s) is { } season ? (season.DistrictId, season.SeasonId) : null),
            key => Name(key.GetProperty("soldOnSeason")), s => market.SeasonOf(s)?.Name ?? "-", s => market.SeasonOf(s)?.Name),
    ];

    public IReadOnlyList<ModelMeasure> Measures { get; } =
    [
        new("count", "count(where: %)", "count: %", rows => (long)rows.Count, value => value),
        new("amountSum", "amount(where: %) { sum }", "amount: { sum: % }", rows => rows.Sum(s => (long)(s.Amount ?? 0)), value => value.GetProperty("sum")),
        new("amountAverage", "amount(where: %) { average }", "amount: { average: % }", rows => rows.Average(s => s.Amount), value => value.GetProperty("average")),
        new("amountMedian", "amount(where: %) { median }", "amount: { median: % }", rows => Median(rows.Select(s => (decimal?)s.Amount)), value => value.GetProperty("median")),
        new("amountMin", "amount(where: %) { min }", "amount: { min: % }", rows => rows.Min(s => s.Amount), value => value.GetProperty("min")),
        new("priceSum", "price(where: %) { sum }", "price: { sum: % }", rows => rows.Sum(s => s.Price ?? 0), value => value.GetProperty("sum")),
        new("priceMax", "price(where: %) { max }", "price: { max: % }", rows => rows.Max(s => s.Price), value => value.GetProperty("max")),
        new("priceMedian", "price(where: %) { median }", "price: { median: % }", rows => Median(rows.Select(s => s.Price)), value => value.GetProperty("median")),
        new("priceDistinct", "price(where: %) { countDistinct }", "price: { countDistinct: % }", rows => (long)rows.Select(s => s.Price).OfType<decimal>().Distinct().Count(), value => value.GetProperty("countDistinct")),
        new("firstSold", "soldOn(where: %) { min }", "soldOn: { min: % }", rows => rows.Min(s => s.SoldOn), value => value.GetProperty("min")),
    ];

    /// <summary>How many stalls that are seen, which no order can ask for.</summary>
    public long Stalls(IEnumerable<Sale> rows) => rows.Select(market.SeenStall).OfType<Stall>().Distinct().Count();

    /// <summary>A value as the model and the answer both give it: numbers to nine digits, for the last ones of a quotient are nobody's.</summary>
    public static string Text(IComparable? value) => value switch
    {
        null => "-",
        bool flag => flag ? "True" : "False",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        string text => text,
        _ => Math.Round(Convert.ToDecimal(value, CultureInfo.InvariantCulture), 9).ToString("0.#########", CultureInfo.InvariantCulture),
    };

    public static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "-",
        JsonValueKind.Number => Text(value.GetDecimal()),
        _ => value.ToString(),
    };

    private static ModelKey Value(string name, string by, Func<Sale, IComparable?> of) => new(
        name, $"{{ {name}: {by} }}", name, $"{{ {name}: % }}", s => [of(s)], key => Text(key.GetProperty(name)), s => Text(of(s)), of);

    private static IComparable?[] Parts((int District, long Id)? key) => key is { } parts ? [parts.District, parts.Id] : [null, null];

    private static string Name(JsonElement row) => row.ValueKind == JsonValueKind.Null ? "-" : row.GetProperty("name").GetString()!;

    private static decimal? Median(IEnumerable<decimal?> values)
    {
        var known = values.OfType<decimal>().Order().ToList();
        return known.Count == 0 ? null : (known[(known.Count - 1) / 2] + known[known.Count / 2]) / 2;
    }
}

/// <summary>What a viewer of a sale sees around it.</summary>
internal static class SaleRelations
{
    public static Stall? SeenStall(this Market market, Sale sale) =>
        market.Stalls.FirstOrDefault(stall => stall.DistrictId == sale.DistrictId && stall.StallId == sale.StallId && stall.ClosedOn is null);

    public static Season? SeasonOf(this Market market, Sale sale) =>
        market.Seasons.FirstOrDefault(season => season.DistrictId == sale.DistrictId && season.StartsOn <= sale.SoldOn && !(sale.SoldOn >= season.EndsOn));
}
