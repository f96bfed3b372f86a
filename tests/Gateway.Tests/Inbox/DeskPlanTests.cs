using System.Text.Json;
using HomeroomGraph.Gateway.Tests.Queries;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Inbox;

/// <summary>How what waits is found: no branch reads a table of research through, whoever asks. On the whole demo, where the statistics are real.</summary>
public sealed class DeskPlanTests(FullDemoEngine demo) : IClassFixture<FullDemoEngine>
{
    private static readonly string[] OfManyRows =
    [
        "research_project", "research_member", "research_task", "research_stage", "research_review", "research_opinion", "research_application",
        "research_inspection", "research_extension_request", "research_change_request", "research_state_change", "research_milestone",
    ];

    [Theory]
    [InlineData("project-leader", "leader_id|teacher_id|reviewer_id|inspector_id|research_project_id|research_member_id|research_stage_id|research_application_id")]
    [InlineData("research-office", "school_id|research_project_id|research_application_id|research_stage_id|_open|p10_one_open")]
    [InlineData("research-officer-370403", "district_id|research_project_id")]
    public async Task Each_branch_is_found_by_an_index_that_names_who_it_is_for(string user, string narrowing)
    {
        await demo.DataAsync(user, "{ deskItems(first: 10) { nodes { kind dueOn project { title } } } }");
        var account = await demo.AccountAsync(user);
        await using var connection = await demo.Database.ReaderOf(account.Reach).OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var batch = connection.CreateBatch();
        // The demo's tables are small: what the planner would choose for large ones is what it chooses when scans are dear.
        batch.BatchCommands.Add(new("select set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)"));
        batch.BatchCommands.Add(new("select reach.enter($1, $2)") { Parameters = { new() { Value = account.AccountId }, new() { Value = account.AccessVersion } } });
        var explain = new Npgsql.NpgsqlBatchCommand("explain (format json) " + demo.Rows.Statements[^1]);
        foreach (var (type, value) in demo.Rows.LastParameters)
            explain.Parameters.Add(new() { NpgsqlDbType = type, Value = value ?? DBNull.Value });
        batch.BatchCommands.Add(explain);
        await using var rows = await batch.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        await rows.NextResultAsync(TestContext.Current.CancellationToken);
        await rows.NextResultAsync(TestContext.Current.CancellationToken);
        Assert.True(await rows.ReadAsync(TestContext.Current.CancellationToken));
        string plan = rows.GetString(0);

        var scans = Scans(JsonDocument.Parse(plan).RootElement).ToList();
        Assert.NotEmpty(scans);
        Assert.DoesNotContain(scans, scan => scan.Condition is null || !narrowing.Split('|').Any(column => scan.Condition.Contains(column, StringComparison.Ordinal)));
    }

    /// <summary>The scans of tables that grow, each with its index, such as one of open requests, and the condition; null for one without.</summary>
    private static IEnumerable<(string Table, string? Condition)> Scans(JsonElement plan) => plan.ValueKind switch
    {
        JsonValueKind.Array => plan.EnumerateArray().SelectMany(Scans),
        JsonValueKind.Object =>
        [
            .. plan.TryGetProperty("Relation Name", out var table) && OfManyRows.Contains(table.GetString())
                ? [(table.GetString()!, (Text(plan, "Index Cond") ?? Text(plan, "Recheck Cond")) is { } condition ? $"{Text(plan, "Index Name")} {condition}" : null)]
                : Array.Empty<(string, string?)>(),
            .. plan.EnumerateObject().SelectMany(property => Scans(property.Value)),
        ],
        _ => [],
    };

    private static string? Text(JsonElement plan, string name) => plan.TryGetProperty(name, out var text) ? text.GetString() : null;
}
