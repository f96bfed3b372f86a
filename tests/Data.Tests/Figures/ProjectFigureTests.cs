using HomeroomGraph.Data.Tests.Research;
using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Figures;

/// <summary>D4: projects by level and state against target, from a summary that is kept by deltas.</summary>
[Trait("Rule", "D4")]
public sealed class ProjectFigureTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private NpgsqlDataSource Writer => test.Database.Writer;

    [Fact]
    [Trait("Rule", "P12")]
    public async Task A_year_counts_what_ran_in_it_by_the_state_of_today_for_school_and_district()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        await records.DraftAsync(d.Teachers[2]);
        await records.SubmittedAsync(d.Teachers[0]);
        Assert.Equal(["district 1 0 1 0 -", "school 1 0 1 0 -"], await FiguresAsync(d, "submitted_count"));

        await records.ApprovedAsync(d.Teachers[1]);
        await TargetAsync(d, 2);
        Assert.Equal(["district 2 1 1 0 2", "school 2 1 1 0 2"], await FiguresAsync(d, "approved_count"));

        // Only what is approved counts against the target; the year before it was approved knows nothing of it.
        await Writer.ExecuteAsync("insert into homeroom.school_year (district_id, name, starts_on, ends_on) values ($1, 'before', '2025-09-01', '2026-09-01')", d.Id);
        Assert.Equal(["district 2 1 1 0 2", "school 2 1 1 0 2"], await FiguresAsync(d, "approved_count"));

        // A year that is moved takes its projects along.
        await Writer.ExecuteAsync("update homeroom.school_year set ends_on = '2026-09-30' where district_id = $1 and name = 'Y'", d.Id);
        Assert.Equal(["district 2 0 1 0 2", "school 2 0 1 0 2"], await FiguresAsync(d, "approved_count"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_summary_is_equal_to_the_rows_while_several_write(int seed)
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var other = await Writer.ScalarAsync<long>(
            "insert into homeroom.school (district_id, code, name, pinyin, stage) values ($1, '0000000002', 'S2', 's2', 'primary') returning school_id", d.Id);
        var teachers = await Writer.ColumnAsync<long>(
            "insert into homeroom.teacher (district_id, staff_number, name, pinyin) select $1, 'W' || n, 'W' || n, 'w' from generate_series(1, 24) n returning teacher_id", d.Id);
        foreach (var (teacher, at) in teachers.Select((t, i) => (t, i)))
            _ = at % 3 == 0 ? await records.DraftAsync(teacher) : at % 3 == 1 ? await records.SubmittedAsync(teacher) : await records.ApprovedAsync(teacher);

        var kept = await new FigureWriters(test.Database, "project_sum").RunAsync(
            seed,
            // A step of a few projects at once, whatever their state: the database refuses what is none.
            (connection, random) => connection.ExecuteAsync("""
                insert into homeroom.research_state_change (district_id, school_id, research_project_id, from_state, to_state, changed_by, changed_at)
                select district_id, school_id, research_project_id, state,
                       case state when 'submitted' then (array['withdrawn', 'in_review'])[1 + $2 % 2]
                                  when 'in_review' then (array['withdrawn', 'rejected', 'recommended'])[1 + $2 % 3]
                                  else 'withdrawn' end, 'x', '2026-11-02T08:00:00Z'
                from homeroom.research_project where district_id = $1 and state in ('submitted', 'in_review', 'recommended') and research_project_id % 5 = $2 % 5
                """, d.Id, random.Next(100)),
            (connection, random) => connection.ExecuteAsync(
                "update homeroom.research_project set level = (array['county', 'city_key', 'province'])[1 + $2 % 3] where district_id = $1 and research_project_id % 4 = $2 % 4", d.Id, random.Next(100)),
            (connection, random) => connection.ExecuteAsync("""
                insert into homeroom.research_target (district_id, school_id, school_year_id, level, minimum, maximum)
                values ($1, $2, $3, $4, $5, nullif($5, 3)) on conflict (district_id, school_id, school_year_id, level) do update set minimum = excluded.minimum, maximum = excluded.maximum
                """, d.Id, random.Next(2) == 0 ? other : d.School, d.SchoolYear, random.Next(2) == 0 ? "county" : "nation", random.Next(5)),
            (connection, random) => connection.ExecuteAsync(
                "update homeroom.research_target set school_id = $2 where district_id = $1 and minimum = $3", d.Id, other, random.Next(5)),
            (connection, random) => connection.ExecuteAsync("delete from homeroom.research_target where district_id = $1 and minimum = $2", d.Id, random.Next(5)),
            (connection, random) => connection.ExecuteAsync(
                "update homeroom.school_year set ends_on = date '2027-09-01' - $2 where district_id = $1", d.Id, random.Next(340)));

        Assert.InRange(kept, 10, int.MaxValue);
        Assert.Equal(await CountedAsync(d), await KeptAsync(d));
    }

    [Fact]
    public async Task Two_writers_of_different_projects_do_not_wait_for_each_other()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var projects = new[] { await records.SubmittedAsync(d.Teachers[0]), await records.SubmittedAsync(d.Teachers[1]) };
        const string withdraw = """
            insert into homeroom.research_state_change (district_id, school_id, research_project_id, from_state, to_state, changed_by, changed_at)
            values ($1, $2, $3, 'submitted', 'withdrawn', 'x', '2026-11-02T08:00:00Z')
            """;
        await using var first = await Writer.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var open = await first.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await first.ExecuteAsync(withdraw, d.Id, d.School, projects[0]);

        // Both change the same sums; the second is through while the first is still open.
        await using var second = await Writer.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await second.ExecuteAsync("set lock_timeout = '2s'");
        await second.ExecuteAsync(withdraw, d.Id, d.School, projects[1]);
        await second.ExecuteAsync("reset lock_timeout");
        await open.CommitAsync(TestContext.Current.CancellationToken);
        await new FigureWriters(test.Database, "project_sum").CompareAsync();
        Assert.Equal(["district 2 0 2 0 -", "school 2 0 2 0 -"], await FiguresAsync(d, "withdrawn_count"));
    }

    private Task TargetAsync(SmallDistrict d, int minimum) => Writer.ExecuteAsync(
        "insert into homeroom.research_target (district_id, school_id, school_year_id, level, minimum) values ($1, $2, $3, 'county', $4)", d.Id, d.School, d.SchoolYear, minimum);

    /// <summary>Of the first year: scope, projects, running in the year, those of a state, closed ones, the target.</summary>
    private Task<List<string>> FiguresAsync(SmallDistrict d, string state) => test.Database.Owner.ColumnAsync<string>($"""
        select concat_ws(' ', scope, project_count, running_in_year_count, {state}, closed_count, coalesce(target_minimum::text, '-'))
        from figures.project where district_id = $1 and school_year_id = $2 and level is not null order by 1
        """, d.Id, d.SchoolYear);

    private Task<List<string>> KeptAsync(SmallDistrict d) => test.Database.Owner.ColumnAsync<string>("""
        select concat_ws(' ', scope, school_id, coalesce(level, '-'), project_count, running_in_year_count, in_review_count, withdrawn_count, coalesce(target_minimum, 0))
        from figures.project where district_id = $1 order by 1
        """, d.Id);

    /// <summary>The same from the rows, written for this test alone.</summary>
    private Task<List<string>> CountedAsync(SmallDistrict d) => test.Database.Owner.ColumnAsync<string>("""
        with levels as (select unnest('{school, county, city_individual, city_key, province, nation, -}'::text[]) as level),
        places as (select 'district' as scope, 0::bigint as place union all select 'school', school_id from homeroom.school where district_id = $1),
        counted as (
            select s.scope, s.place, l.level,
                   (select count(*) from homeroom.research_project p, homeroom.school_year y
                    where p.district_id = $1 and y.district_id = $1 and l.level in (p.level, '-') and s.place in (0, p.school_id) and p.state <> 'draft' and p.created_on < y.ends_on) as projects,
                   (select count(*) from homeroom.research_project p, homeroom.school_year y
                    where p.district_id = $1 and y.district_id = $1 and l.level in (p.level, '-') and s.place in (0, p.school_id) and p.approved_on < y.ends_on
                      and coalesce(p.ended_on >= y.starts_on, true)) as running,
                   (select count(*) from homeroom.research_project p, homeroom.school_year y
                    where p.district_id = $1 and y.district_id = $1 and l.level in (p.level, '-') and s.place in (0, p.school_id) and p.state = 'in_review' and p.created_on < y.ends_on) as in_review,
                   (select count(*) from homeroom.research_project p, homeroom.school_year y
                    where p.district_id = $1 and y.district_id = $1 and l.level in (p.level, '-') and s.place in (0, p.school_id) and p.state = 'withdrawn' and p.created_on < y.ends_on) as withdrawn,
                   (select sum(t.minimum) from homeroom.research_target t where t.district_id = $1 and l.level in (t.level, '-') and s.place in (0, t.school_id)) as target
            from places s, levels l)
        select concat_ws(' ', scope, place, level, projects, running, in_review, withdrawn, coalesce(target, 0))
        from counted where projects > 0 or target is not null order by 1
        """, d.Id);
}
