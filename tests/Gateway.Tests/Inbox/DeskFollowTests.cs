using System.Text.Json;
using HomeroomGraph.Gateway.Tests.Transports;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Inbox;

/// <summary>Who watches a desk is told by every gateway when something comes onto it or goes from it, and of no other desk.</summary>
public sealed class DeskFollowTests(TwoGateways gateway) : IClassFixture<TwoGateways>
{
    private const string Desks = "subscription { deskChanged { id kind version desk { kind items { totalCount nodes { kind project { title } } } } } }";

    private const string Projects = """
        subscription($ids: [ID!]) { researchProjectChanged(ids: $ids) { id kind researchProject { tasks(where: {doneOn: {eq: "2026-11-15"}}) { totalCount } } } }
        """;

    private const string Finish = """
        mutation($task: ID!) { completeResearchTask(input: {taskId: $task, doneOn: "2026-11-15"}) { errors { ... on Error { code message } } } }
        """;

    [Fact]
    public async Task A_desk_is_told_of_by_every_gateway_with_what_waits_now()
    {
        var owner = gateway.Database.Owner;
        long school = await owner.ScalarAsync<long>("select g.school_id from access.\"grant\" g join access.account a using (account_id) where a.user_name = 'research-office'");
        int district = await owner.ScalarAsync<int>("select district_id from homeroom.school where school_id = $1", school);
        long other = await owner.ScalarAsync<long>("select min(school_id) from homeroom.school where district_id = $1 and school_id <> $2", district, school);
        const string free = """
            select e.teacher_id from homeroom.employment e where e.school_id = $1 and e.ends_on is null
                and not exists (select from access."grant" g where g.teacher_id = e.teacher_id) order by 1 limit 3
            """;
        var (own, foreign) = (await owner.ColumnAsync<long>(free, school), await owner.ColumnAsync<long>(free, other));

        string token = await gateway.SignInAsync("research-office");
        using var first = await Followed.BeginAsync(gateway.Http, gateway.First, token, Desks);
        using var second = await Followed.BeginAsync(gateway.Http, gateway.Second, token, Desks);
        await gateway.UntilReadableAsync();

        // Another school's application is told to others.
        await new ResearchRecords(gateway.Database.Writer, district, other).SubmittedAsync(foreign[0], title: "外校课题");
        long project = await new ResearchRecords(gateway.Database.Writer, district, school).SubmittedAsync(own[0], title: "本校课题");
        foreach (var follower in (Followed[])[first, second])
        {
            var told = await UntilAsync(follower, "本校课题 REVIEWERS_TO_ASSIGN");
            Assert.Equal(new GlobalId("Desk", new RowKey(district, (1L << 40) + school)).ToString(), told.GetProperty("id").GetString());
            Assert.Equal(("UPDATED", "RESEARCH_OFFICE"), (told.GetProperty("kind").GetString(), told.GetProperty("desk").GetProperty("kind").GetString()));
            Assert.DoesNotContain("外校课题", told.ToString(), StringComparison.Ordinal);
        }

        await gateway.Database.Writer.ExecuteAsync("""
            insert into homeroom.research_state_change (district_id, school_id, research_project_id, from_state, to_state, changed_by, changed_at)
            values ($1, $2, $3, 'submitted', 'withdrawn', '主持人', '2026-11-16T02:00:00Z')
            """, district, school, project);
        foreach (var follower in (Followed[])[first, second]) await UntilAsync(follower, "");
    }

    /// <summary>A use case that changes what hangs on a project makes a new version of it, by which its followers are told.</summary>
    [Fact]
    [Trait("Rule", "P8")]
    [Trait("Rule", "V4")]
    public async Task Who_follows_a_project_is_told_of_its_tasks()
    {
        var owner = gateway.Database.Owner;
        const string account = "select g.{0} from access.\"grant\" g join access.account a using (account_id) where a.user_name = 'teacher'";
        var (teacher, school) = (await owner.ScalarAsync<long>(account.Replace("{0}", "teacher_id", StringComparison.Ordinal)), await owner.ScalarAsync<long>(account.Replace("{0}", "school_id", StringComparison.Ordinal)));
        int district = await owner.ScalarAsync<int>("select district_id from homeroom.school where school_id = $1", school);
        long project = await new ResearchRecords(gateway.Database.Writer, district, school).ApprovedAsync(teacher, "跟踪的课题");
        string[] tasks = [await TaskAsync(district, project), await TaskAsync(district, project)];
        await gateway.UntilReadableAsync();

        string token = await gateway.SignInAsync("teacher"), id = new GlobalId("ResearchProject", new RowKey(district, project)).ToString();
        using var first = await Followed.BeginAsync(gateway.Http, gateway.First, token, Projects, new { ids = new[] { id } });
        using var second = await Followed.BeginAsync(gateway.Http, gateway.Second, token, Projects, new { ids = new[] { id } });
        for (int done = 1; done <= tasks.Length; done++)
        {
            var answer = await gateway.PostAsync(Finish, new { task = tasks[done - 1] }, token);
            Assert.Equal(0, answer.GetProperty("data").GetProperty("completeResearchTask").GetProperty("errors").GetArrayLength());
            foreach (var follower in (Followed[])[first, second])
            {
                var told = (await follower.NextAsync()).GetProperty("researchProjectChanged");
                Assert.Equal((id, "UPDATED"), (told.GetProperty("id").GetString(), told.GetProperty("kind").GetString()));
                Assert.Equal(done, told.GetProperty("researchProject").GetProperty("tasks").GetProperty("totalCount").GetInt32());
            }
        }
    }

    /// <summary>A task of the leader in the first stage; its id.</summary>
    private async Task<string> TaskAsync(int district, long project) => new GlobalId("ResearchTask", new RowKey(district, await gateway.Database.Writer.ScalarAsync<long>("""
        insert into homeroom.research_task (district_id, school_id, research_project_id, research_stage_id, research_member_id, description, due_on)
        select s.district_id, s.school_id, s.research_project_id, s.research_stage_id, m.research_member_id, '问卷', s.due_on
        from homeroom.research_stage s join homeroom.research_member m using (district_id, research_project_id)
        where s.district_id = $1 and s.research_project_id = $2 and m.role = 'leader' returning research_task_id
        """, district, project))).ToString();

    /// <summary>A change can be told in several parts, by the rows of one step: the last has all of it.</summary>
    private static async Task<JsonElement> UntilAsync(Followed follower, string items)
    {
        long version = 0;
        while (true)
        {
            var told = (await follower.NextAsync()).GetProperty("deskChanged");
            Assert.True(told.GetProperty("version").GetInt64() > version);
            version = told.GetProperty("version").GetInt64();
            if (string.Join(' ', told.GetProperty("desk").GetProperty("items").GetProperty("nodes").EnumerateArray()
                .Select(item => $"{item.GetProperty("project").GetProperty("title").GetString()} {item.GetProperty("kind").GetString()}")) == items) return told;
        }
    }
}
