using System.Globalization;
using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Evaluation;

public sealed class CheckSheetTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private const string Entered = "e2_a_correction_keeps_what_it_replaces";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private NpgsqlDataSource Writer => test.Database.Writer;
    private NpgsqlDataSource Owner => test.Database.Owner;

    [Fact]
    [Trait("Rule", "E2")]
    public async Task A_sheet_has_full_marks_but_for_its_lines()
    {
        var d = await CheckDistrict.CreateAsync(Writer);
        Assert.Equal(50, await d.TotalAsync(await d.EnterAsync(d.Small.Classes[0], 0, "2026-09-01")));
        Assert.Equal(88.5m, await d.TotalAsync(await d.EnterAsync(d.Small.Classes[0], 1, "2026-09-01", (0, 8m), (9, 0.5m))));
    }

    [Fact]
    [Trait("Rule", "E2")]
    public async Task One_sheet_a_class_day_and_round()
    {
        var d = await CheckDistrict.CreateAsync(Writer);
        await d.EnterAsync(d.Small.Classes[0], 0, "2026-09-01");
        await d.EnterAsync(d.Small.Classes[0], 1, "2026-09-01");
        await d.EnterAsync(d.Small.Classes[1], 0, "2026-09-01");
        await Writer.RefusedByAsync("e2_one_sheet_a_class_day_and_round", CheckDistrict.SheetSql, d.Sheet(d.Small.Classes[0], 0, "2026-09-01"));
    }

    [Theory]
    [Trait("Rule", "E2")]
    [InlineData(0, "10", "e2_a_line_differs_from_full_marks")]
    [InlineData(0, "10.01", "e2_a_line_differs_from_full_marks")]
    [InlineData(0, "-0.5", "e2_points_are_not_negative")]
    [InlineData(9, "5", "e2_a_line_is_of_the_sheet_s_round")]
    public async Task A_line_is_of_the_round_and_differs_from_full_marks(int item, string points, string rule)
    {
        var d = await CheckDistrict.CreateAsync(Writer);
        var refusal = await Assert.ThrowsAsync<PostgresException>(
            () => d.EnterAsync(d.Small.Classes[0], 0, "2026-09-01", (item, decimal.Parse(points, CultureInfo.InvariantCulture))));
        Assert.Equal(rule, refusal.ConstraintName);
    }

    [Fact]
    [Trait("Rule", "E2")]
    public async Task An_item_has_one_line_a_sheet()
    {
        var d = await CheckDistrict.CreateAsync(Writer);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => d.EnterAsync(d.Small.Classes[0], 0, "2026-09-01", (0, 8), (0, 7)));
        Assert.Equal(PostgresErrorCodes.UniqueViolation, refusal.SqlState);
    }

    [Fact]
    [Trait("Rule", "E2")]
    public async Task A_sheet_lies_in_its_semester_and_follows_a_scheme_of_its_school_in_use()
    {
        var d = await CheckDistrict.CreateAsync(Writer);
        await Writer.RefusedByAsync("e2_a_sheet_lies_in_its_semester", CheckDistrict.SheetSql, d.Sheet(d.Small.Classes[0], 0, "2026-08-31"));
        await Writer.RefusedByAsync("e2_a_sheet_lies_in_its_semester", CheckDistrict.SheetSql, d.Sheet(d.Small.Classes[0], 0, "2027-01-23"));
        await Writer.ExecuteAsync("update homeroom.evaluation_scheme set state = 'retired' where evaluation_scheme_id = $1", d.Scheme);
        await Writer.RefusedByAsync("e2_a_sheet_has_a_scheme_in_use", CheckDistrict.SheetSql, d.Sheet(d.Small.Classes[0], 0, "2026-09-01"));
    }

    [Fact]
    [Trait("Rule", "E2")]
    public async Task A_post_enters_the_classes_that_it_checks()
    {
        const string ByPost = """
            insert into homeroom.check_sheet (district_id, school_id, semester_id, class_id, evaluation_scheme_id, check_round_id, day, entered_by, entered_at, inspector_post_id)
            values ($1, $2, $3, $4, $5, $6, $7::text::date, 'post', '2026-09-01 08:00+08', $8)
            """;
        var d = await CheckDistrict.CreateAsync(Writer);
        var post = await Writer.ScalarAsync<long>(
            "insert into homeroom.inspector_post (district_id, school_id, semester_id, name) values ($1, $2, $3, 'P') returning inspector_post_id",
            d.Id, d.School, d.Semester);
        await Writer.ExecuteAsync(
            "insert into homeroom.inspector_post_class (district_id, school_id, inspector_post_id, class_id) values ($1, $2, $3, $4)",
            d.Id, d.School, post, d.Small.Classes[0]);
        await Writer.ExecuteAsync(ByPost, [.. d.Sheet(d.Small.Classes[0], 0, "2026-09-01"), post]);
        await Writer.RefusedByAsync("e2_a_post_checks_its_classes", ByPost, [.. d.Sheet(d.Small.Classes[1], 0, "2026-09-01"), post]);
    }

    [Theory]
    [Trait("Rule", "E2")]
    [InlineData("update homeroom.check_line set points = 1 where check_sheet_id = $1")]
    [InlineData("delete from homeroom.check_line where check_sheet_id = $1")]
    [InlineData("update homeroom.check_sheet set day = '2026-09-02' where check_sheet_id = $1")]
    [InlineData("update homeroom.check_sheet set total = 50, written_in = pg_current_xact_id() where check_sheet_id = $1")]
    [InlineData("delete from homeroom.check_sheet where check_sheet_id = $1")]
    public async Task What_is_entered_changes_only_by_a_correction(string change)
    {
        var d = await CheckDistrict.CreateAsync(Writer);
        var sheet = await d.EnterAsync(d.Small.Classes[0], 0, "2026-09-01", (0, 8));
        await Writer.RefusedByAsync(Entered, change, sheet);
        await Writer.RefusedByAsync(Entered, CheckDistrict.LinesSql, d.Lines(sheet, (1, 8)));
        Assert.Equal(48, await d.TotalAsync(sheet));
    }

    [Fact]
    [Trait("Rule", "E2")]
    public async Task A_correction_keeps_what_it_replaces_with_who_and_why()
    {
        var d = await CheckDistrict.CreateAsync(Writer);
        var sheet = await d.EnterAsync(d.Small.Classes[0], 0, "2026-09-01", (0, 8), (1, 7));
        await d.CorrectAsync(sheet, "update homeroom.check_line set points = 3 where check_sheet_id = $1 and check_item_id = $2", sheet, d.ItemIds[0]);
        await d.CorrectAsync(sheet, "update homeroom.check_sheet set is_void = true, total = 1 where check_sheet_id = $1", sheet);

        Assert.Equal(40, await d.TotalAsync(sheet));
        Assert.Equal(
            [$"1 miscounted the office 45.00 false {d.ItemIds[0]}=8.00 {d.ItemIds[1]}=7.00", $"2 miscounted the office 40.00 false {d.ItemIds[0]}=3.00 {d.ItemIds[1]}=7.00"],
            await Writer.ColumnAsync<string>("""
                select concat_ws(' ', number, reason, corrected_by, replaced_total, replaced_sheet ->> 'is_void',
                                 (select string_agg(concat(l ->> 'check_item_id', '=', l ->> 'points'), ' ') from jsonb_array_elements(replaced_lines) l))
                from homeroom.check_correction where check_sheet_id = $1 order by number
                """, sheet));
        var refusal = await Assert.ThrowsAsync<PostgresException>(
            () => Writer.ExecuteAsync("update homeroom.check_correction set reason = 'x' where check_sheet_id = $1", sheet));
        Assert.Equal("HG002", refusal.SqlState);
    }

    [Fact]
    [Trait("Rule", "E2")]
    public async Task Of_two_corrections_at_once_the_second_replaces_what_the_first_left()
    {
        var d = await CheckDistrict.CreateAsync(Writer);
        var sheet = await d.EnterAsync(d.Small.Classes[0], 0, "2026-09-01", (0, 8));
        await using var first = await Writer.OpenConnectionAsync(Cancellation);
        await using var transaction = await first.BeginTransactionAsync(Cancellation);
        await CheckDistrict.ExecuteAsync(first, CheckDistrict.CorrectionSql, d.Id, d.School, sheet);
        await CheckDistrict.ExecuteAsync(first, "update homeroom.check_line set points = 1 where check_sheet_id = $1", sheet);

        var second = d.CorrectAsync(sheet, "delete from homeroom.check_line where check_sheet_id = $1", sheet);
        await Task.Delay(200, Cancellation);
        Assert.False(second.IsCompleted);
        await transaction.CommitAsync(Cancellation);
        await second;

        Assert.Equal(50, await d.TotalAsync(sheet));
        Assert.Equal([48m, 41m], await Writer.ColumnAsync<decimal>(
            "select replaced_total from homeroom.check_correction where check_sheet_id = $1 order by number", sheet));
    }

    [Fact]
    [Trait("Rule", "V3")]
    [Trait("Rule", "V4")]
    public async Task A_statement_on_lines_is_one_change_of_each_sheet()
    {
        var d = await CheckDistrict.CreateAsync(Writer);
        var sheet = await d.EnterAsync(d.Small.Classes[0], 0, "2026-09-01", (0, 8), (1, 7), (2, 6));
        await d.CorrectAsync(sheet, "update homeroom.check_line set points = 3 where check_sheet_id = $1 and check_item_id = $2", sheet, d.ItemIds[1]);
        Assert.Equal(
            ["insert  -> ", "update  -> 8.00 7.00 6.00", "update 7.00 -> 3.00"],
            await Owner.ColumnAsync<string>("""
                select concat_ws(' ', operation,
                    coalesce((select string_agg(l ->> 'points', ' ' order by l -> 'check_item_id') from jsonb_array_elements(before -> 'lines') l), ''), '->',
                    coalesce((select string_agg(l ->> 'points', ' ' order by l -> 'check_item_id') from jsonb_array_elements(after -> 'lines') l), ''))
                from history.audit_log where table_name = 'homeroom.check_sheet' and row_id = $1::text order by audit_id
                """, sheet.ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(["check_sheet", "check_sheet", "check_sheet"], await Owner.ColumnAsync<string>(
            "select entity from history.change_log where district_id = $1 and (entity = 'check_sheet' and row_id = $2 or entity = 'check_line')",
            d.Id, sheet.ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    [Trait("Rule", "E2")]
    public async Task Lines_lie_in_the_partition_of_their_school_year_which_nobody_reads_by_itself()
    {
        var d = await CheckDistrict.CreateAsync(Writer);
        await d.EnterAsync(d.Small.Classes[0], 0, "2026-09-01", (0, 8));
        Assert.Equal(1, await Owner.ScalarAsync<long>("select count(*) from partitions.check_line_2026 where district_id = $1", d.Id));
        await Writer.ExecuteAsync("insert into homeroom.school_year (district_id, name, starts_on, ends_on) values ($1, 'Z', '2031-09-01', '2032-09-01')", d.Id);
        Assert.Equal(0, await Owner.ScalarAsync<long>("select count(*) from partitions.check_line_2031"));
        Assert.Empty(await Owner.ColumnAsync<string>("""
            select c.oid::regclass || ' ' || r from pg_class c, unnest(array['homeroom_reader', 'homeroom_district_reader', 'homeroom_writer', 'homeroom_access']) r
            where c.relnamespace = 'partitions'::regnamespace and c.relkind = 'r'
              and (has_table_privilege(r, c.oid, 'select, insert, update, delete') or has_schema_privilege(r, 'partitions', 'usage'))
            """));
        foreach (var source in new[] { Writer, test.Database.Reader })
        {
            var refusal = await Assert.ThrowsAsync<PostgresException>(() => source.ExecuteAsync("select from partitions.check_line_2026"));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
        }
    }
}
