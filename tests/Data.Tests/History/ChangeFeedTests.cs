using System.Globalization;
using System.Text.Json;
using HomeroomGraph.Data.History;
using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.History;

/// <summary>What the feed of changes rests on in the database (rule V4): who changes a part of a row waits for who changes the row, so that versions tell which
/// is newer; and what others change costs a reader nothing.</summary>
[Trait("Rule", "V4")]
public sealed class ChangeFeedTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private NpgsqlDataSource Writer => test.Database.Writer;

    [Theory]
    [InlineData("insert into homeroom.paper_keyword (district_id, paper_id, position, keyword) values ($1, $2, 2, '德育')", "paper", "paper_id")]
    [InlineData("update homeroom.paper_author set affiliation = '外校' where district_id = $1 and paper_id = $2", "paper", "paper_id")]
    [InlineData("insert into homeroom.teacher_title (district_id, teacher_id, title, starts_on) values ($1, $2, 'first', '2020-01-01')", "teacher", "teacher_id")]
    [InlineData("delete from homeroom.employment where district_id = $1 and teacher_id = $2", "teacher", "teacher_id")]
    [InlineData("insert into homeroom.research_theme (district_id, school_id, research_project_id, theme) select $1, school_id, $2, 'success' from homeroom.research_project where research_project_id = $2",
        "research_project", "research_project_id")]
    public async Task Who_changes_a_part_holds_the_row_so_that_a_later_version_is_a_newer_one(string part, string table, string key)
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await Writer.ExecuteAsync("insert into homeroom.employment (district_id, teacher_id, school_id, starts_on) values ($1, $2, $3, '2020-09-01')", d.Id, d.Teachers[0], d.School);
        long row = table switch
        {
            "paper" => await new PaperRecords(Writer, d.Id, d.School).WriteAsync("题目", "2026-10-01", [("甲", null)], ["爱"]),
            "research_project" => await new ResearchRecords(Writer, d.Id, d.School).DraftAsync(d.Teachers[0]),
            _ => d.Teachers[0],
        };
        long before = await VersionAsync(d.Id, table, row);

        await using var connection = await Writer.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await using var change = new NpgsqlCommand(part, connection) { Parameters = { new() { Value = d.Id }, new() { Value = row } } };
        await change.ExecuteNonQueryAsync(Cancellation);
        var waits = await Assert.ThrowsAsync<PostgresException>(() => Writer.ExecuteAsync(
            $"set lock_timeout = '100ms'; update homeroom.{table} set {(table == "teacher" ? "name" : "title")} = 'X' where {key} = {row.ToString(CultureInfo.InvariantCulture)}"));
        Assert.Equal(PostgresErrorCodes.LockNotAvailable, waits.SqlState);
        await transaction.CommitAsync(Cancellation);
        Assert.True(await VersionAsync(d.Id, table, row) > before);
    }

    [Fact]
    public async Task A_transaction_tells_of_a_row_once_however_many_of_its_parts_it_writes()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        long paper = await new PaperRecords(Writer, d.Id, d.School).WriteAsync("题目", "2026-10-01", [("甲", null), ("乙", null)], ["爱", "德育"]);
        Assert.Equal(["insert"], await EntriesAsync(d.Id, "paper", paper));
        await Writer.ExecuteAsync("insert into homeroom.paper_author (district_id, paper_id, position, name) select $1, $2, n, 'N' || n from generate_series(3, 9) n", d.Id, paper);
        Assert.Equal(["insert", "update"], await EntriesAsync(d.Id, "paper", paper));
        await Writer.ExecuteAsync("delete from homeroom.paper where paper_id = $1", paper);
        Assert.Equal(["insert", "update", "delete"], await EntriesAsync(d.Id, "paper", paper));
    }

    [Fact]
    public async Task What_others_changed_is_passed_over_by_the_index()
    {
        var (d, other) = (await SmallDistrict.CreateAsync(Writer), await SmallDistrict.CreateAsync(Writer));
        var from = await test.Database.ChangeFeed.EndAsync(Cancellation);
        await test.Database.Owner.ExecuteAsync(
            """
            insert into history.change_log (district_id, entity, row_id, operation, circles_before, circles_after)
            select case when n % 2 = 0 then $1 else $2 end, case when n % 2 = 0 then 'paper' else 'teacher' end, n::text, 'update', '{1}', '{1}' from generate_series(1, 20000) n
            """, other.Id, d.Id);
        await new PaperRecords(Writer, d.Id, d.School).WriteAsync("题目", "2026-10-01", [("甲", null)]);
        await test.Database.Owner.ExecuteAsync("analyze history.change_log");

        await using var explain = test.Database.Feed.CreateCommand("explain (analyze, format json) " + ChangeFeed.PageSql);
        ChangeFeed.Bind(explain, from, [new("paper", d.Id, IsWhole: true, [])], 100);
        using var plan = JsonDocument.Parse((string)(await explain.ExecuteScalarAsync(Cancellation))!);
        var scans = Nodes(plan.RootElement[0].GetProperty("Plan")).Where(node => node.TryGetProperty("Index Name", out var name) && name.GetString() == "change_to_follow").ToList();
        Assert.NotEmpty(scans);
        Assert.Contains(scans, scan => scan.GetProperty("Index Cond").GetString() is { } condition
            && condition.Contains("district_id =", StringComparison.Ordinal) && condition.Contains("entity =", StringComparison.Ordinal)
            && condition.Contains("ROW(", StringComparison.Ordinal) && condition.Contains("txid <", StringComparison.Ordinal));
        Assert.All(scans, scan => Assert.InRange(scan.GetProperty("Actual Rows").GetDouble() + (scan.TryGetProperty("Rows Removed by Filter", out var removed) ? removed.GetDouble() : 0), 0, 2));
        Assert.DoesNotContain(Nodes(plan.RootElement[0].GetProperty("Plan")), node => node.GetProperty("Node Type").GetString() == "Seq Scan" && node.GetProperty("Relation Name").GetString() == "change_log");
    }

    private static IEnumerable<JsonElement> Nodes(JsonElement plan) =>
        plan.TryGetProperty("Plans", out var below) ? below.EnumerateArray().SelectMany(Nodes).Prepend(plan) : [plan];

    private Task<long> VersionAsync(int district, string table, long row) => test.Database.Owner.ScalarAsync<long>(
        "select max(seq) from history.change_log where district_id = $1 and entity = $2 and row_id = $3::text", district, table, row);

    private Task<List<string>> EntriesAsync(int district, string table, long row) => test.Database.Owner.ColumnAsync<string>(
        "select operation from history.change_log where district_id = $1 and entity = $2 and row_id = $3::text order by seq", district, table, row);
}
