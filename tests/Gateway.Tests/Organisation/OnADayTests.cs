using System.Globalization;
using System.Text.Json;
using HomeroomGraph.Gateway.Tests.Queries;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Organisation;

/// <summary>Who headed, led, mentored, taught where and held which title on a day: what the fields with <c>on</c> say is what the whole
/// histories say, on days by chance and on the days on which something changed.</summary>
public sealed class OnADayTests(FullDemoEngine demo) : IClassFixture<FullDemoEngine>
{
    private const string User = "analyst-370403", Today = "2026-11-16";

    private const string TeachersSql = """
        query($on: Date) { teachers(first: 500) { nodes {
          title(on: $on) { title startsOn } homeroomAppointment(on: $on) { id } mentorship(on: $on) { id } school(on: $on) { id } isHomeroomTeacher(on: $on)
          titles(first: 20) { nodes { title startsOn endsOn } }
          appointments(first: 20) { nodes { id kind state startsOn endsOn } }
          mentorshipsAsMentee(first: 20) { nodes { id startsOn endedOn } }
          employments(first: 20) { nodes { isPrimary startsOn endsOn school { id } } } } } }
        """;

    [Theory]
    [Trait("Rule", "O5")]
    [Trait("Rule", "A1")]
    [Trait("Rule", "M1")]
    [InlineData(null)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task A_teacher_on_a_day_is_what_the_history_says(int? seed)
    {
        string? on = seed is { } chance ? await DayAsync(chance) : null;
        string day = on ?? Today;
        int found = 0;
        foreach (var teacher in (await demo.DataAsync(User, TeachersSql, new { on })).GetProperty("teachers").GetProperty("nodes").EnumerateArray())
        {
            var title = Then(teacher, "titles", "endsOn", day, _ => true);
            Assert.Equal((Text(title, "title"), Text(title, "startsOn")), (Text(teacher.GetProperty("title"), "title"), Text(teacher.GetProperty("title"), "startsOn")));
            var heads = Then(teacher, "appointments", "endsOn", day, a => Text(a, "state") == "ACTIVE" && Text(a, "kind") is "HOMEROOM" or "ACTING");
            Assert.Equal(Text(heads, "id"), Text(teacher.GetProperty("homeroomAppointment"), "id"));
            Assert.Equal(heads is not null, teacher.GetProperty("isHomeroomTeacher").GetBoolean());
            Assert.Equal(Text(Then(teacher, "mentorshipsAsMentee", "endedOn", day, _ => true), "id"), Text(teacher.GetProperty("mentorship"), "id"));
            var employed = Then(teacher, "employments", "endsOn", day, e => e.GetProperty("isPrimary").GetBoolean());
            Assert.Equal(Text(employed?.GetProperty("school"), "id"), Text(teacher.GetProperty("school"), "id"));
            found += employed is null ? 0 : 1;
        }
        Assert.NotEqual(0, found);
    }

    [Fact]
    [Trait("Rule", "P14")]
    public async Task A_project_had_the_leader_of_the_day()
    {
        long project = await demo.Database.Owner.ScalarAsync<long>("""
            select p.research_project_id from homeroom.research_project p join homeroom.district d using (district_id)
            where d.code = '370403' and p.state = 'running' and p.created_on < '2026-03-01'
              and 1 = (select count(*) from homeroom.research_member m where m.research_project_id = p.research_project_id and m.role = 'leader')
            order by p.research_project_id limit 1
            """);
        // Two changes of the leader: the first leaves in April, the second in June.
        await demo.Database.Owner.ExecuteAsync("""
            with leader as materialized (
                select *, set_config('homeroom.granted_change', concat(research_project_id, ' leader'), true) -- As a granted request would (P14).
                from homeroom.research_member where research_project_id = $1 and role = 'leader')
            insert into homeroom.research_member (district_id, school_id, research_project_id, teacher_id, name, role, duty, position, left_on)
            select district_id, school_id, research_project_id, teacher_id, left_by.name, 'leader', 'leads', 50, left_by.day
            from leader, (values ('第一任', date '2026-04-01'), ('第二任', date '2026-06-01')) left_by (name, day)
            """, project);
        string present = await demo.Database.Owner.ScalarAsync<string>(
            "select name from homeroom.research_member where research_project_id = $1 and role = 'leader' and left_on is null", project);
        string created = await demo.Database.Owner.ScalarAsync<string>("select created_on::text from homeroom.research_project where research_project_id = $1", project);
        string before = DateOnly.ParseExact(created, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var (on, name) in new (string? On, string? Name)[]
        {
            (before, null), (created, "第一任"), ("2026-03-31", "第一任"), ("2026-04-01", "第二任"), ("2026-05-31", "第二任"), ("2026-06-01", present), (null, present),
        })
        {
            const string query = """
                query($on: Date) { researchProjects(first: 1, search: "第一任 第二任") { nodes { leadingMember(on: $on) { name } } } }
                """;
            var row = Assert.Single((await demo.DataAsync(User, query, new { on })).GetProperty("researchProjects").GetProperty("nodes").EnumerateArray());
            Assert.Equal(name, Text(row.GetProperty("leadingMember"), "name"));
        }
    }

    /// <summary>A day on which something began, the day before it, or any.</summary>
    private async Task<string> DayAsync(int seed) => await demo.Database.Owner.ScalarAsync<string>("""
        select (day - $1::int % 2)::text from (
            select starts_on as day from homeroom.appointment union select ends_on from homeroom.appointment where ends_on < '2026-11-16'
            union select starts_on from homeroom.mentorship union select starts_on from homeroom.employment where starts_on > '2020-01-01') days
        where day > '2021-01-01' order by md5(day::text || $1::text) limit 1
        """, seed);

    private static JsonElement? Then(JsonElement teacher, string history, string end, string day, Func<JsonElement, bool> counts)
    {
        var rows = teacher.GetProperty(history).GetProperty("nodes").EnumerateArray().Where(row => counts(row)
            && string.CompareOrdinal(Text(row, "startsOn"), day) <= 0 && (Text(row, end) is not { } ends || string.CompareOrdinal(day, ends) < 0)).ToList();
        return rows.Count == 0 ? null : Assert.Single(rows);
    }

    private static string? Text(JsonElement? row, string field) =>
        row is { ValueKind: JsonValueKind.Object } there ? there.GetProperty(field).GetString() : null;
}
