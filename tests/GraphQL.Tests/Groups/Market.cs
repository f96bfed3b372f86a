using System.Globalization;
using System.Text;
using System.Text.Json;
using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.GraphQL.Tests.Groups;

/// <summary>Sales of two districts' markets over a real PostgreSQL: values are often null and repeat, some stalls are closed, which nobody sees, one
/// stall sells nothing, and some days lie in no season.</summary>
public sealed class Market(PostgresCluster cluster) : TestDatabase(cluster)
{
    public const int SaleCount = 300;
    private readonly Random _random = new(20261130);

    public OperationPipeline Pipeline { get; private set; } = null!;

    public RecordingRowSource Rows { get; private set; } = null!;

    public IReadOnlyList<Stall> Stalls { get; private set; } = [];

    public IReadOnlyList<Season> Seasons { get; private set; } = [];

    public IReadOnlyList<Sale> Sales { get; private set; } = [];

    public async Task FillAsync()
    {
        if (Sales.Count > 0) return;
        await ExecuteAsync("""
            create schema market;
            create table market.stall(district_id int, stall_id bigint, name text not null, zone text, closed_on date, primary key (district_id, stall_id));
            create table market.season(district_id int, season_id bigint, name text not null, starts_on date not null, ends_on date, primary key (district_id, season_id));
            create table market.sale(district_id int, sale_id bigint, stall_id bigint, kind text not null, amount int, price numeric, sold_on date,
                primary key (district_id, sale_id), foreign key (district_id, stall_id) references market.stall);
            create index on market.sale(district_id, stall_id);
            create function market.enter() returns void language sql as 'select';
            """);
        Stalls = [.. from district in Enumerable.Range(1, 2) from stall in Enumerable.Range(1, 6) select MakeStall(district, stall)];
        Seasons = [.. Enumerable.Range(1, 2).SelectMany(MakeSeasons)];
        Sales = [.. Enumerable.Range(1, SaleCount).Select(MakeSale)];
        foreach (var s in Stalls) await InsertAsync("stall", s.DistrictId, s.StallId, s.Name, s.Zone, s.ClosedOn);
        foreach (var s in Seasons) await InsertAsync("season", s.DistrictId, s.SeasonId, s.Name, s.StartsOn, s.EndsOn);
        foreach (var s in Sales) await InsertAsync("sale", s.DistrictId, s.SaleId, s.StallId, s.Kind, s.Amount, s.Price, s.SoldOn);
        Rows = new RecordingRowSource(new NpgsqlRowSource(Database.Owner));
        Pipeline = new OperationPipeline(MarketSchema.Build(), Rows, new PipelineOptions());
    }

    /// <summary>The answer as a reader of the districts.</summary>
    public async Task<JsonElement> AskAsync(string query, object? variables = null, CostReport cost = CostReport.None, params int[] districts)
    {
        await FillAsync();
        var answer = new StringBuilder();
        using var output = new ResponseOutput((part, _) =>
        {
            answer.Append(Encoding.UTF8.GetString(part.Span));
            return ValueTask.CompletedTask;
        });
        var request = new GraphQLRequest(Encoding.UTF8.GetBytes(query), null, variables is null ? null : JsonSerializer.SerializeToElement(variables)) { Cost = cost };
        var operation = Pipeline.Prepare(request, new MarketReader(districts.Length == 0 ? [1, 2] : districts));
        await Pipeline.ExecuteAsync(operation, output, NoServices.Instance, TestContext.Current.CancellationToken);
        await output.CompleteAsync(TestContext.Current.CancellationToken);
        return JsonDocument.Parse(answer.ToString()).RootElement;
    }

    /// <summary>The data of an answer without errors.</summary>
    public async Task<JsonElement> DataAsync(string query, object? variables = null, params int[] districts)
    {
        var answer = await AskAsync(query, variables, districts: districts);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data");
    }

    private static Stall MakeStall(int district, int number) => new()
    {
        DistrictId = district,
        StallId = district * 100 + number,
        Name = string.Create(CultureInfo.InvariantCulture, $"stall {number % 4}"),
        Zone = number % 3 == 0 ? null : number % 3 == 1 ? "north" : "south",
        ClosedOn = number == 2 ? new DateOnly(2026, 1, 1) : null,
    };

    private static IEnumerable<Season> MakeSeasons(int district)
    {
        var first = new DateOnly(2024, 2 + district, 1);
        for (int i = 0; i < 4; i++)
        {
            var end = first.AddMonths(5).AddDays(district);
            yield return new Season { DistrictId = district, SeasonId = district * 10 + i, Name = $"season {i}", StartsOn = first, EndsOn = i == 3 ? null : end };
            first = end.AddDays(20);
        }
    }

    private Sale MakeSale(int number)
    {
        int district = 1 + number % 2;
        return new Sale
        {
            DistrictId = district,
            SaleId = number,
            StallId = _random.Next(6) == 0 ? null : district * 100 + 1 + _random.Next(5),
            Kind = $"{(char)('a' + _random.Next(4))}",
            Amount = _random.Next(4) == 0 ? null : _random.Next(-2, 6),
            Price = _random.Next(5) == 0 ? null : _random.Next(0, 40) * 2.25m,
            SoldOn = _random.Next(5) == 0 ? null : new DateOnly(2023, 12, 20).AddDays(_random.Next(900)),
        };
    }

    private async Task InsertAsync(string table, params object?[] values)
    {
        await using var command = Database.Owner.CreateCommand($"insert into market.{table} values ({string.Join(", ", values.Select((_, i) => $"${i + 1}"))})");
        foreach (object? value in values) command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = Database.Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private sealed class NoServices : IServiceProvider
    {
        public static readonly NoServices Instance = new();
        public object? GetService(Type serviceType) => null;
    }
}

/// <summary>Reads the sales of some districts.</summary>
internal sealed class MarketReader(int[] districts) : IViewer
{
    public bool IsAuthenticated => true;
    public string Client => "reader";
    public string Identity => string.Join(',', districts);
    public bool MaySee(int districtId) => true;
    public DateOnly Today => new(2026, 11, 30);
    public Array? ValueOf(Claim claim) => claim == MarketSchema.Districts ? districts : null;
    public bool TrustedDocumentsOnly => false;
    public GraphQLError? Refuses(string rootField) => null;
    public NpgsqlBatchCommand EnterStatement(NpgsqlBatchCommand? again) => again ?? new("select market.enter()");
}
