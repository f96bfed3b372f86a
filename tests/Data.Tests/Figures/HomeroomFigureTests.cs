using HomeroomGraph.Data.Tests.Training;
using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Figures;

/// <summary>D7 and D12: papers for each homeroom teacher, and how complete their archives are.</summary>
public sealed class HomeroomFigureTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    internal const string PaperSql = """
        with paper as (
            insert into homeroom.paper (district_id, school_id, kind, title, published_on, published_precision, first_author)
            values ($1, $2, 'paper', 'T' || gen_random_uuid(), $3::text::date, $4, 'N') returning paper_id)
        insert into homeroom.paper_author (district_id, paper_id, position, name, teacher_id)
        select $1, paper_id, n, case n when 1 then 'N' else 'M' end, t from paper, unnest($5::bigint[]) with ordinality a (t, n) returning paper_id
        """;

    private NpgsqlDataSource Writer => test.Database.Writer;

    [Fact]
    [Trait("Rule", "D7")]
    [Trait("Rule", "R2")]
    public async Task Papers_count_in_the_semester_they_are_dated_in_for_each_homeroom_teacher_of_it()
    {
        var (d, teachers) = await DistrictAsync();
        await d.AppointAsync(d.Classes[0], teachers[0], "2026-09-01", null);
        await d.AppointAsync(d.Classes[1], teachers[1], "2026-09-01", "2026-12-01");
        Assert.Equal(["1 0 2 0 0 2", "1 1 2 0 0 2", "2 0 1 0 0 1", "2 1 1 0 0 1"], await PapersAsync(d));

        // Two authors count for each; a date known to the year only lies in no semester; who heads no class counts nowhere.
        var paper = await PaperAsync(d, "2026-10-01", "month", teachers[0], teachers[1]);
        await PaperAsync(d, "2026-01-01", "year", teachers[0]);
        await PaperAsync(d, "2026-10-02", "day", teachers[2]);
        Assert.Equal(["1 0 2 2 2 2", "1 1 2 2 2 2", "2 0 1 0 0 1", "2 1 1 0 0 1"], await PapersAsync(d));

        await Writer.ExecuteAsync("update homeroom.paper set published_on = '2027-03-05', published_precision = 'day' where paper_id = $1", paper);
        Assert.Equal(["1 0 2 0 0 2", "1 1 2 0 0 2", "2 0 1 1 1 1", "2 1 1 1 1 1"], await PapersAsync(d));
        await Writer.ExecuteAsync(
            "insert into homeroom.policy (district_id, policy_key, figure, starts_on, reason, decided_by) values ($1, 'r2_papers_a_semester', 2, '2026-01-01', 'x', 'x')", d.Id);
        Assert.Equal(["1 0 2 0 0 4", "1 1 2 0 0 4", "2 0 1 1 0 2", "2 1 1 1 0 2"], await PapersAsync(d));
        await Writer.ExecuteAsync("delete from homeroom.paper where paper_id = $1", paper);
        await Writer.ExecuteAsync("update homeroom.appointment set state = 'void' where district_id = $1 and teacher_id = $2", d.Id, teachers[1]);
        Assert.Equal(["1 0 1 0 0 2", "1 1 1 0 0 2", "2 0 1 0 0 2", "2 1 1 0 0 2"], await PapersAsync(d));
        await CompareAsync();
    }

    [Fact]
    [Trait("Rule", "D12")]
    [Trait("Rule", "V1")]
    public async Task An_archive_has_the_parts_that_there_are_records_of()
    {
        var (d, teachers) = await DistrictAsync();
        await d.AppointAsync(d.Classes[0], teachers[0], "2026-09-01", null);
        Assert.Equal(["1 0 7 0 0", "2 0 7 0 0"], await ArchivesAsync(d));
        await PaperAsync(d, "2026-10-01", "month", teachers[0]);
        var session = await d.AddSessionAsync(Writer, d.School, day: "2027-03-01");
        await d.AttendAsync(Writer, session, teachers[0]);
        await d.AttendAsync(Writer, session, teachers[1]);
        Assert.Equal(["1 1 7 0 0", "2 1 7 0 1"], await ArchivesAsync(d));

        // A session that is held on another day takes its attendance along.
        await Writer.ExecuteAsync("update homeroom.training_session set held_on = '2026-10-10' where training_session_id = $1", session);
        var programme = await d.AddProgrammeAsync(Writer);
        var module = await d.AddModuleAsync(Writer, programme);
        await Writer.ExecuteAsync("""
            insert into homeroom.study_note (district_id, school_id, teacher_id, training_programme_id, training_module_id, title, content, written_on)
            values ($1, $2, $3, $4, $5, 'T', 'C', '2026-11-01')
            """, d.Id, d.School, teachers[0], programme, module);
        Assert.Equal(["1 3 7 0 1", "2 0 7 0 0"], await ArchivesAsync(d));

        await Writer.ExecuteAsync("""
            insert into homeroom.semester_report (district_id, school_id, teacher_id, semester_id, kind, content, written_on)
            select $1, $2, $3, m.semester_id, k.kind, 'C', '2026-11-01' from homeroom.semester m cross join (values ('plan'), ('summary')) k (kind) where m.district_id = $1 and m.number = 1
            """, d.Id, d.School, teachers[0]);
        Assert.Equal(["1 5 7 0 1", "2 0 7 0 0"], await ArchivesAsync(d));
        await CompareAsync();
    }

    [Theory]
    [Trait("Rule", "D7")]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_summaries_are_equal_to_the_rows_while_several_write(int seed)
    {
        var (d, teachers) = await DistrictAsync();
        var kept = await new FigureWriters(test.Database, "homeroom_semester", "homeroom_sum", "teacher_term", "mentor_sum", "research_sum").RunAsync(
            seed,
            (connection, random) => connection.ExecuteAsync("""
                insert into homeroom.appointment (district_id, school_id, class_id, teacher_id, kind, starts_on, ends_on)
                values ($1, $2, $3, $4, 'homeroom', date '2026-09-01' + $5, date '2026-09-01' + $5 + $6)
                """, d.Id, d.School, d.Classes[random.Next(2)], teachers[random.Next(teachers.Length)], random.Next(300), random.Next(5, 60)),
            (connection, random) => connection.ExecuteAsync(
                "update homeroom.appointment set state = case state when 'void' then 'active' else 'void' end where district_id = $1 and appointment_id % 3 = $2", d.Id, random.Next(3)),
            (connection, random) => connection.ExecuteAsync(
                "update homeroom.appointment set starts_on = starts_on - $3 where district_id = $1 and appointment_id % 5 = $2", d.Id, random.Next(5), random.Next(1, 30)),
            (connection, random) => connection.ExecuteAsync("delete from homeroom.appointment where district_id = $1 and appointment_id % 9 = $2", d.Id, random.Next(9)),
            (connection, random) => connection.ExecuteAsync(
                PaperSql, d.Id, d.School, $"2027-0{random.Next(1, 8)}-01", random.Next(2) == 0 ? "day" : "month", teachers.OrderBy(_ => random.Next()).Take(random.Next(1, 4)).ToArray()),
            (connection, random) => connection.ExecuteAsync(
                "update homeroom.paper set published_on = published_on - 30, published_precision = 'day' where district_id = $1 and paper_id % 4 = $2", d.Id, random.Next(4)),
            (connection, random) => connection.ExecuteAsync("delete from homeroom.paper where district_id = $1 and paper_id % 7 = $2", d.Id, random.Next(7)),
            (connection, random) => connection.ExecuteAsync(
                "update homeroom.semester set ends_on = date '2027-01-20' + $2 where district_id = $1 and number = 1", d.Id, random.Next(10)));

        Assert.InRange(kept, 10, int.MaxValue);
        Assert.Equal(
            await test.Database.Owner.ColumnAsync<string>("""
                select concat_ws(' ', m.number, count(distinct a.teacher_id),
                       (select count(*) from homeroom.paper_author w join homeroom.paper p on p.paper_id = w.paper_id
                        where w.district_id = $1 and p.published_precision <> 'year' and m.starts_on <= p.published_on and p.published_on < m.ends_on
                          and exists (select from homeroom.appointment x where x.teacher_id = w.teacher_id and x.state = 'active'
                                      and x.starts_on < m.ends_on and coalesce(x.ends_on > m.starts_on, true))))
                from homeroom.semester m join homeroom.appointment a on a.district_id = m.district_id and a.state = 'active' and a.starts_on < m.ends_on and coalesce(a.ends_on > m.starts_on, true)
                where m.district_id = $1 group by m.semester_id, m.number, m.starts_on, m.ends_on order by 1
                """, d.Id),
            await test.Database.Owner.ColumnAsync<string>("""
                select concat_ws(' ', m.number, f.teacher_count, f.paper_count) from figures.paper f join homeroom.semester m using (district_id, semester_id)
                where district_id = $1 and scope = 'district' and f.grade = 0 order by 1
                """, d.Id));
    }

    private async Task<long> PaperAsync(SmallDistrict d, string publishedOn, string precision, params long[] authors) =>
        (await Writer.ColumnAsync<long>(PaperSql, d.Id, d.School, publishedOn, precision, authors))[0];

    private Task CompareAsync() => new FigureWriters(test.Database, "homeroom_semester", "homeroom_sum").CompareAsync();

    private async Task<(SmallDistrict District, long[] Teachers)> DistrictAsync()
    {
        var d = await SmallDistrict.CreateAsync(Writer);
        await Writer.ExecuteAsync("""
            insert into homeroom.semester (district_id, school_year_id, number, name, starts_on, ends_on, first_week_starts_on)
            values ($1, $2, 1, 'S1', '2026-09-01', '2027-01-23', '2026-08-31'), ($1, $2, 2, 'S2', '2027-02-01', '2027-07-05', '2027-02-01')
            """, d.Id, d.SchoolYear);
        var more = await Writer.ColumnAsync<long>(
            "insert into homeroom.teacher (district_id, staff_number, name, pinyin) select $1, 'H' || n, 'H' || n, 'h' from generate_series(1, 5) n returning teacher_id", d.Id);
        return (d, [.. d.Teachers, .. more]);
    }

    /// <summary>Of the school: semester, grade, teachers, papers, how many wrote what they owe, how much is owed.</summary>
    private Task<List<string>> PapersAsync(SmallDistrict d) => test.Database.Owner.ColumnAsync<string>("""
        select concat_ws(' ', m.number, grade, teacher_count, paper_count, met_count, owed_count)
        from figures.paper join homeroom.semester m using (district_id, semester_id) where district_id = $1 and scope = 'school' order by 1
        """, d.Id);

    /// <summary>Of the district's semesters: parts there, parts looked for, complete ones, trainings.</summary>
    private Task<List<string>> ArchivesAsync(SmallDistrict d) => test.Database.Owner.ColumnAsync<string>("""
        select concat_ws(' ', m.number, present_count, expected_count, complete_count, training_count)
        from figures.archive join homeroom.semester m using (district_id, semester_id) where district_id = $1 and scope = 'district' and grade = 0 order by 1
        """, d.Id);
}
