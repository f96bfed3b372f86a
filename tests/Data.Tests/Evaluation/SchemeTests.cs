using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Evaluation;

public sealed class SchemeTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private const string Frozen = "e1_scheme_is_frozen";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private NpgsqlDataSource Writer => test.Database.Writer;

    [Fact]
    [Trait("Rule", "E1")]
    public async Task The_parts_of_a_scheme_change_while_it_is_a_draft_and_full_marks_follow()
    {
        var d = await CheckDistrict.CreateAsync(Writer, inUse: false);
        Assert.Equal([50, 100], await FullMarksAsync(d));
        await Writer.ExecuteAsync("update homeroom.check_item set full_marks = 12.5 where check_item_id = $1", d.ItemIds[0]);
        await Writer.ExecuteAsync("delete from homeroom.check_item where check_item_id = $1", d.ItemIds[9]);
        Assert.Equal([52.5m, 92.5m], await FullMarksAsync(d));
    }

    [Theory]
    [Trait("Rule", "E1")]
    [InlineData("update homeroom.check_item set full_marks = 11 where evaluation_scheme_id = $1")]
    [InlineData("delete from homeroom.check_item where evaluation_scheme_id = $1")]
    [InlineData("update homeroom.check_round set name = 'other' || position where evaluation_scheme_id = $1")]
    [InlineData("insert into homeroom.check_round (district_id, evaluation_scheme_id, name, position) select district_id, $1, 'X', 9 from homeroom.evaluation_scheme where evaluation_scheme_id = $1")]
    [InlineData("insert into homeroom.evaluation_indicator (district_id, evaluation_scheme_id, part, code, name, position, weight) select district_id, $1, 'process', 'X', 'X', 9, 1 from homeroom.evaluation_scheme where evaluation_scheme_id = $1")]
    [InlineData("update homeroom.evaluation_scheme set name = 'X' where evaluation_scheme_id = $1")]
    [InlineData("delete from homeroom.evaluation_scheme where evaluation_scheme_id = $1")]
    public async Task In_use_it_is_frozen(string change)
    {
        var d = await CheckDistrict.CreateAsync(Writer);
        await Writer.RefusedByAsync(Frozen, change, d.Scheme);
    }

    [Fact]
    [Trait("Rule", "E1")]
    public async Task It_becomes_a_draft_again_only_as_long_as_it_is_not_used()
    {
        const string Draft = "update homeroom.evaluation_scheme set state = 'draft' where evaluation_scheme_id = $1";
        var d = await CheckDistrict.CreateAsync(Writer);
        await Writer.ExecuteAsync(Draft, d.Scheme);
        await Writer.RefusedByAsync("e2_a_sheet_has_a_scheme_in_use", CheckDistrict.SheetSql, d.Sheet(d.Small.Classes[0], 0, "2026-09-01"));
        await Writer.ExecuteAsync("update homeroom.evaluation_scheme set state = 'in_use' where evaluation_scheme_id = $1", d.Scheme);
        await d.EnterAsync(d.Small.Classes[0], 0, "2026-09-01");
        await Writer.RefusedByAsync(Frozen, Draft, d.Scheme);
        await Writer.ExecuteAsync("update homeroom.evaluation_scheme set state = 'retired' where evaluation_scheme_id = $1", d.Scheme);
        await Writer.RefusedByAsync(Frozen, Draft, d.Scheme);
    }

    [Fact]
    [Trait("Rule", "E1")]
    public async Task Whoever_takes_it_back_to_draft_waits_for_the_sheet_that_is_being_entered()
    {
        var d = await CheckDistrict.CreateAsync(Writer);
        await using var entering = await Writer.OpenConnectionAsync(Cancellation);
        await using var transaction = await entering.BeginTransactionAsync(Cancellation);
        await CheckDistrict.ExecuteAsync(entering, CheckDistrict.SheetSql, d.Sheet(d.Small.Classes[0], 0, "2026-09-01"));

        var taking = Writer.RefusedByAsync(Frozen, "update homeroom.evaluation_scheme set state = 'draft' where evaluation_scheme_id = $1", d.Scheme);
        await Task.Delay(200, Cancellation);
        Assert.False(taking.IsCompleted);
        await transaction.CommitAsync(Cancellation);
        await taking;
    }

    [Fact]
    [Trait("Rule", "E1")]
    public async Task A_change_is_a_new_version_that_replaces_the_one_before()
    {
        const string Next = """
            insert into homeroom.evaluation_scheme (district_id, school_id, school_year_id, name, version, replaces_id)
            values ($1, $2, $3, 'V', $4, $5) returning evaluation_scheme_id
            """;
        var d = await CheckDistrict.CreateAsync(Writer);
        await Writer.RefusedByAsync("e1_a_version_follows_the_one_before", Next, d.Id, d.School, d.Small.SchoolYear, 3, d.Scheme);
        await Writer.RefusedByAsync("e1_a_version_follows_the_one_before", Next, d.Id, DBNull.Value, d.Small.SchoolYear, 2, d.Scheme);
        await Writer.RefusedByAsync("e1_a_later_version_replaces_one", Next, d.Id, d.School, d.Small.SchoolYear, 2, DBNull.Value);
        var next = await Writer.ScalarAsync<long>(Next, d.Id, d.School, d.Small.SchoolYear, 2, d.Scheme);
        await Writer.RefusedByAsync("e1_one_successor_a_version", Next, d.Id, d.School, d.Small.SchoolYear, 2, d.Scheme);
        await Writer.RefusedByAsync("e1_one_scheme_in_use", "update homeroom.evaluation_scheme set state = 'in_use' where evaluation_scheme_id = $1", next);
    }

    [Fact]
    [Trait("Rule", "E1")]
    public async Task The_weights_of_a_scheme_in_use_add_up()
    {
        const string Use = "update homeroom.evaluation_scheme set state = 'in_use' where evaluation_scheme_id = $1";
        const string Indicator = """
            insert into homeroom.evaluation_indicator (district_id, evaluation_scheme_id, part, code, name, position, weight)
            values ($1, $2, 'process', $3, 'I', 1, $4)
            """;
        var d = await CheckDistrict.CreateAsync(Writer, inUse: false);
        await Writer.ExecuteAsync(Indicator, d.Id, d.Scheme, "A", 60m);
        await Writer.RefusedByAsync("e1_weights_add_up", Use, d.Scheme);
        await Writer.RefusedByAsync("e1_a_weight_is_a_share_of_100", Indicator, d.Id, d.Scheme, "B", 101m);
        await Writer.ExecuteAsync(Indicator, d.Id, d.Scheme, "B", 40m);
        await Writer.ExecuteAsync(Use, d.Scheme);
    }

    [Fact]
    [Trait("Rule", "E2")]
    public async Task A_habit_item_is_of_one_of_the_four_groups()
    {
        const string Item = """
            insert into homeroom.check_item (district_id, evaluation_scheme_id, kind, habit_group, code, name, position, full_marks)
            values ($1, $2, $3, $4, 'X', 'X', 1, 1)
            """;
        var d = await CheckDistrict.CreateAsync(Writer, inUse: false);
        await Writer.RefusedByAsync("e2_a_habit_item_is_of_a_group", Item, d.Id, d.Scheme, "habit", DBNull.Value);
        await Writer.RefusedByAsync("e2_a_habit_item_is_of_a_group", Item, d.Id, d.Scheme, "hygiene", "thrift");
        await Writer.RefusedByAsync("check_item_habit_group_check", Item, d.Id, d.Scheme, "habit", "courage");
        await Writer.ExecuteAsync(Item, d.Id, d.Scheme, "habit", "thrift");
    }

    private Task<List<decimal>> FullMarksAsync(CheckDistrict d) => Writer.ColumnAsync<decimal>(
        "select full_marks from homeroom.check_round where evaluation_scheme_id = $1 order by position", d.Scheme);
}
