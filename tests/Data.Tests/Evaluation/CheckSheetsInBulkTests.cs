using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Evaluation;

/// <summary>E2: sheets that come with their lines in one statement, as an import enters them, and scripts that say themselves what a sheet lost.</summary>
[Trait("Rule", "E2")]
public sealed class CheckSheetsInBulkTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private const string Loses = "e2_a_sheet_loses_what_its_lines_take";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private NpgsqlDataSource Writer => test.Database.Writer;
    private NpgsqlDataSource Owner => test.Database.Owner;

    [Fact]
    public async Task A_sheet_that_comes_with_its_lines_is_written_once_and_has_its_total()
    {
        var d = await CheckDistrict.CreateAsync(Writer);
        await EnterAsync(d, ("2026-09-01", [(0, 8m), (3, 0.5m)]), ("2026-09-02", []), ("2026-09-03", [(4, 9.5m)]));

        Assert.Equal(
            ["2026-09-01 38.50 {0.00,11.50,0.00,0.00,0.00,0.00,0.00,0.00} 2026", "2026-09-02 50.00 {0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00} 2026", "2026-09-03 49.50 {0.00,0.50,0.00,0.00,0.00,0.00,0.00,0.00} 2026"],
            await Writer.ColumnAsync<string>("select concat_ws(' ', day, total, lost, starting_year) from homeroom.check_sheet where district_id = $1 order by day", d.Id));
        // Whatever writes a sheet again is another command.
        Assert.Equal(3, await Owner.ScalarAsync<long>(
            "select count(*) from homeroom.check_line l join homeroom.check_sheet s using (district_id, check_sheet_id) where s.district_id = $1 and s.xmin = l.xmin and s.cmin = l.cmin", d.Id));
        Assert.Empty(await Owner.ColumnAsync<string>("select key::text from figures.differences('week_sum')"));
    }

    [Fact]
    [Trait("Rule", "V3")]
    [Trait("Rule", "V4")]
    public async Task A_sheet_is_one_change_with_its_lines_and_what_comes_later_another()
    {
        var d = await CheckDistrict.CreateAsync(Writer);
        await using var connection = await Writer.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await EnterAsync(connection, d, ("2026-09-01", [(0, 8m), (3, 5m)]), ("2026-09-02", []));
        await CheckDistrict.ExecuteAsync(connection, """
            insert into homeroom.check_line (district_id, school_id, starting_year, check_sheet_id, check_item_id, points)
            select district_id, school_id, starting_year, check_sheet_id, $2, 7 from homeroom.check_sheet where district_id = $1
            """, d.Id, d.ItemIds[1]);
        await transaction.CommitAsync(Cancellation);

        Assert.Equal(
            ["2026-09-01 insert 43.00 8.00 5.00", "2026-09-01 update 7.00", "2026-09-02 insert 50.00", "2026-09-02 update 7.00"],
            await Owner.ColumnAsync<string>("""
                select concat_ws(' ', s.day, a.operation, a.after ->> 'total',
                                 (select string_agg(l ->> 'points', ' ' order by l -> 'check_item_id') from jsonb_array_elements(a.after -> 'lines') l))
                from history.audit_log a join homeroom.check_sheet s on s.check_sheet_id::text = a.row_id
                where a.table_name = 'homeroom.check_sheet' and s.district_id = $1 order by s.day, a.audit_id
                """, d.Id));
        Assert.Equal(["insert", "insert", "update", "update"], await Owner.ColumnAsync<string>(
            "select operation from history.change_log where district_id = $1 and entity = 'check_sheet' order by operation", d.Id));
        Assert.Equal([40m, 47m], await Writer.ColumnAsync<decimal>("select total from homeroom.check_sheet where district_id = $1 order by total", d.Id));
    }

    [Theory]
    [InlineData("2026-09-01", 0, "10", "e2_a_line_differs_from_full_marks")]
    [InlineData("2026-09-01", 9, "5", "e2_a_line_is_of_the_sheet_s_round")]
    [InlineData("2026-08-31", 0, "5", "e2_a_sheet_lies_in_its_semester")]
    public async Task All_rules_hold(string day, int item, string points, string rule)
    {
        var d = await CheckDistrict.CreateAsync(Writer);
        var refusal = await Assert.ThrowsAsync<PostgresException>(
            () => EnterAsync(d, (day, [(item, decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture))])));
        Assert.Equal(rule, refusal.ConstraintName);
        Assert.Equal(0, await Owner.ScalarAsync<long>("select count(*) from homeroom.check_sheet where district_id = $1", d.Id));
    }

    [Fact]
    public async Task A_line_is_of_a_sheet_that_is_entered_with_it()
    {
        var d = await CheckDistrict.CreateAsync(Writer);
        var sheet = await d.EnterAsync(d.Small.Classes[0], 0, "2026-09-01");
        await using var connection = await Writer.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await StageAsync(connection, d, [("2026-09-02", [(0, 8m)])]);
        await CheckDistrict.ExecuteAsync(connection, "insert into line_in select $1, $2, $3, 4", d.Id, sheet, d.ItemIds[0]);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => CheckDistrict.ExecuteAsync(connection, CallSql));
        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, refusal.SqlState);
    }

    /// <summary>Whoever writes the tables directly may say what a sheet lost; it is held against its lines.</summary>
    [Theory]
    [InlineData("47", "{0,3,0,0,0,0,0,0}", 2026, true, null)]
    [InlineData("50", "{0,0,0,0,0,0,0,0}", 2026, true, null)]
    [InlineData("47", "{3,0,0,0,0,0,0,0}", 2026, true, Loses)]
    [InlineData("48", "{0,2,0,0,0,0,0,0}", 2026, true, Loses)]
    [InlineData("48", "{0,3,0,0,0,0,0,0}", 2026, true, Loses)]
    [InlineData("47", "{0,3}", 2026, true, Loses)]
    [InlineData("47", "{0,3,0,0,0,0,0,0}", 2026, false, Loses)]
    [InlineData("47", "{0,3,0,0,0,0,0,0}", 2025, false, "e2_a_sheet_is_of_the_class_s_year")]
    public async Task What_a_sheet_says_that_it_lost_is_what_its_lines_take(string total, string lost, int year, bool withLine, string? rule)
    {
        const string Sql = """
            with sheet as (
                insert into homeroom.check_sheet (district_id, school_id, semester_id, class_id, evaluation_scheme_id, check_round_id, day, entered_by, entered_at,
                                                  total, lost, starting_year, written_in)
                values ($1, $2, $3, $4, $5, $6, $7::text::date, 'script', '2026-09-01 08:00+08', $8::text::numeric, $9::text::numeric[], $10, pg_current_xact_id())
                returning *)
            insert into homeroom.check_line (district_id, school_id, starting_year, check_sheet_id, check_item_id, points)
            select district_id, school_id, starting_year, check_sheet_id, $11, 7 from sheet where $12
            """;
        var d = await CheckDistrict.CreateAsync(Writer);
        object[] values = [.. d.Sheet(d.Small.Classes[0], 0, "2026-09-01"), total, lost, (short)year, d.ItemIds[0], withLine];
        if (rule is not null)
        {
            await Writer.RefusedByAsync(rule, Sql, values);
            return;
        }

        await Writer.ExecuteAsync(Sql, values);
        Assert.Equal(["47.00 {0.00,3.00,0.00,0.00,0.00,0.00,0.00,0.00}"], await Writer.ColumnAsync<string>(
            "select concat_ws(' ', total, lost) from homeroom.check_sheet where district_id = $1", d.Id));
        Assert.Empty(await Owner.ColumnAsync<string>("select key::text from figures.differences('week_sum')"));
    }

    private const string CallSql = "call homeroom.enter_check_sheets('sheet_in', 'line_in')";

    private async Task EnterAsync(CheckDistrict d, params (string Day, (int Item, decimal Points)[] Lines)[] sheets)
    {
        await using var connection = await Writer.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await EnterAsync(connection, d, sheets);
        await transaction.CommitAsync(Cancellation);
    }

    private static async Task EnterAsync(NpgsqlConnection connection, CheckDistrict d, params (string Day, (int Item, decimal Points)[] Lines)[] sheets)
    {
        await StageAsync(connection, d, sheets);
        await CheckDistrict.ExecuteAsync(connection, CallSql);
    }

    private static async Task StageAsync(NpgsqlConnection connection, CheckDistrict d, (string Day, (int Item, decimal Points)[] Lines)[] sheets)
    {
        await CheckDistrict.ExecuteAsync(connection, """
            create temp table sheet_in on commit drop as
            select district_id, check_sheet_id, school_id, semester_id, class_id, evaluation_scheme_id, check_round_id, day, entered_by, entered_at from homeroom.check_sheet where false
            """);
        await CheckDistrict.ExecuteAsync(connection, "create temp table line_in on commit drop as select district_id, check_sheet_id, check_item_id, points from homeroom.check_line where false");
        foreach (var (day, lines) in sheets)
        {
            await CheckDistrict.ExecuteAsync(connection, """
                with sheet as (
                    insert into sheet_in
                    values ($1, nextval(pg_get_serial_sequence('homeroom.check_sheet', 'check_sheet_id')), $2, $3, $4, $5, $6, $7::text::date, 'office', '2026-09-01 08:00+08')
                    returning district_id, check_sheet_id)
                insert into line_in select s.district_id, s.check_sheet_id, l.item, l.points from sheet s, unnest($8::bigint[], $9::numeric[]) l (item, points)
                """, [.. d.Sheet(d.Small.Classes[0], 0, day), lines.Select(line => d.ItemIds[line.Item]).ToArray(), lines.Select(line => line.Points).ToArray()]);
        }
    }
}
