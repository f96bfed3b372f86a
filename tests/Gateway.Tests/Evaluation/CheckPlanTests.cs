using System.Text.Json;
using HomeroomGraph.Gateway.Tests.Queries;
using Npgsql;

namespace HomeroomGraph.Gateway.Tests.Evaluation;

/// <summary>Checks are the largest tables: behind both walls, and with the planner's settings as they are, a class's page and a grade's week read
/// what they show by the index.</summary>
public sealed class CheckPlanTests(DemoEngine demo) : IClassFixture<DemoEngine>, IAsyncLifetime
{
    private const string ClassPage = """
        query($id: ID!) { class(id: $id) { checkSheets(first: 10) { nodes { day total lines(first: 20) { nodes { points item { name } } } } } } }
        """;

    private const string GradeWeek = """
        { checkSheets(first: 100, where: { day: { gte: "2026-10-05", lt: "2026-10-12" }, class: { grade: { eq: 3 } } }) { nodes { day total class { name } } } }
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await CheckRecords.AddAsync(demo.Database);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("analyst-370403")]
    [InlineData("principal")]
    [InlineData("grade-head")]
    [InlineData("post")]
    public async Task The_page_of_a_class_reads_its_sheets_and_their_lines_by_index(string user)
    {
        var id = (await demo.DataAsync(user, "{ classes(first: 1, where: { grade: { eq: 3 }, checkSheets: { any: true } }) { nodes { id } } }"))
            .GetProperty("classes").GetProperty("nodes")[0].GetProperty("id").GetString();
        var sheets = (await demo.DataAsync(user, ClassPage, new { id })).GetProperty("class").GetProperty("checkSheets").GetProperty("nodes");
        Assert.Equal(10, sheets.GetArrayLength());

        var plan = await PlanAsync(user);
        Assert.Contains(plan, node => node.Relation == "check_sheet" && node.Condition.Contains("class_id", StringComparison.Ordinal));
        Assert.Contains(plan, node => node.Relation == "check_line_2026" && node.Condition.Contains("check_sheet_id", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, IsScan);
    }

    [Theory]
    [InlineData("principal")]
    [InlineData("grade-head")]
    public async Task A_week_of_a_grade_reads_its_days_by_index(string user)
    {
        var sheets = (await demo.DataAsync(user, GradeWeek)).GetProperty("checkSheets").GetProperty("nodes");
        Assert.NotEqual(0, sheets.GetArrayLength());

        var plan = await PlanAsync(user);
        // By the school's days or by those of each of the grade's classes, whichever the planner finds cheaper.
        Assert.Contains(plan, node => node.Relation == "check_sheet" && node.Condition.Contains("day >=", StringComparison.Ordinal)
            && (node.Condition.Contains("school_id =", StringComparison.Ordinal) || node.Condition.Contains("class_id =", StringComparison.Ordinal)));
        Assert.DoesNotContain(plan, IsScan);
    }

    /// <summary>Reads the whole table; the other years' partitions are empty here, and pruned when it runs.</summary>
    private static bool IsScan((string Relation, string Kind, string Condition) node) =>
        node.Kind == "Seq Scan" && node.Relation is ("check_sheet" or "check_line_2026");

    /// <summary>How the last statement reads its tables.</summary>
    private async Task<List<(string Relation, string Kind, string Condition)>> PlanAsync(string user)
    {
        var viewer = await demo.AccountAsync(user);
        await using var connection = await demo.Database.Reader.OpenConnectionAsync(Cancellation);
        await using var batch = connection.CreateBatch();
        batch.BatchCommands.Add(new("select reach.enter($1, $2)") { Parameters = { new() { Value = viewer.AccountId }, new() { Value = viewer.AccessVersion } } });
        var explain = new NpgsqlBatchCommand("explain (format json) " + demo.Rows.Statements[^1]);
        foreach (var (type, value) in demo.Rows.LastParameters)
            explain.Parameters.Add(new() { NpgsqlDbType = type, Value = value ?? DBNull.Value });
        batch.BatchCommands.Add(explain);
        await using var rows = await batch.ExecuteReaderAsync(Cancellation);
        await rows.NextResultAsync(Cancellation);
        Assert.True(await rows.ReadAsync(Cancellation));
        return [.. NodesIn(JsonDocument.Parse(rows.GetString(0)).RootElement)];
    }

    private static IEnumerable<(string Relation, string Kind, string Condition)> NodesIn(JsonElement plan) => plan.ValueKind switch
    {
        JsonValueKind.Array => plan.EnumerateArray().SelectMany(NodesIn),
        JsonValueKind.Object =>
        [
            .. plan.TryGetProperty("Relation Name", out var relation)
                ? [(relation.GetString()!, plan.GetProperty("Node Type").GetString()!, plan.TryGetProperty("Index Cond", out var condition) ? condition.GetString()! : "")]
                : Array.Empty<(string, string, string)>(),
            .. plan.EnumerateObject().SelectMany(property => NodesIn(property.Value)),
        ],
        _ => [],
    };
}
