using HomeroomGraph.Data.Tests.Training;
using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Figures;

/// <summary>D12 while several write the records of the same teachers.</summary>
[Trait("Rule", "D12")]
[Trait("Rule", "V1")]
public sealed class ArchiveFigureTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private NpgsqlDataSource Writer => test.Database.Writer;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Archives_are_as_complete_as_the_rows_say_while_several_write(int seed)
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await Writer.ExecuteAsync("""
            insert into homeroom.semester (district_id, school_year_id, number, name, starts_on, ends_on, first_week_starts_on)
            values ($1, $2, 1, 'S1', '2026-09-01', '2027-01-23', '2026-08-31'), ($1, $2, 2, 'S2', '2027-02-01', '2027-07-05', '2027-02-01')
            """, d.Id, d.SchoolYear);
        var teachers = await Writer.ColumnAsync<long>(
            "insert into homeroom.teacher (district_id, staff_number, name, pinyin) select $1, 'A' || n, 'A' || n, 'a' from generate_series(1, 8) n returning teacher_id", d.Id);
        var programme = await d.AddProgrammeAsync(Writer);
        var module = await d.AddModuleAsync(Writer, programme);
        var sessions = new List<long>();
        foreach (var day in new[] { "2026-10-10", "2026-12-01", "2027-03-01", "2027-05-05" })
            sessions.Add(await d.AddSessionAsync(Writer, d.School, day: day));

        var kept = await new FigureWriters(test.Database, "homeroom_semester", "homeroom_sum").RunAsync(
            seed,
            (connection, random) => connection.ExecuteAsync("""
                insert into homeroom.appointment (district_id, school_id, class_id, teacher_id, kind, starts_on, ends_on)
                values ($1, $2, $3, $4, 'homeroom', date '2026-09-01' + $5, date '2026-09-01' + $5 + $6)
                """, d.Id, d.School, d.Classes[random.Next(2)], teachers[random.Next(teachers.Count)], random.Next(300), random.Next(5, 60)),
            (connection, random) => connection.ExecuteAsync("delete from homeroom.appointment where district_id = $1 and appointment_id % 9 = $2", d.Id, random.Next(9)),
            (connection, random) => connection.ExecuteAsync("""
                insert into homeroom.study_note (district_id, school_id, teacher_id, training_programme_id, training_module_id, title, content, written_on)
                values ($1, $2, $3, $4, $5, 'T', 'C', date '2026-09-01' + $6)
                """, d.Id, d.School, teachers[random.Next(teachers.Count)], programme, module, random.Next(300)),
            (connection, random) => connection.ExecuteAsync(
                "update homeroom.study_note set written_on = date '2026-09-01' + $3 where district_id = $1 and study_note_id % 4 = $2", d.Id, random.Next(4), random.Next(300)),
            (connection, random) => connection.ExecuteAsync("delete from homeroom.study_note where district_id = $1 and study_note_id % 5 = $2", d.Id, random.Next(5)),
            (connection, random) => connection.ExecuteAsync("""
                insert into homeroom.semester_report (district_id, school_id, teacher_id, semester_id, kind, content, written_on)
                select m.district_id, $2, $3, m.semester_id, $4, 'C', '2026-09-01' from homeroom.semester m where m.district_id = $1 and m.number = $5 on conflict do nothing
                """, d.Id, d.School, teachers[random.Next(teachers.Count)], random.Next(2) == 0 ? "plan" : "summary", random.Next(1, 3)),
            (connection, random) => connection.ExecuteAsync(
                "delete from homeroom.semester_report where district_id = $1 and semester_report_id % 5 = $2", d.Id, random.Next(5)),
            (connection, random) => connection.ExecuteAsync("""
                insert into homeroom.training_attendance (district_id, school_id, training_session_id, teacher_id, status, held_on, hours)
                values ($1, $2, $3, $4, $5, '2000-01-01', 99) on conflict do nothing
                """, d.Id, d.School, sessions[random.Next(sessions.Count)], teachers[random.Next(teachers.Count)], random.Next(3) == 0 ? "absent" : "present"),
            (connection, random) => connection.ExecuteAsync(
                "update homeroom.training_attendance set status = 'absent' where district_id = $1 and training_attendance_id % 5 = $2", d.Id, random.Next(5)),
            (connection, random) => connection.ExecuteAsync(
                "update homeroom.training_session set held_on = date '2026-09-01' + $3 where training_session_id = $2 and district_id = $1",
                d.Id, sessions[random.Next(sessions.Count)], random.Next(300)),
            (connection, random) => connection.ExecuteAsync(HomeroomFigureTests.PaperSql,
                d.Id, d.School, $"2027-0{random.Next(1, 8)}-01", "day", teachers.OrderBy(_ => random.Next()).Take(random.Next(1, 4)).ToArray()),
            (connection, random) => connection.ExecuteAsync("delete from homeroom.paper where district_id = $1 and paper_id % 6 = $2", d.Id, random.Next(6)),
            (connection, random) => connection.ExecuteAsync(
                "update homeroom.semester set ends_on = date '2027-01-20' + $2 where district_id = $1 and number = 1", d.Id, random.Next(10)));

        Assert.InRange(kept, 10, int.MaxValue);
        var counted = await test.Database.Owner.ColumnAsync<string>(CountedSql, d.Id);
        Assert.NotEmpty(counted);
        Assert.Equal(counted, await test.Database.Owner.ColumnAsync<string>("""
            select concat_ws(' ', semester_number, scope, teacher_count, study_count, paper_count, training_count, plan_count, summary_count, present_count)
            from figures.archive where district_id = $1 and grade = 0 order by 1
            """, d.Id));
    }

    /// <summary>The same from the rows, written for this test alone: semester, scope, teachers, notes, papers, trainings, plans, summaries, parts.</summary>
    private const string CountedSql = """
        with served as (
            select distinct m.semester_id, m.number, m.starts_on, m.ends_on, a.teacher_id from homeroom.semester m
            join homeroom.appointment a on a.district_id = m.district_id and a.state = 'active' and a.starts_on < m.ends_on and coalesce(a.ends_on > m.starts_on, true)
            where m.district_id = $1),
        part as (
            select s.number, s.teacher_id,
                   exists (select from homeroom.study_note n where n.teacher_id = s.teacher_id and n.written_on >= s.starts_on and n.written_on < s.ends_on)::int as note,
                   exists (select from homeroom.paper_author w join homeroom.paper p on p.paper_id = w.paper_id
                           where w.teacher_id = s.teacher_id and p.published_on >= s.starts_on and p.published_on < s.ends_on)::int as paper,
                   exists (select from homeroom.training_attendance n join homeroom.training_session t on t.training_session_id = n.training_session_id
                           where n.teacher_id = s.teacher_id and n.status = 'present' and t.held_on >= s.starts_on and t.held_on < s.ends_on)::int as training,
                   exists (select from homeroom.semester_report r where r.teacher_id = s.teacher_id and r.semester_id = s.semester_id and r.kind = 'plan')::int as plan,
                   exists (select from homeroom.semester_report r where r.teacher_id = s.teacher_id and r.semester_id = s.semester_id and r.kind = 'summary')::int as summary
            from served s)
        select concat_ws(' ', number, scope, count(*), sum(note), sum(paper), sum(training), sum(plan), sum(summary), sum(note + paper + training + plan + summary))
        from part cross join (values ('district'), ('school')) g (scope) group by number, scope order by 1
        """;
}
