using HomeroomGraph.Data.Tests.Research;
using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Figures;

/// <summary>D1, D5 and D6: figures of any day, from steps of what begins and ends.</summary>
public sealed class DayFigureTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private NpgsqlDataSource Writer => test.Database.Writer;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_day_reads_what_is_marked_up_to_it_each_once(int seed)
    {
        var random = new Random(seed);
        for (var at = 0; at < 40; at++)
        {
            var day = new DateOnly(1990, 1, 1).AddDays(random.Next(32000));
            Assert.Equal("1", await test.Database.Owner.ScalarAsync<string>("""
                select string_agg(distinct n::text, ',') from (
                    select d, (select count(*) from figures.marks_of(d) m
                               where m.node between figures.first_node($1) and figures.node($1) and (m.node < figures.node($1) or m.at <= figures.day_in_node($1))) as n
                    from (select $1::date - g as d from generate_series(0, 12000, 7) g union all select date '-infinity') days) counted
                """, day));
            Assert.Equal(0, await test.Database.Owner.ScalarAsync<long>("""
                select count(*) from generate_series(1, 3000, 7) g, figures.marks_of($1::date + g) m
                where m.node between figures.first_node($1) and figures.node($1) and (m.node < figures.node($1) or m.at <= figures.day_in_node($1))
                """, day));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Steps_are_the_running_sum_of_the_changes_that_they_were_moved_by(int seed)
    {
        var random = new Random(seed);
        var sum = new SortedDictionary<short, int>();
        short[] at = [];
        int[] totals = [];
        for (var move = 0; move < 40; move++)
        {
            var days = Enumerable.Range(0, random.Next(1, 6)).Select(_ => (short)random.Next(25)).Distinct().ToArray();
            var changes = days.Select(_ => random.Next(-2, 3)).ToArray();
            foreach (var (day, change) in days.Zip(changes))
                sum[day] = sum.GetValueOrDefault(day) + change;
            await using var command = test.Database.Owner.CreateCommand("select at, totals from figures.moved_steps($1, $2, $3, $4)");
            foreach (object value in new object[] { at, totals, days, changes })
                command.Parameters.Add(new() { Value = value });
            await using var row = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            Assert.True(await row.ReadAsync(TestContext.Current.CancellationToken));
            (at, totals) = (row.GetFieldValue<short[]>(0), row.GetFieldValue<int[]>(1));

            Assert.Equal(sum.Where(s => s.Value != 0).Select(s => s.Key), at);
            var running = 0;
            Assert.Equal(sum.Where(s => s.Value != 0).Select(s => running += s.Value), totals);
        }
    }

    [Fact]
    [Trait("Rule", "D1")]
    [Trait("Rule", "M1")]
    public async Task Who_needs_a_mentor_is_who_heads_a_class_with_too_little_service_on_the_day()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await Writer.ExecuteAsync("update homeroom.teacher set earlier_homeroom_months = 34 where teacher_id = $1", d.Teachers[0]);
        await Writer.ExecuteAsync("update homeroom.teacher set earlier_homeroom_months = 90 where teacher_id = $1", d.Teachers[2]);
        await d.AppointAsync(d.Classes[0], d.Teachers[0], "2026-09-01", null);
        await d.AppointAsync(d.Classes[1], d.Teachers[1], "2026-10-01", "2027-07-01");
        await Writer.ExecuteAsync("""
            insert into homeroom.mentorship (district_id, school_id, mentor_id, mentor_name, mentee_id, mentee_name, goals, starts_on, planned_end)
            values ($1, $2, $3, 'A', $4, 'B', 'G', '2026-10-15', '2027-10-15')
            """, d.Id, d.School, d.Teachers[2], d.Teachers[1]);

        // The first has 36 months on the last day of October: two full months since September.
        string[] days = ["2026-08-31", "2026-09-01", "2026-10-01", "2026-10-14", "2026-10-15", "2026-12-01", "2027-06-30", "2027-07-01"];
        foreach (var day in days)
            Assert.Equal(await NeedAsync(d, day), await CoverageAsync(d, day));
        Assert.Equal("2 0", await CoverageAsync(d, "2026-10-14"));
        Assert.Equal("2 1", await CoverageAsync(d, "2026-10-15"));
        Assert.Equal("1 1", await CoverageAsync(d, "2026-12-01"));
        Assert.Equal("0 0", await CoverageAsync(d, "2027-07-01"));

        // The policy is the one of the day.
        await Writer.ExecuteAsync("""
            insert into homeroom.policy (district_id, school_id, policy_key, figure, starts_on, ends_on, reason, decided_by)
            values ($1, $2, 'm1_service_years_with_mentor', 4, '2026-11-20', '2027-01-10', 'x', 'x')
            """, d.Id, d.School);
        foreach (var day in days.Concat(["2026-11-19", "2026-11-20", "2027-01-09", "2027-01-10"]))
            Assert.Equal(await NeedAsync(d, day), await CoverageAsync(d, day));
        Assert.Equal("2 1", await CoverageAsync(d, "2026-12-01"));
    }

    [Theory]
    [Trait("Rule", "D1")]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Mentor_coverage_is_equal_to_the_rows_on_any_day_while_several_write(int seed)
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        var teachers = await Writer.ColumnAsync<long>("""
            insert into homeroom.teacher (district_id, staff_number, name, pinyin, earlier_homeroom_months)
            select $1, 'D' || n, 'D' || n, 'd', n * 7 from generate_series(1, 12) n returning teacher_id
            """, d.Id);
        var kept = await new FigureWriters(test.Database, "teacher_term", "mentor_sum").RunAsync(
            seed,
            (connection, random) => connection.ExecuteAsync("""
                insert into homeroom.appointment (district_id, school_id, class_id, teacher_id, kind, starts_on, ends_on)
                values ($1, $2, $3, $4, 'homeroom', date '2026-09-01' + $5, date '2026-09-01' + $5 + $6)
                """, d.Id, d.School, d.Classes[random.Next(2)], teachers[random.Next(8)], random.Next(300), random.Next(5, 90)),
            (connection, random) => connection.ExecuteAsync("delete from homeroom.appointment where district_id = $1 and appointment_id % 6 = $2", d.Id, random.Next(6)),
            (connection, random) => connection.ExecuteAsync("""
                insert into homeroom.mentorship (district_id, school_id, mentor_id, mentor_name, mentee_id, mentee_name, goals, starts_on, planned_end)
                values ($1, $2, $3, 'A', $4, 'B', 'G', date '2026-09-01' + $5, '2028-10-15')
                """, d.Id, d.School, teachers[random.Next(8, 12)], teachers[random.Next(8)], random.Next(300)),
            (connection, random) => connection.ExecuteAsync("delete from homeroom.mentorship where district_id = $1 and mentorship_id % 4 = $2", d.Id, random.Next(4)),
            (connection, random) => connection.ExecuteAsync(
                "update homeroom.teacher set earlier_homeroom_months = $3 where teacher_id = $2 and district_id = $1", d.Id, teachers[random.Next(8)], random.Next(60)),
            (connection, random) => connection.ExecuteAsync("""
                insert into homeroom.policy (district_id, policy_key, figure, starts_on, ends_on, reason, decided_by)
                values ($1, 'm1_service_years_with_mentor', $2, date '2026-09-01' + $3, date '2026-09-20' + $3, 'x', 'x')
                """, d.Id, (decimal)random.Next(6), random.Next(300)));

        Assert.InRange(kept, 10, int.MaxValue);
        // Behind all that chance has written, so that there is always a day on which somebody needs a mentor.
        await d.AppointAsync(d.Classes[0], d.Teachers[0], "2027-09-25", "2027-10-05");
        var needs = 0;
        for (var day = new DateOnly(2026, 8, 30); day < new DateOnly(2027, 10, 1); day = day.AddDays(9))
        {
            var need = await NeedAsync(d, $"{day:yyyy-MM-dd}");
            Assert.Equal(need, await CoverageAsync(d, $"{day:yyyy-MM-dd}"));
            needs += need == "0 0" ? 0 : 1;
        }

        Assert.NotEqual(0, needs);
    }

    [Fact]
    [Trait("Rule", "D5")]
    [Trait("Rule", "P13")]
    public async Task Coverage_is_who_takes_part_in_a_running_project_of_the_own_school_and_which_subjects_have_one()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        await Writer.ExecuteAsync(
            "insert into homeroom.employment (district_id, teacher_id, school_id, starts_on) select $1, unnest($2::bigint[]), $3, '2026-01-01'", d.Id, d.Teachers, d.School);
        var subjects = await Writer.ColumnAsync<long>(
            "insert into homeroom.subject (district_id, code, name) select $1, 'S' || n, 'S' || n from generate_series(1, 3) n returning subject_id", d.Id);
        await Writer.ExecuteAsync("""
            insert into homeroom.research_group (district_id, school_id, kind, subject_id, name) select $1, $2, 'subject', unnest($3::bigint[]), 'G' || gen_random_uuid()
            """, d.Id, d.School, subjects.ToArray());
        Assert.Equal(["district 3 0 3 0", "school 3 0 3 0"], await ResearchAsync(d, "2026-11-16"));

        // Approved on 2026-10-01, with a member beside the leader.
        var project = await records.ApprovedAsync(d.Teachers[0], "课题", d.Teachers[1]);
        await Writer.ExecuteAsync("update homeroom.research_project set subject_id = $2 where research_project_id = $1", project, subjects[0]);
        Assert.Equal(["district 3 0 3 0", "school 3 0 3 0"], await ResearchAsync(d, "2026-09-30"));
        Assert.Equal(["district 3 2 3 1", "school 3 2 3 1"], await ResearchAsync(d, "2026-10-01"));
        await records.MembersLeaveAsync(project, "2026-10-10");
        await Writer.ExecuteAsync("update homeroom.research_group set closed_on = '2026-11-01' where district_id = $1 and subject_id = $2", d.Id, subjects[2]);
        Assert.Equal(["district 3 2 3 1", "school 3 2 3 1"], await ResearchAsync(d, "2026-10-09"));
        Assert.Equal(["district 3 1 3 1", "school 3 1 3 1"], await ResearchAsync(d, "2026-10-10"));
        Assert.Equal(["district 3 1 2 1", "school 3 1 2 1"], await ResearchAsync(d, "2026-11-01"));
        await Writer.ExecuteAsync("update homeroom.employment set ends_on = '2026-12-01' where district_id = $1 and teacher_id = $2", d.Id, d.Teachers[0]);
        Assert.Equal(["district 2 0 2 1", "school 2 0 2 1"], await ResearchAsync(d, "2026-12-01"));
        await new FigureWriters(test.Database, "teacher_term", "subject_term", "research_sum").CompareAsync();
    }

    [Fact]
    [Trait("Rule", "D5")]
    [Trait("Rule", "P13")]
    public async Task A_project_covers_its_subject_and_its_people_until_it_ends()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        await Writer.ExecuteAsync(
            "insert into homeroom.employment (district_id, teacher_id, school_id, starts_on) select $1, unnest($2::bigint[]), $3, '2026-01-01'", d.Id, d.Teachers, d.School);
        var subject = await Writer.ScalarAsync<long>("insert into homeroom.subject (district_id, code, name) values ($1, 'S', 'S') returning subject_id", d.Id);
        await Writer.ExecuteAsync("insert into homeroom.research_group (district_id, school_id, kind, subject_id, name) values ($1, $2, 'subject', $3, 'G')", d.Id, d.School, subject);
        var project = await records.ApprovedAsync(d.Teachers[0]);
        await Writer.ExecuteAsync("update homeroom.research_project set subject_id = $2 where research_project_id = $1", project, subject);
        await records.MilestoneAsync(project, "termination"); // on 2026-10-20
        Assert.Equal(["district 3 1 1 1", "school 3 1 1 1"], await ResearchAsync(d, "2026-10-20"));
        Assert.Equal(["district 3 0 1 0", "school 3 0 1 0"], await ResearchAsync(d, "2026-10-21"));
    }

    [Fact]
    [Trait("Rule", "D6")]
    [Trait("Rule", "P10")]
    public async Task A_project_is_overdue_after_its_due_date_until_an_extension_is_granted()
    {
        var (d, records) = await ResearchDistrict.CreateAsync(Writer);
        var project = await records.ApprovedAsync(d.Teachers[0]);
        await records.SubmittedAsync(d.Teachers[1]);
        Assert.Equal(["district - 0 1", "district county 0 1", "school - 0 1", "school county 0 1"], await OverdueAsync(d, "2027-06-30"));
        Assert.Equal(["district - 1 1", "district county 1 1", "school - 1 1", "school county 1 1"], await OverdueAsync(d, "2027-07-01"));
        var request = await records.ExtensionRequestAsync(project, "2027-05-10", "2027-12-31");
        await Writer.ExecuteAsync("""
            update homeroom.research_extension_request set decision = 'granted', granted_until = '2027-12-31', decided_on = '2027-05-20', decided_by = 'x'
            where research_extension_request_id = $1
            """, request);
        Assert.Equal(["district - 0 1", "district county 0 1", "school - 0 1", "school county 0 1"], await OverdueAsync(d, "2027-07-01"));
        Assert.Equal(["district - 1 1", "district county 1 1", "school - 1 1", "school county 1 1"], await OverdueAsync(d, "2028-01-01"));
        await records.MilestoneAsync(project, "termination");
        Assert.Empty(await OverdueAsync(d, "2028-01-01"));
        await new FigureWriters(test.Database, "overdue_sum").CompareAsync();
    }

    private async Task<string> CoverageAsync(SmallDistrict d, string day) => (await test.Database.Owner.ColumnAsync<string>(
        "select concat_ws(' ', need_count, covered_count) from figures.mentor_coverage($2::text::date) where district_id = $1 and scope = 'school' and grade = 0", d.Id, day))
        .SingleOrDefault() ?? "0 0";

    /// <summary>The same from the rows: who needs a mentor, and has one, on that day.</summary>
    private Task<string> NeedAsync(SmallDistrict d, string day) => test.Database.Owner.ScalarAsync<string>("""
        select concat_ws(' ', count(*), count(*) filter (where exists (
                   select from homeroom.mentorship m where m.mentee_id = t.teacher_id and m.starts_on <= $2::text::date and coalesce($2::text::date < m.ended_on, true))))
        from homeroom.appointment a join homeroom.teacher t using (district_id, teacher_id)
        where district_id = $1 and a.state = 'active' and a.kind in ('homeroom', 'acting') and a.starts_on <= $2::text::date and coalesce($2::text::date < a.ends_on, true)
          and homeroom.service_months(t.earlier_homeroom_months, t.homeroom_service, $2::text::date)
              < 12 * homeroom.policy_figure(a.district_id, a.school_id, 'm1_service_years_with_mentor', $2::text::date)
        """, d.Id, day);

    private Task<List<string>> ResearchAsync(SmallDistrict d, string day) => test.Database.Owner.ColumnAsync<string>("""
        select concat_ws(' ', scope, teacher_count, participant_count, subject_count, covered_subject_count)
        from figures.research_coverage($2::text::date) where district_id = $1 order by 1
        """, d.Id, day);

    private Task<List<string>> OverdueAsync(SmallDistrict d, string day) => test.Database.Owner.ColumnAsync<string>(
        "select concat_ws(' ', scope, coalesce(level, '-'), overdue_count, project_count) from figures.overdue($2::text::date) where district_id = $1 order by 1", d.Id, day);
}
