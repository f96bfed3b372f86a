using HomeroomGraph.Gateway.Tests.Queries;
using Npgsql;

namespace HomeroomGraph.Gateway.Tests.Search;

/// <summary>With both walls on, a search reads tokens by the indexes of their spellings, within the viewer's districts.</summary>
public sealed class SearchIndexTests(FullDemoEngine demo) : IClassFixture<FullDemoEngine>
{
    [Theory]
    [InlineData("teachers", "teacher_token", "analyst-370403")]
    [InlineData("teachers", "teacher_token", "principal")]
    [InlineData("researchProjects", "research_project_token", "analyst-shandong")]
    [InlineData("researchProjects", "research_project_token", "research-office")]
    [InlineData("papers", "paper_token", "analyst-370403")]
    [InlineData("papers", "paper_token", "moral-office")]
    public async Task Tokens_are_read_by_index(string list, string tokens, string user)
    {
        await demo.DataAsync(user, $"{{ {list}(search: \"wangx 教学\", first: 20) {{ totalCount nodes {{ id }} }} }}");
        string plan = await PlanAsync(user);
        foreach (string spelling in new[] { "written", "spoken", "initials" })
            Assert.Matches($"{tokens}_by_{spelling}[^\n]*\n[^\n]*Index Cond: [^\n]*district_id[^\n]*{spelling} >= [^\n]*{spelling} < ", plan);
    }

    [Theory]
    [InlineData("analyst-370403")]
    [InlineData("analyst-shandong")]
    [InlineData("principal")]
    public async Task So_are_those_of_all_kinds(string user)
    {
        await demo.DataAsync(user, "{ search(text: \"wangx 教学\", first: 20) { totalCount nodes { kind } } }");
        string plan = await PlanAsync(user);
        foreach (string tokens in new[] { "teacher_token", "research_project_token", "paper_token" })
            foreach (string spelling in new[] { "written", "spoken", "initials" })
                Assert.Matches($"{tokens}_by_{spelling}[^\n]*\n[^\n]*Index Cond: [^\n]*district_id[^\n]*{spelling} >= [^\n]*{spelling} < ", plan);
    }

    private async Task<string> PlanAsync(string user)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var viewer = await demo.AccountAsync(user);
        await using var reader = await demo.Database.Reader.OpenConnectionAsync(cancellation);
        await using var batch = reader.CreateBatch();
        // The demo's tables are small: what the planner would choose for large ones is what it chooses when scans are dear.
        batch.BatchCommands.Add(new("select set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)"));
        batch.BatchCommands.Add(new("select reach.enter($1, $2)") { Parameters = { new() { Value = viewer.AccountId }, new() { Value = viewer.AccessVersion } } });
        var explain = new NpgsqlBatchCommand("explain (costs off) " + demo.Rows.Statements[^1]);
        foreach (var (type, value) in demo.Rows.LastParameters)
            explain.Parameters.Add(new() { NpgsqlDbType = type, Value = value ?? DBNull.Value });
        batch.BatchCommands.Add(explain);
        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        await rows.NextResultAsync(cancellation);
        await rows.NextResultAsync(cancellation);
        var lines = new List<string>();
        while (await rows.ReadAsync(cancellation)) lines.Add(rows.GetString(0));
        return string.Join('\n', lines);
    }
}
