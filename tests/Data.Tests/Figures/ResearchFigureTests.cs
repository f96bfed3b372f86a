using HomeroomGraph.Data.Tests.Research;
using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Figures;

/// <summary>D5 and D6 on any day, while several write about the same projects, teachers and groups.</summary>
public sealed class ResearchFigureTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private NpgsqlDataSource Writer => test.Database.Writer;

    [Theory]
    [Trait("Rule", "D5")]
    [Trait("Rule", "P13")]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Coverage_of_research_is_equal_to_the_rows_on_any_day_while_several_write(int seed)
    {
        var r = await RecordsAsync();
        var kept = await new FigureWriters(test.Database, "teacher_term", "subject_term", "research_sum").RunAsync(
            seed,
            (connection, random) => connection.ExecuteAsync("""
                insert into homeroom.employment (district_id, teacher_id, school_id, starts_on, ends_on) values ($1, $2, $3, date '2026-03-01' + $4, date '2026-03-01' + $4 + $5)
                """, r.District, r.Any(r.Teachers, random), r.Any(r.Schools, random), random.Next(500), random.Next(20, 200)),
            (connection, random) => connection.ExecuteAsync(
                "update homeroom.employment set ends_on = starts_on + $3, school_id = $4 where district_id = $1 and employment_id % 5 = $2",
                r.District, random.Next(5), random.Next(5, 300), r.Any(r.Schools, random)),
            (connection, random) => connection.ExecuteAsync("delete from homeroom.employment where district_id = $1 and employment_id % 9 = $2", r.District, random.Next(9)),
            (connection, random) => connection.ExecuteAsync("""
                insert into homeroom.research_group (district_id, school_id, kind, subject_id, name) values ($1, $2, 'subject', $3, 'G' || gen_random_uuid())
                """, r.District, r.Any(r.Schools, random), r.Any(r.Subjects, random)),
            (connection, random) => connection.ExecuteAsync(
                "update homeroom.research_group set closed_on = case when $3 < 300 then date '2026-09-01' + $3 end where district_id = $1 and research_group_id % 3 = $2",
                r.District, random.Next(3), random.Next(400)),
            (connection, random) => connection.ExecuteAsync("delete from homeroom.research_group where district_id = $1 and research_group_id % 6 = $2", r.District, random.Next(6)),
            (connection, random) => connection.ExecuteAsync(
                "update homeroom.research_project set subject_id = $3 where district_id = $1 and research_project_id % 4 = $2", r.District, random.Next(4), r.Any(r.Subjects, random)),
            (connection, random) => EndAsync(connection, r, random),
            (connection, random) => r.ChangeAsync(connection, """
                insert into homeroom.research_member (district_id, school_id, research_project_id, teacher_id, name, role, duty, position)
                select district_id, school_id, research_project_id, $3, 'M', 'member', 'D', 3 from homeroom.research_project where district_id = $1 and research_project_id % 6 = $2
                """, r.District, random.Next(6), r.Any(r.Teachers, random)),
            (connection, random) => r.ChangeAsync(
                connection, "update homeroom.research_member set left_on = date '2026-10-01' + $3 where district_id = $1 and role = 'member' and research_member_id % 4 = $2",
                r.District, random.Next(4), random.Next(200)));

        Assert.InRange(kept, 10, int.MaxValue);
        var seen = new HashSet<string>();
        for (var day = new DateOnly(2026, 2, 20); day < new DateOnly(2027, 12, 1); day = day.AddDays(9))
        {
            var counted = await test.Database.Owner.ColumnAsync<string>(CoverageSql, r.District, $"{day:yyyy-MM-dd}");
            Assert.Equal(counted, await test.Database.Owner.ColumnAsync<string>("""
                select concat_ws(' ', scope, school_id, teacher_count, participant_count, subject_count, covered_subject_count)
                from figures.research_coverage($2::text::date) where district_id = $1 order by 1
                """, r.District, $"{day:yyyy-MM-dd}"));
            seen.UnionWith(counted);
        }

        Assert.InRange(seen.Count, 3, int.MaxValue);
    }

    [Theory]
    [Trait("Rule", "D6")]
    [Trait("Rule", "P10")]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_overdue_share_is_equal_to_the_rows_on_any_day_while_several_write(int seed)
    {
        var r = await RecordsAsync();
        var kept = await new FigureWriters(test.Database, "overdue_sum").RunAsync(
            seed,
            (connection, random) => r.ChangeAsync(
                connection, "update homeroom.research_project set due_on = due_on + $3 where district_id = $1 and research_project_id % 5 = $2", r.District, random.Next(5), random.Next(-400, 1)),
            (connection, random) => connection.ExecuteAsync(
                "update homeroom.research_project set level = (array['county', 'city_key', 'province'])[$3] where district_id = $1 and research_project_id % 4 = $2",
                r.District, random.Next(4), random.Next(1, 4)),
            (connection, random) => EndAsync(connection, r, random));

        Assert.InRange(kept, 10, int.MaxValue);
        for (var day = new DateOnly(2023, 1, 1); day < new DateOnly(2032, 1, 1); day = day.AddDays(37))
            Assert.Equal(
                await test.Database.Owner.ColumnAsync<string>("""
                    select concat_ws(' ', case when grouping(school_id) = 1 then 'district 0' else 'school ' || school_id end, coalesce(level, '-'),
                                     count(*) filter (where due_on < $2::text::date), count(*))
                    from homeroom.research_project where district_id = $1 and state in ('approved', 'running')
                    group by grouping sets ((), (level), (school_id), (school_id, level)) order by 1
                    """, r.District, $"{day:yyyy-MM-dd}"),
                await test.Database.Owner.ColumnAsync<string>("""
                    select concat_ws(' ', scope, school_id, coalesce(level, '-'), overdue_count, project_count) from figures.overdue($2::text::date) where district_id = $1 order by 1
                    """, r.District, $"{day:yyyy-MM-dd}"));
    }

    [Fact]
    [Trait("Rule", "D5")]
    public async Task Two_long_transactions_about_one_teacher_do_not_wait_for_each_other()
    {
        var r = await RecordsAsync();
        var teacher = r.Teachers[^1];
        await using var first = await Writer.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var open = await first.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await first.ExecuteAsync("insert into homeroom.employment (district_id, teacher_id, school_id, starts_on) values ($1, $2, $3, '2026-01-01')", r.District, teacher, r.Schools[0]);

        // The second is through, and committed, while the first is still open; what came of both is as if one had followed the other.
        await using var second = await Writer.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await second.ExecuteAsync("set lock_timeout = '2s'");
        await r.ChangeAsync(second, """
            insert into homeroom.research_member (district_id, school_id, research_project_id, teacher_id, name, role, duty, position)
            select district_id, school_id, research_project_id, $2, 'M', 'member', 'D', 3 from homeroom.research_project where district_id = $1 and school_id = $3
            """, r.District, teacher, r.Schools[0]);
        await second.ExecuteAsync("reset lock_timeout");
        await new FigureWriters(test.Database, "teacher_term", "research_sum").CompareAsync();
        await open.CommitAsync(TestContext.Current.CancellationToken);
        await new FigureWriters(test.Database, "teacher_term", "research_sum").CompareAsync();
        Assert.Equal("1 1", await test.Database.Owner.ScalarAsync<string>(
            "select concat_ws(' ', teacher_count, participant_count) from figures.research_coverage('2026-11-16') where district_id = $1 and scope = 'district'", r.District));
    }

    /// <summary>Two schools, teachers who lead approved projects with a member each, subjects; nobody is employed yet.</summary>
    private async Task<Records> RecordsAsync()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var other = await Writer.ScalarAsync<long>(
            "insert into homeroom.school (district_id, code, name, pinyin, stage) values ($1, '0000000002', 'S2', 's2', 'primary') returning school_id", d.Id);
        var elsewhere = new ResearchRecords(Writer, d.Id, other);
        var teachers = await Writer.ColumnAsync<long>(
            "insert into homeroom.teacher (district_id, staff_number, name, pinyin) select $1, 'R' || n, 'R' || n, 'r' from generate_series(1, 13) n returning teacher_id", d.Id);
        for (var at = 0; at < 12; at++)
            await (at % 2 == 0 ? records : elsewhere).ApprovedAsync(teachers[at], "课题", teachers[(at + 1) % 12]);
        var subjects = await Writer.ColumnAsync<long>(
            "insert into homeroom.subject (district_id, code, name) select $1, 'S' || n, 'S' || n from generate_series(1, 3) n returning subject_id", d.Id);
        return new(d.Id, [d.School, other], [.. teachers], [.. subjects], await records.DocumentAsync());
    }

    private sealed record Records(int District, long[] Schools, long[] Teachers, long[] Subjects, long Document)
    {
        public long Any(long[] of, Random random) => of[random.Next(of.Length)];

        /// <summary>Changes running projects as if each change had been asked for and granted (P14).</summary>
        public async Task<int> ChangeAsync(NpgsqlConnection connection, string sql, params object[] parameters)
        {
            await connection.ExecuteAsync("""
                select set_config('homeroom.granted_change', string_agg(concat(research_project_id, ' ', kind), ','), false)
                from homeroom.research_project, unnest('{members, due_date}'::text[]) kind where district_id = $1
                """, District);
            return await connection.ExecuteAsync(sql, parameters);
        }
    }

    /// <summary>Terminates a project or none: each can end once.</summary>
    private static Task<int> EndAsync(NpgsqlConnection connection, Records r, Random random) => connection.ExecuteAsync("""
        insert into homeroom.research_milestone (district_id, school_id, research_project_id, kind, held_on, held_by, recorded_at, document_id, conclusion, results, reason)
        select district_id, school_id, research_project_id, 'termination', date '2026-10-02' + $3, 'O', '2026-10-20T08:00:00Z', $4, 'C', 'R', '调离'
        from homeroom.research_project where district_id = $1 and school_id = $5 and research_project_id % 17 = $2 and state in ('approved', 'running') limit 1
        """, r.District, random.Next(17), random.Next(150), r.Document, r.Schools[0]);

    /// <summary>The same from the rows, written for this test alone.</summary>
    private const string CoverageSql = """
        with employed as (
            select e.school_id, e.teacher_id,
                   exists (select from homeroom.research_member m join homeroom.research_project p on p.research_project_id = m.research_project_id
                           where m.teacher_id = e.teacher_id and p.school_id = e.school_id and coalesce($2::text::date < m.left_on, true)
                             and p.approved_on <= $2::text::date and coalesce($2::text::date <= p.ended_on, true)) as takes_part
            from homeroom.employment e
            where e.district_id = $1 and e.is_primary and e.starts_on <= $2::text::date and coalesce($2::text::date < e.ends_on, true)),
        subject as (
            select g.school_id, exists (select from homeroom.research_project p
                                        where p.school_id = g.school_id and p.subject_id = g.subject_id
                                          and p.approved_on <= $2::text::date and coalesce($2::text::date <= p.ended_on, true)) as is_covered
            from homeroom.research_group g where g.district_id = $1 and g.kind = 'subject' and coalesce($2::text::date < g.closed_on, true)),
        place as (
            select 'district' as scope, 0::bigint as school_id union all select 'school', school_id from homeroom.school where district_id = $1)
        select concat_ws(' ', p.scope, p.school_id,
                         (select count(*) from employed e where p.school_id in (0, e.school_id)), (select count(*) from employed e where p.school_id in (0, e.school_id) and takes_part),
                         (select count(*) from subject s where p.school_id in (0, s.school_id)), (select count(*) from subject s where p.school_id in (0, s.school_id) and is_covered))
        from place p where exists (select from employed e where p.school_id in (0, e.school_id)) order by 1
        """;
}
