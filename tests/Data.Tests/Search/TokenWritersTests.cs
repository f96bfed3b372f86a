using HomeroomGraph.Data.Tests.Research;
using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Search;

/// <summary>What tokens cost those who write: nothing where no text that is searched changed. Counted by PostgreSQL in the writer's transaction.</summary>
public sealed class TokenWritersTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private const string Project = "update homeroom.research_project set {0} where research_project_id = $1";

    private NpgsqlDataSource Writer => test.Database.Writer;

    /// <summary>The steps that leave its texts alone, and the approval, which gives it a number.</summary>
    [Fact]
    public async Task The_steps_of_a_project_write_no_token_but_those_of_its_approval_number()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.SubmittedAsync(d.Teachers[0], title: "课题研究");
        await records.ReviewedAsync(project);
        Assert.Equal("tokenised 0, written 0", await CostAsync(StepSql, project, "submitted", "in_review"));
        await records.StepAsync(project, "submitted", "in_review");
        Assert.Equal("tokenised 0, written 0", await CostAsync(StepSql, project, "in_review", "recommended"));
        await records.StepAsync(project, "in_review", "recommended");

        // One text, of four characters: 立项7号 and a dash.
        const string stamps = "select string_agg(xmin::text, ',' order by place, reading) from search.research_project_token where research_project_id = $1 and place < 1024";
        var title = await test.Database.Owner.ScalarAsync<string>(stamps, project);
        Assert.Equal("tokenised 1, written 4", await CostAsync(string.Format(null, Project, "approval_number = '立项-7号'"), project));
        await records.DecisionAsync(project);
        Assert.Equal(title, await test.Database.Owner.ScalarAsync<string>(stamps, project));
        Assert.NotEqual(0, await test.Database.Owner.ScalarAsync<long>(
            "select count(*) from search.research_project_token where research_project_id = $1 and place between 8 * 1024 and 9 * 1024", project));
    }

    [Theory]
    [InlineData("title = title", 0, 0)]
    [InlineData("due_on = '2027-05-01'", 0, 0)]
    [InlineData("title = '研究课题'", 1, 8)] // Four taken away, four written.
    public async Task Only_texts_that_changed_are_tokenised(string change, int tokenised, int written)
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.DraftAsync(d.Teachers[0], title: "课题研究");
        Assert.Equal($"tokenised {tokenised}, written {written}", await CostAsync(string.Format(null, Project, change), project));
    }

    private const string StepSql = """
        insert into homeroom.research_state_change (district_id, school_id, research_project_id, from_state, to_state, changed_by, changed_at)
        select district_id, school_id, research_project_id, $2, $3, '某人', '2026-09-25T08:00:00Z' from homeroom.research_project where research_project_id = $1
        """;

    /// <summary>How often a statement calls the tokeniser, and the rows of tokens that it writes or takes away. It is rolled back.</summary>
    private async Task<string> CostAsync(string sql, params object[] values)
    {
        await using var connection = await test.Database.Owner.OpenConnectionAsync(TestContext.Current.CancellationToken);
        // What the session did before is counted here too until it is handed in.
        await RunAsync(connection, "select pg_stat_force_next_flush()");
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await RunAsync(connection, "set local track_functions = 'all'");
        await RunAsync(connection, sql, values);
        await using var read = new NpgsqlCommand("""
            select format('tokenised %s, written %s',
                coalesce((select sum(calls) from pg_stat_xact_user_functions where schemaname = 'search' and funcname = 'tokens_of'), 0),
                (select sum(n_tup_ins + n_tup_upd + n_tup_del) from pg_stat_xact_user_tables where schemaname = 'search'))
            """, connection);
        return (string)(await read.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
