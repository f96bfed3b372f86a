using System.Text.Json;
using HomeroomGraph.Data.Demo;
using HomeroomGraph.Data.Inbox;
using HomeroomGraph.Gateway.Tests.Research;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Inbox;

/// <summary>What waits for whom follows from the rows, step by step through a project of the account <c>stranger</c>; nobody sees another's desk.</summary>
public sealed class DeskTests(ResearchStory story) : IClassFixture<ResearchStory>
{
    private const string Office = "research-office", Officer = "research-officer-370403", Leader = "stranger", First = "reviewer-done", Second = "reviewer-open";

    private ResearchRecords Records => story.Records;

    private long Teacher(string user) => story.Teachers[Array.IndexOf(["leader", "member", First, Second, "other-leader", Leader, "group-head"], user)];

    [Fact]
    [Trait("Rule", "O2")]
    [Trait("Rule", "P5")]
    [Trait("Rule", "P6")]
    [Trait("Rule", "P7")]
    [Trait("Rule", "P11")]
    public async Task Each_step_puts_the_project_on_the_desk_of_whose_turn_it_is()
    {
        const string title = "按步推进的课题";
        long project = await Records.DraftAsync(Teacher(Leader), "county", title);
        await OnDesksAsync(title, (Leader, "DRAFT_TO_SUBMIT"));

        await Records.ApplicationAsync(project);
        await Records.StepAsync(project, "draft", "submitted");
        await OnDesksAsync(title, (Office, "REVIEWERS_TO_ASSIGN"));

        long application = await NewestVersionAsync(project);
        long[] reviews = [await Records.ReviewAsync(application, Teacher(First), "assigned"), await Records.ReviewAsync(application, Teacher(Second), "assigned")];
        await Records.StepAsync(project, "submitted", "in_review");
        await OnDesksAsync(title, (First, "REVIEW_TO_GIVE"), (Second, "REVIEW_TO_GIVE"));
        await GiveAsync(reviews[0]);
        await OnDesksAsync(title, (Second, "REVIEW_TO_GIVE"));
        await GiveAsync(reviews[1]);
        await OnDesksAsync(title, (Office, "OUTCOME_TO_DECIDE"));

        long opinion = await Records.OpinionAsync(application, "缩小范围");
        await Records.StepAsync(project, "in_review", "revision_requested");
        await OnDesksAsync(title, (Leader, "OPINIONS_TO_ANSWER"));
        await story.Database.Writer.ExecuteAsync(
            "update homeroom.research_opinion set answer = '已缩小', answered_at = '2026-09-26T08:00:00Z' where research_opinion_id = $1", opinion);
        await OnDesksAsync(title, (Leader, "REVISION_TO_SUBMIT"));

        await Records.ApplicationAsync(project);
        await Records.StepAsync(project, "revision_requested", "submitted");
        application = await NewestVersionAsync(project);
        await Records.ReviewAsync(application, Teacher(First));
        await Records.ReviewAsync(application, Teacher(Second));
        await Records.StepAsync(project, "submitted", "in_review");
        await OnDesksAsync(title, (Office, "OUTCOME_TO_DECIDE"));
        await Records.StepAsync(project, "in_review", "recommended");
        await OnDesksAsync(title, (Officer, "DECISION_TO_RECORD"));

        await Records.DecisionAsync(project);
        await OnDesksAsync(title, (Leader, "OPENING_TO_REPORT"), (Leader, "STAGE_TO_FINISH"));
        await FinishStagesAsync(project);
        await OnDesksAsync(title, (Leader, "OPENING_TO_REPORT"));
        await RequestMilestoneAsync(project, "opening");
        await OnDesksAsync(title, (Office, "MILESTONE_TO_DECIDE"));
        await GrantMilestonesAsync(project);
        await Records.MilestoneAsync(project, "opening");
        await OnDesksAsync(title, (Leader, "MIDTERM_TO_REPORT"));
        await Records.MilestoneAsync(project, "midterm");
        await OnDesksAsync(title, (Leader, "CLOSING_TO_REPORT"));
        await RequestMilestoneAsync(project, "termination");
        await OnDesksAsync(title, (Officer, "MILESTONE_TO_DECIDE"));
        await GrantMilestonesAsync(project);
        await Records.MilestoneAsync(project, "termination");
        await OnDesksAsync(title);
    }

    [Fact]
    [Trait("Rule", "P8")]
    [Trait("Rule", "P10")]
    [Trait("Rule", "P14")]
    public async Task A_running_project_puts_tasks_inspections_and_requests_on_the_desks()
    {
        const string title = "在研课题";
        long project = story.Running;
        await FinishStagesAsync(project);
        await OnDesksAsync(title, ("other-leader", "MIDTERM_TO_REPORT"));
        (string, string)[] always = [("other-leader", "MIDTERM_TO_REPORT")];

        await story.Database.Writer.ExecuteAsync("""
            with stage as (
                insert into homeroom.research_stage (district_id, school_id, research_project_id, position, goal, starts_on, due_on)
                values ($1, $2, $3, 91, '已开始', '2026-10-01', '2026-11-10'), ($1, $2, $3, 92, '未开始', '2026-11-17', '2027-01-10') returning *)
            insert into homeroom.research_task (district_id, school_id, research_project_id, research_stage_id, research_member_id, description, due_on)
            select s.district_id, s.school_id, s.research_project_id, s.research_stage_id, m.research_member_id, '问卷', s.due_on
            from stage s join homeroom.research_member m using (district_id, research_project_id) where m.teacher_id = $4
            """, story.District, story.School, project, Teacher("other-leader"));
        (string, string)[] work = [.. always, ("other-leader", "STAGE_TO_FINISH"), ("other-leader", "TASK_TO_FINISH")];
        await OnDesksAsync(title, work);
        var late = await ItemsAsync("other-leader", title, "{isLate: {eq: true}}");
        Assert.Equal(["STAGE_TO_FINISH", "TASK_TO_FINISH"], late.Select(item => item.GetProperty("kind").GetString()).Order(StringComparer.Ordinal));
        Assert.All(late, item => Assert.Equal("2026-11-10", item.GetProperty("dueOn").GetString()));
        await story.Database.Writer.ExecuteAsync("update homeroom.research_task set done_on = '2026-11-15' where research_project_id = $1", project);
        await story.Database.Writer.ExecuteAsync("update homeroom.research_stage set done_on = '2026-11-15' where research_project_id = $1 and position >= 91", project);
        await OnDesksAsync(title, always);

        await InspectAsync(project, "2026-11-01", inspector: null);
        await OnDesksAsync(title, [.. always, ("other-leader", "INSPECTION_TO_MEND"), (Office, "INSPECTION_TO_CONFIRM")]);
        await MendAsync(project);
        await InspectAsync(project, "2026-11-02", inspector: Teacher("group-head"));
        await OnDesksAsync(title, [.. always, ("other-leader", "INSPECTION_TO_MEND"), ("group-head", "INSPECTION_TO_CONFIRM")]);
        await MendAsync(project);

        long extension = await Records.ExtensionRequestAsync(project, "2026-11-12", "2027-12-31");
        await OnDesksAsync(title, [.. always, (Officer, "EXTENSION_TO_DECIDE")]);
        Assert.Equal("2027-06-30", Assert.Single(await ItemsAsync(Officer, title)).GetProperty("dueOn").GetString());
        await story.Database.Writer.ExecuteAsync("""
            update homeroom.research_extension_request set decision = 'refused', decided_on = '2026-11-13', decided_by = '教研室' where research_extension_request_id = $1
            """, extension);
        await story.Database.Writer.ExecuteAsync("""
            insert into homeroom.research_change_request (district_id, school_id, research_project_id, kind, before, after, reason, requested_on, requested_by)
            values ($1, $2, $3, 'title', '旧题目', '新题目', '更切题', '2026-11-14', '负责人')
            """, story.District, story.School, project);
        await OnDesksAsync(title, [.. always, (Officer, "CHANGE_TO_DECIDE")]);
        await story.Database.Writer.ExecuteAsync(
            "update homeroom.research_change_request set decision = 'refused', decided_on = '2026-11-15', decided_by = '教研室' where research_project_id = $1", project);
        await OnDesksAsync(title, always);
    }

    /// <summary>Nobody else would do it, and the project can't end without it.</summary>
    [Fact]
    [Trait("Rule", "P8")]
    [Trait("Rule", "P14")]
    public async Task What_a_member_who_left_has_not_done_waits_for_the_leader_who_is_reminded_of_it()
    {
        const string title = "成员退出的课题", Head = "member", Member = Leader;
        long project = await Records.ApprovedAsync(Teacher(Head), title, Teacher(Member));
        await FinishStagesAsync(project);
        long task = await story.Database.Writer.ScalarAsync<long>("""
            with stage as (
                insert into homeroom.research_stage (district_id, school_id, research_project_id, position, goal, starts_on, due_on)
                values ($1, $2, $3, 91, '已开始', '2026-10-01', '2026-11-10') returning *)
            insert into homeroom.research_task (district_id, school_id, research_project_id, research_stage_id, research_member_id, description, due_on)
            select s.district_id, s.school_id, s.research_project_id, s.research_stage_id, m.research_member_id, '问卷', s.due_on
            from stage s join homeroom.research_member m using (district_id, research_project_id) where m.role = 'member' returning research_task_id
            """, story.District, story.School, project);
        (string, string)[] always = [(Head, "OPENING_TO_REPORT"), (Head, "STAGE_TO_FINISH")];
        await OnDesksAsync(title, [.. always, (Member, "TASK_TO_FINISH")]);

        await Records.MembersLeaveAsync(project, "2026-11-12");
        await OnDesksAsync(title, [.. always, (Head, "TASK_TO_FINISH")]);
        await new Reminders(story.Database.Access).RunAsync(new(2026, 11, 16), TimeSpan.Zero, TestContext.Current.CancellationToken);
        foreach (var (user, told) in ((string, int)[])[(Head, 1), (Member, 0)])
        {
            var inbox = await story.DataAsync(user, $$"""{ inbox(where: {title: {eq: "{{title}}"}, kind: {eq: OVERDUE}, itemKind: {eq: TASK_TO_FINISH} }) { totalCount } }""");
            Assert.Equal(told, inbox.GetProperty("inbox").GetProperty("totalCount").GetInt32());
        }
        await story.Database.Writer.ExecuteAsync("update homeroom.research_task set done_on = '2026-11-15' where research_task_id = $1", task);
        await OnDesksAsync(title, always);
    }

    /// <summary>A school-level project is the school's own: nothing of it comes to the district.</summary>
    [Fact]
    [Trait("Rule", "P7")]
    public async Task What_the_school_approves_stays_on_its_desk()
    {
        const string title = "校级课题";
        long project = await Records.SubmittedAsync(Teacher("group-head"), "school", title);
        await OnDesksAsync(title, (Office, "REVIEWERS_TO_ASSIGN"));
        long application = await NewestVersionAsync(project);
        await Records.ReviewAsync(application, Teacher(First));
        await Records.ReviewAsync(application, Teacher(Second));
        await Records.StepAsync(project, "submitted", "in_review");
        await Records.DecisionAsync(project);
        await FinishStagesAsync(project);
        await Records.ExtensionRequestAsync(project, "2026-11-12", "2027-12-31");
        await RequestMilestoneAsync(project, "termination");
        await OnDesksAsync(title, (Office, "EXTENSION_TO_DECIDE"), (Office, "MILESTONE_TO_DECIDE"));
    }

    [Fact]
    public async Task Nobody_finds_anything_on_the_desk_of_another()
    {
        string[] people = [.. DemoAccounts.All.Where(account => !account.NeedsRecords).Select(account => account.UserName), "leader", "member", First, Second, "other-leader", Leader, "projects-client"];
        foreach (string user in people)
        {
            var data = await story.DataAsync(user, "{ desks { nodes { id kind teacher { id } school { id } } } deskItems(first: 100) { totalCount nodes { desk { id } } } }");
            var desks = data.GetProperty("desks").GetProperty("nodes").EnumerateArray().ToList();
            var account = await story.Demo.AccountAsync(user);
            int expected = account.Roles.Where(role => role.TeacherId is not null).Select(role => role.TeacherId).Distinct().Count()
                + account.Roles.Count(role => role.Role is Data.Access.AccessRole.ResearchOffice or Data.Access.AccessRole.DistrictResearchOfficer);
            Assert.True(expected == desks.Count, $"{user}: {data}");
            Assert.All(data.GetProperty("deskItems").GetProperty("nodes").EnumerateArray(), item =>
                Assert.Contains(item.GetProperty("desk").GetProperty("id").GetString(), desks.Select(desk => desk.GetProperty("id").GetString())));
            if (expected == 0) Assert.Equal(0, data.GetProperty("deskItems").GetProperty("totalCount").GetInt32());
        }
    }

    [Fact]
    public async Task A_home_page_asks_once_and_the_database_reads_once()
    {
        int before = story.Demo.Rows.Statements.Count;
        var data = await story.DataAsync(Office, """
            { deskItems(first: 5) { totalCount nodes { kind since dueOn isLate record project { title state } school { name } } }
              deskItemGroups(by: [{kind: true}]) { nodes { key { kind } count } }
              desks { nodes { kind items(where: {isLate: {eq: true}}) { totalCount } } } }
            """);
        Assert.Equal(before + 1, story.Demo.Rows.Statements.Count);
        Assert.Equal(
            data.GetProperty("deskItems").GetProperty("totalCount").GetInt32(),
            data.GetProperty("deskItemGroups").GetProperty("nodes").EnumerateArray().Sum(group => group.GetProperty("count").GetInt32()));
    }

    private async Task OnDesksAsync(string title, params (string User, string Kind)[] expected)
    {
        string[] all = [Office, Officer, "leader", "member", First, Second, "other-leader", Leader, "group-head"];
        var found = new List<string>();
        foreach (string user in all)
            found.AddRange((await ItemsAsync(user, title)).Select(item => $"{user} {item.GetProperty("kind").GetString()}"));
        Assert.Equal(expected.Select(item => $"{item.User} {item.Kind}").Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    private async Task<List<JsonElement>> ItemsAsync(string user, string title, string more = "{}")
    {
        var data = await story.DataAsync(
            user, $$$"""query($title: String!) { deskItems(where: {and: [{ project: { title: {eq: $title} } }, {{{more}}}] }) { nodes { kind since dueOn isLate record project { title } } } }""",
            new { title });
        return [.. data.GetProperty("deskItems").GetProperty("nodes").EnumerateArray()];
    }

    private Task<long> NewestVersionAsync(long project) => story.Database.Owner.ScalarAsync<long>(
        "select research_application_id from homeroom.research_application where research_project_id = $1 order by version desc limit 1", project);

    private Task FinishStagesAsync(long project) => story.Database.Writer.ExecuteAsync(
        "update homeroom.research_stage set done_on = '2026-11-15' where research_project_id = $1 and done_on is null", project);

    private Task GiveAsync(long review) => story.Database.Writer.ExecuteAsync("""
        update homeroom.research_review set state = 'submitted', scientific = 80, advancement = 81, feasibility = 82, comment = '可行', submitted_at = '2026-09-25T09:00:00Z'
        where research_review_id = $1
        """, review);

    private async Task RequestMilestoneAsync(long project, string kind) => await story.Database.Writer.ExecuteAsync("""
        insert into homeroom.research_milestone_request (district_id, school_id, research_project_id, kind, document_id, results, reason, requested_on, requested_by)
        values ($1, $2, $3, $4, $5, '成果', '调离', '2026-10-19', '负责人')
        """, story.District, story.School, project, kind, await Records.DocumentAsync());

    private Task GrantMilestonesAsync(long project) => story.Database.Writer.ExecuteAsync("""
        update homeroom.research_milestone_request set decision = 'granted', decided_on = '2026-10-20', decided_by = '教科室'
        where research_project_id = $1 and decision is null
        """, project);

    private Task InspectAsync(long project, string day, long? inspector) => story.Database.Writer.ExecuteAsync("""
        insert into homeroom.research_inspection (district_id, school_id, research_project_id, inspected_on, inspector_id, inspected_by, finding, mend_by)
        values ($1, $2, $3, $4::text::date, $5::text::bigint, '检查人', '记录不全', '2026-11-30')
        """, story.District, story.School, project, day, inspector?.ToString(System.Globalization.CultureInfo.InvariantCulture) as object ?? DBNull.Value);

    private Task MendAsync(long project) => story.Database.Writer.ExecuteAsync(
        "update homeroom.research_inspection set mended_on = '2026-11-15' where research_project_id = $1 and mended_on is null", project);
}
