using HomeroomGraph.Data.Tests.Evaluation;
using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Figures;

/// <summary>D9: weekly check averages and habit trends, from summaries that are kept by deltas of the sheets.</summary>
[Trait("Rule", "D9")]
public sealed class CheckFigureTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private NpgsqlDataSource Writer => test.Database.Writer;

    [Fact]
    [Trait("Rule", "E3")]
    public async Task A_week_is_what_its_sheets_kept_by_grade_and_in_all_until_they_are_corrected_or_void()
    {
        var d = await CheckDistrict.CreateAsync(Writer);
        var third = (await d.AddClassesAsync(3, 1))[0];
        var first = d.Small.Classes[0];
        var sheet = await d.EnterAsync(first, 0, "2026-09-02", (0, 5));
        await d.EnterAsync(third, 1, "2026-09-06", (1, 0));
        await d.EnterAsync(third, 1, "2026-09-07");

        // 45 of 50 and 90 of 100 in the first week, 100 of 100 in the second.
        string[] weeks = ["1 0 2 135.00 150.00 90.00", "1 1 1 45.00 50.00 90.00", "1 3 1 90.00 100.00 90.00", "2 0 1 100.00 100.00 100.00", "2 3 1 100.00 100.00 100.00"];
        Assert.Equal(weeks, await WeeksAsync(d, "school"));
        Assert.Equal(weeks, await WeeksAsync(d, "district"));

        await d.CorrectAsync(sheet, "update homeroom.check_line set points = 0 where check_sheet_id = $1", sheet);
        Assert.Equal("1 0 2 130.00 150.00 86.67", (await WeeksAsync(d, "school"))[0]);
        await d.CorrectAsync(sheet, "update homeroom.check_sheet set day = '2026-09-08' where check_sheet_id = $1", sheet);
        Assert.Equal("2 0 2 140.00 150.00 93.33", (await WeeksAsync(d, "school"))[2]);
        await d.CorrectAsync(sheet, "update homeroom.check_sheet set is_void = true where check_sheet_id = $1", sheet);
        Assert.Equal("2 0 1 100.00 100.00 100.00", (await WeeksAsync(d, "school"))[2]);

        // What a grade is, and where weeks begin, is the calendar's.
        await Writer.ExecuteAsync("update homeroom.class set grade = 4, number = 90 where class_id = $1", third);
        Assert.Equal(["1 0 1 90.00 100.00 90.00", "1 4 1 90.00 100.00 90.00", "2 0 1 100.00 100.00 100.00", "2 4 1 100.00 100.00 100.00"], await WeeksAsync(d, "school"));
    }

    [Fact]
    [Trait("Rule", "E2")]
    public async Task Habits_are_what_the_items_of_their_group_kept_however_the_lines_come_and_go()
    {
        var d = await CheckDistrict.CreateAsync(Writer, inUse: false);
        await Writer.ExecuteAsync(
            "update homeroom.check_item set kind = 'habit', habit_group = case when position <= 2 then 'thrift' else 'study' end where district_id = $1 and position between 1 and 5", d.Id);
        await Writer.ExecuteAsync("update homeroom.evaluation_scheme set state = 'in_use' where evaluation_scheme_id = $1", d.Scheme);
        var sheet = await d.EnterAsync(d.Small.Classes[0], 1, "2026-09-02", (0, 4), (2, 7.5m), (6, 0));
        Assert.Equal(["hygiene 50.00 10.00", "study 30.00 2.50", "thrift 20.00 6.00"], await AspectsAsync(d));

        // A line that moves to another item takes nothing off the total, but moves between the groups.
        await d.CorrectAsync(sheet, "update homeroom.check_line set check_item_id = $2 where check_sheet_id = $1 and check_item_id = $3", sheet, d.ItemIds[3], d.ItemIds[0]);
        Assert.Equal(["hygiene 50.00 10.00", "study 30.00 8.50", "thrift 20.00 0.00"], await AspectsAsync(d));

        // One statement that changes a sheet and its lines.
        await d.CorrectAsync(
            sheet, "with gone as (delete from homeroom.check_line where check_sheet_id = $1 and points = 0) update homeroom.check_sheet set day = '2026-09-03' where check_sheet_id = $1", sheet);
        Assert.Equal(["hygiene 50.00 0.00", "study 30.00 8.50", "thrift 20.00 0.00"], await AspectsAsync(d));
        await new FigureWriters(test.Database, "week_sum").CompareAsync();
    }

    [Fact]
    [Trait("Rule", "E2")]
    public async Task What_a_sheet_lost_is_its_lines_and_nobody_elses_to_say()
    {
        var d = await CheckDistrict.CreateAsync(Writer);
        var sheet = await d.EnterAsync(d.Small.Classes[0], 1, "2026-09-02", (0, 4));
        await d.CorrectAsync(sheet, "update homeroom.check_sheet set lost = '{9,9,9,9,9,9,9,9}', day = '2026-09-03' where check_sheet_id = $1", sheet);
        Assert.Equal("{0.00,6.00,0.00,0.00,0.00,0.00,0.00,0.00}", await Writer.ScalarAsync<string>(
            "select lost::numeric(7,2)[]::text from homeroom.check_sheet where check_sheet_id = $1", sheet));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_summaries_are_equal_to_the_rows_while_several_write(int seed)
    {
        var d = await CheckDistrict.CreateAsync(Writer);
        long[] classes = [.. d.Small.Classes, .. await d.AddClassesAsync(2, 3), .. await d.AddClassesAsync(3, 3)];
        var kept = await new FigureWriters(test.Database, "week_sum").RunAsync(
            seed,
            // Many sheets with lines, in two statements as an import writes them.
            async (connection, random) =>
            {
                var day = new DateOnly(2026, 9, 1).AddDays(random.Next(60));
                await connection.ExecuteAsync("""
                    insert into homeroom.check_sheet (district_id, school_id, semester_id, class_id, evaluation_scheme_id, check_round_id, day, entered_by, entered_at)
                    select $1, $2, $3, c, $4, $5, $6, 'office', '2026-09-01 08:00+08' from unnest($7::bigint[]) c on conflict do nothing
                    """, d.Id, d.School, d.Semester, d.Scheme, d.Rounds[random.Next(2)], day, classes.OrderBy(_ => random.Next()).Take(random.Next(1, 5)).Order().ToArray());
                await connection.ExecuteAsync("""
                    insert into homeroom.check_line (district_id, school_id, starting_year, check_sheet_id, check_item_id, points)
                    select s.district_id, s.school_id, s.starting_year, s.check_sheet_id, i.check_item_id, (s.check_sheet_id + i.position) % 10
                    from homeroom.check_sheet s join homeroom.check_item i on i.district_id = s.district_id and (i.check_round_id is null or i.check_round_id = s.check_round_id)
                    where s.district_id = $1 and s.written_in = pg_current_xact_id() and (s.check_sheet_id + i.position) % 3 = $2
                    on conflict do nothing
                    """, d.Id, random.Next(3));
            },
            // Many sheets with their lines, in one.
            async (connection, random) =>
            {
                var day = new DateOnly(2026, 9, 1).AddDays(random.Next(60));
                await connection.ExecuteAsync("""
                    create temp table if not exists sheet_in on commit drop as
                    select district_id, check_sheet_id, school_id, semester_id, class_id, evaluation_scheme_id, check_round_id, day, entered_by, entered_at from homeroom.check_sheet where false
                    """);
                await connection.ExecuteAsync(
                    "create temp table if not exists line_in on commit drop as select district_id, check_sheet_id, check_item_id, points from homeroom.check_line where false");
                await connection.ExecuteAsync("""
                    insert into sheet_in
                    select $1, nextval('homeroom.check_sheet_check_sheet_id_seq'), $2, $3, c, $4, $5, $6, 'office', '2026-09-01 08:00+08' from unnest($7::bigint[]) c
                    where not exists (select from homeroom.check_sheet s where s.district_id = $1 and s.class_id = c and s.check_round_id = $5 and s.day = $6)
                    """, d.Id, d.School, d.Semester, d.Scheme, d.Rounds[random.Next(2)], day, classes.OrderBy(_ => random.Next()).Take(random.Next(1, 5)).ToArray());
                await connection.ExecuteAsync("""
                    insert into line_in select s.district_id, s.check_sheet_id, i.check_item_id, (s.check_sheet_id + i.position) % 10
                    from sheet_in s join homeroom.check_item i on i.district_id = s.district_id and (i.check_round_id is null or i.check_round_id = s.check_round_id)
                    where (s.check_sheet_id + i.position) % 4 = $1
                    """, random.Next(4));
                await connection.ExecuteAsync("call homeroom.enter_check_sheets('sheet_in', 'line_in')");
                await connection.ExecuteAsync("truncate sheet_in, line_in");
            },
            (connection, random) => CorrectAsync(connection, d, random, "update homeroom.check_sheet set is_void = not is_void where check_sheet_id = any ($1)"),
            (connection, random) => CorrectAsync(connection, d, random, "update homeroom.check_sheet set day = day + 3 where check_sheet_id = any ($1) and day < '2026-12-01'"),
            (connection, random) => CorrectAsync(connection, d, random, "update homeroom.check_line set points = (points + 1) / 2 where check_sheet_id = any ($1)"),
            (connection, random) => CorrectAsync(connection, d, random, "delete from homeroom.check_line where check_sheet_id = any ($1) and points > 3"),
            (connection, random) => connection.ExecuteAsync(
                "update homeroom.semester set first_week_starts_on = date '2026-09-01' - $2 where district_id = $1", d.Id, random.Next(1, 7)),
            (connection, random) => connection.ExecuteAsync(
                "update homeroom.class set grade = $3 where district_id = $1 and class_id = $2", d.Id, classes[random.Next(classes.Length)], (short)random.Next(1, 5)));

        Assert.InRange(kept, 10, int.MaxValue);
        Assert.Equal(
            await test.Database.Owner.ColumnAsync<string>("""
                select concat_ws(' ', (s.day - m.first_week_starts_on) / 7 + 1, c.grade, count(*), sum(k.full_marks - coalesce(l.lost, 0))::numeric(9, 2), sum(k.full_marks)::numeric(9, 2))
                from homeroom.check_sheet s
                join homeroom.semester m on m.semester_id = s.semester_id join homeroom.class c on c.class_id = s.class_id
                join homeroom.check_round k on k.check_round_id = s.check_round_id
                left join (select l.check_sheet_id, sum(i.full_marks - l.points) as lost from homeroom.check_line l join homeroom.check_item i on i.check_item_id = l.check_item_id group by 1) l
                  on l.check_sheet_id = s.check_sheet_id
                where s.district_id = $1 and not s.is_void group by (s.day - m.first_week_starts_on) / 7 + 1, c.grade order by 1
                """, d.Id),
            await test.Database.Owner.ColumnAsync<string>("""
                select concat_ws(' ', week, grade, sheet_count, total::numeric(9, 2), full_marks::numeric(9, 2))
                from figures.check_week where district_id = $1 and scope = 'district' and grade <> 0 order by 1
                """, d.Id));
        Assert.Equal(
            await test.Database.Owner.ColumnAsync<string>("""
                select sum(i.full_marks - l.points)::numeric(9, 2)::text
                from homeroom.check_line l join homeroom.check_sheet s on s.check_sheet_id = l.check_sheet_id join homeroom.check_item i on i.check_item_id = l.check_item_id
                where s.district_id = $1 and not s.is_void
                """, d.Id),
            await test.Database.Owner.ColumnAsync<string>(
                "select sum(lost)::numeric(9, 2)::text from figures.habit_week where district_id = $1 and scope = 'district' and grade = 0", d.Id));
    }

    private static async Task CorrectAsync(NpgsqlConnection connection, CheckDistrict d, Random random, string sql)
    {
        long[] sheets;
        await using (var find = new NpgsqlCommand("select array(select check_sheet_id from homeroom.check_sheet where district_id = $1 order by check_sheet_id offset $2 limit 3)", connection))
        {
            find.Parameters.Add(new() { Value = d.Id });
            find.Parameters.Add(new() { Value = random.Next(40) });
            sheets = (long[])(await find.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        }

        foreach (var sheet in sheets)
            await connection.ExecuteAsync(CheckDistrict.CorrectionSql, d.Id, d.School, sheet);
        await connection.ExecuteAsync(sql, sheets);
    }

    /// <summary>Week, grade, sheets, kept, full marks, percent.</summary>
    private Task<List<string>> WeeksAsync(CheckDistrict d, string scope) => test.Database.Owner.ColumnAsync<string>("""
        select concat_ws(' ', week, grade, sheet_count, total::numeric(9, 2), full_marks::numeric(9, 2), figures.share(total, full_marks))
        from figures.check_week where district_id = $1 and scope = $2 order by week, grade
        """, d.Id, scope);

    private Task<List<string>> AspectsAsync(CheckDistrict d) => test.Database.Owner.ColumnAsync<string>("""
        select concat_ws(' ', aspect, full_marks::numeric(9, 2), lost::numeric(9, 2)) from figures.habit_week
        where district_id = $1 and scope = 'school' and grade = 0 order by 1
        """, d.Id);
}
