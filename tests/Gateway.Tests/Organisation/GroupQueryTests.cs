using HomeroomGraph.Gateway.Tests.Queries;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Organisation;

/// <summary>Groups, offices and the calendar, as everyone at a school sees them.</summary>
public sealed class GroupQueryTests(DemoEngine demo) : IClassFixture<DemoEngine>, IAsyncLifetime
{
    private const string Fill = """
        do $$
        declare
            d integer; s bigint; me bigint; colleague bigint; g bigint;
        begin
            if exists (select from homeroom.research_group where name = 'test') then return; end if;
            select x.district_id, x.school_id, x.teacher_id into strict d, s, me
            from access."grant" x join access.account a using (account_id) where a.user_name = 'teacher' and x.role = 'teacher';
            select teacher_id into strict colleague from homeroom.employment e
            where e.district_id = d and e.school_id = s and e.teacher_id <> me order by 1 limit 1;
            insert into homeroom.research_group (district_id, school_id, kind, subject_id, name)
            select d, s, 'subject', subject_id, 'test' from homeroom.subject where district_id = d order by code limit 1 returning research_group_id into g;
            insert into homeroom.research_group_member (district_id, school_id, research_group_id, teacher_id, name, post, starts_on, ends_on)
            values (d, s, g, colleague, 'Head', 'head', '2026-09-01', null), (d, s, g, me, 'Member', 'member', '2026-09-01', '2026-11-16');
            insert into homeroom.research_group (district_id, school_id, kind, name) values (d, s, 'central', 'the central test');
        end $$
        """;

    public async ValueTask InitializeAsync() => await demo.Database.Owner.ExecuteAsync(Fill);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [Trait("Rule", "O1")]
    [InlineData("teacher")]
    [InlineData("grade-head")]
    [InlineData("principal")]
    [InlineData("analyst-370403")]
    public async Task Everyone_at_the_school_sees_who_belongs_to_a_group_and_who_heads_it(string user)
    {
        var data = await demo.DataAsync(user, """
            { researchGroups(where: {name: {contains: "test"}}) { nodes { name memberCount head { name } before: head(on: "2026-08-31") { name }
                headsOfGroups { nodes { name post } } members { totalCount } } } }
            """);
        Assert.Equal(
            """{"researchGroups":{"nodes":[{"name":"test","memberCount":1,"head":{"name":"Head"},"before":null,"headsOfGroups":{"nodes":[]},"members":{"totalCount":2}},{"name":"the central test","memberCount":0,"head":null,"before":null,"headsOfGroups":{"nodes":[{"name":"Head","post":"HEAD"}]},"members":{"totalCount":0}}]}}""",
            data.GetRawText());
    }

    [Theory]
    [InlineData("analyst-371723")]
    [InlineData("auditor")]
    public async Task Nobody_else_does(string user) => Assert.Equal(
        """{"researchGroups":{"totalCount":0}}""", (await demo.DataAsync(user, "{ researchGroups { totalCount } }")).GetRawText());

    [Fact]
    [Trait("Rule", "O4")]
    public async Task The_calendar_tells_working_days_and_weeks()
    {
        var data = await demo.DataAsync("teacher", """
            { districts { nodes { holiday: isWorkingDay(on: "2026-10-01") makeUp: isWorkingDay(on: "2026-10-10") today: isWorkingDay
                after: workingDayAfter(from: "2026-09-28", days: 3) wrong: workingDayAfter(days: -1) } }
              semesters(where: {isCurrent: {eq: true}}) { nodes { week weeks first: week(on: "2026-09-01") before: week(on: "2026-08-31") } }
              calendarDays(where: {day: {eq: "2026-10-10"}}) { nodes { day kind district { code } } } }
            """);
        Assert.Equal(
            """{"districts":{"nodes":[{"holiday":false,"makeUp":true,"today":true,"after":"2026-10-08","wrong":null}]},"semesters":{"nodes":[{"week":12,"weeks":21,"first":1,"before":null}]},"calendarDays":{"nodes":[{"day":"2026-10-10","kind":"WORKDAY","district":{"code":"370403"}}]}}""",
            data.GetRawText());
    }

    [Fact]
    [Trait("Rule", "O1")]
    public async Task A_district_tells_what_it_was_called_before()
    {
        await demo.Database.Owner.ExecuteAsync("update homeroom.district set name = '嘉祥区', since = '2026-11-01' where code = '370829' and since < '2026-11-01'");
        var data = await demo.DataAsync("analyst-370829", "{ districts { nodes { name formerDesignations { nodes { code name until } } } } }");
        Assert.Equal(
            """{"districts":{"nodes":[{"name":"嘉祥区","formerDesignations":{"nodes":[{"code":"370829","name":"嘉祥县","until":"2026-11-01"}]}}]}}""",
            data.GetRawText());
    }
}
