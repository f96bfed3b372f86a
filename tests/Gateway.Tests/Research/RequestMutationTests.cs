using HomeroomGraph.Gateway.Tests.Access;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Research;

/// <summary>Extensions (rule P10), changes of a running project (P14), targets (P12), tasks and inspections (P8), as the API has them.</summary>
public sealed class RequestMutationTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    private const string Leader = ProjectsInStates.Leader, Office = ProjectsInStates.Office, Officer = ProjectsInStates.Officer;

    private readonly ProjectsInStates projects = new(gateway);

    [Fact]
    [Trait("Rule", "P10")]
    public async Task An_extension_is_asked_for_once_at_a_time_and_what_is_refused_moves_nothing()
    {
        var project = await projects.MakeAsync("running", "延期"); // Due on 2027-06-30.
        var asked = await AskAsync("requestResearchExtension", new { projectId = project.Id, requestedUntil = "2027-12-31", reason = "样本不足", documentId = await projects.DocumentOfAsync(Leader) });
        Assert.Equal("P10_ONE_OPEN_REQUEST", await RefusedAsync(Leader, "requestResearchExtension",
            new { projectId = project.Id, requestedUntil = "2027-11-30", reason = "R", documentId = await projects.DocumentOfAsync(Leader) }));
        Assert.Equal("INVALID_INPUT", await RefusedAsync(Officer, "decideResearchExtension", new { requestId = asked, decision = "REFUSED" }));
        await DoAsync(Officer, "decideResearchExtension", new { requestId = asked, decision = "REFUSED", remark = "不同意" });
        Assert.Equal("2027-06-30", await DueOnAsync(project));
        Assert.Equal("P10_A_DECISION_STAYS", await RefusedAsync(Officer, "decideResearchExtension", new { requestId = asked, decision = "GRANTED" }));
    }

    [Fact]
    [Trait("Rule", "P10")]
    public async Task Extensions_are_a_year_each_and_two_in_all()
    {
        var project = await projects.MakeAsync("running", "延期两年");
        foreach (var until in new[] { "2028-06-30", "2029-06-30" })
        {
            var asked = await AskAsync("requestResearchExtension", new { projectId = project.Id, requestedUntil = until, reason = "R", documentId = await projects.DocumentOfAsync(Leader) });
            await DoAsync(Officer, "decideResearchExtension", new { requestId = asked, decision = "GRANTED" });
            Assert.Equal(until, await DueOnAsync(project));
        }
        Assert.Equal("P10_ALL_EXTENSIONS_HAVE_THEIR_LENGTH", await RefusedAsync(Leader, "requestResearchExtension",
            new { projectId = project.Id, requestedUntil = "2029-07-01", reason = "R", documentId = await projects.DocumentOfAsync(Leader) }));
    }

    [Fact]
    [Trait("Rule", "P10")]
    public async Task After_the_due_date_it_is_too_late()
    {
        var project = await projects.MakeAsync("running", "逾期");
        await gateway.Database.Owner.ExecuteAsync("set session_replication_role = replica; update homeroom.research_project set due_on = '2026-11-15' where research_project_id = " + project.Key);
        Assert.Equal("P10_A_REQUEST_COMES_BEFORE_THE_DUE_DATE", await RefusedAsync(Leader, "requestResearchExtension",
            new { projectId = project.Id, requestedUntil = "2026-12-31", reason = "R", documentId = await projects.DocumentOfAsync(Leader) }));
    }

    [Fact]
    [Trait("Rule", "P10")]
    [Trait("Rule", "V2")]
    public async Task The_stage_summary_is_a_document_of_the_leaders_own()
    {
        var project = await projects.MakeAsync("running", "附件");
        Assert.Equal("NOT_FOUND", await RefusedAsync(Leader, "requestResearchExtension",
            new { projectId = project.Id, requestedUntil = "2027-12-31", reason = "R", documentId = await projects.DocumentOfAsync(Office) }));
    }

    [Fact]
    [Trait("Rule", "P14")]
    [Trait("Rule", "P2")]
    public async Task Another_leader_leads_no_other_project()
    {
        var project = await projects.MakeAsync("running", "更换负责人");
        var (busy, free) = (await TeacherAsync(0), await TeacherAsync(1));
        await projects.Records.SubmittedAsync(busy, "county", "在申报");
        var asked = await AskAsync("requestResearchChange", new { projectId = project.Id, kind = "LEADER", leaderId = Teacher(busy), reason = "调离" });
        Assert.Equal("P2_ONE_UNFINISHED_PROJECT", await RefusedAsync(Officer, "decideResearchChange", new { requestId = asked, decision = "GRANTED" }));
        await DoAsync(Officer, "decideResearchChange", new { requestId = asked, decision = "REFUSED", remark = "另有课题" });

        var again = await AskAsync("requestResearchChange", new { projectId = project.Id, kind = "LEADER", leaderId = Teacher(free), reason = "调离" });
        await DoAsync(Officer, "decideResearchChange", new { requestId = again, decision = "GRANTED" });
        Assert.Equal(free, await gateway.Database.Owner.ScalarAsync<long>("select leader_id from homeroom.research_project where research_project_id = $1", project.Key));
        Assert.Equal([$"{projects.LeaderId} leader left", $"{free} leader"], await gateway.Database.Owner.ColumnAsync<string>(
            "select concat_ws(' ', teacher_id, role, case when left_on is not null then 'left' end) from homeroom.research_member where research_project_id = $1 order by research_member_id", project.Key));
        // Who led it may ask for nothing more.
        Assert.Equal("NOT_FOUND", await RefusedAsync(Leader, "requestResearchChange", new { projectId = project.Id, kind = "TITLE", title = "N", reason = "R" }));
    }

    [Fact]
    [Trait("Rule", "P14")]
    public async Task Each_kind_of_change_is_carried_out_by_its_grant_and_by_nothing_else()
    {
        var project = await projects.MakeAsync("running", "变更");
        Assert.Equal("P11_A_STEP_STARTS_WHERE_THE_PROJECT_IS", await RefusedAsync(Leader, "saveResearchApplication", new { projectId = project.Id, title = "悄悄改名" }));
        Assert.Equal("P11_A_STEP_STARTS_WHERE_THE_PROJECT_IS", await RefusedAsync(Leader, "addResearchMember", new { projectId = project.Id, teacherId = Teacher(await TeacherAsync(0)), duty = "D" }));
        Assert.Equal("P14_A_CHANGE_CHANGES_SOMETHING", await RefusedAsync(Leader, "requestResearchChange", new { projectId = project.Id, kind = "TITLE", title = "变更", reason = "R" }));
        Assert.Equal("P10_A_LATER_DATE_IS_AN_EXTENSION", await RefusedAsync(Leader, "requestResearchChange", new { projectId = project.Id, kind = "DUE_DATE", dueOn = "2027-12-31", reason = "R" }));

        var title = await AskAsync("requestResearchChange", new { projectId = project.Id, kind = "TITLE", title = "变更之后", reason = "R" });
        Assert.Equal("P14_ONE_OPEN_REQUEST_OF_A_KIND", await RefusedAsync(Leader, "requestResearchChange", new { projectId = project.Id, kind = "TITLE", title = "又变", reason = "R" }));
        var members = await AskAsync("requestResearchChange", new { projectId = project.Id, kind = "MEMBERS", members = new[] { new { teacherId = Teacher(await TeacherAsync(0)), duty = "访谈" } }, reason = "R" });
        var due = await AskAsync("requestResearchChange", new { projectId = project.Id, kind = "DUE_DATE", dueOn = "2027-03-31", reason = "R" });
        var content = await AskAsync("requestResearchChange", new { projectId = project.Id, kind = "CONTENT", text = "只研究五年级", reason = "R" });
        Assert.Equal("变更 1 2027-06-30", await ProjectAsync(project));
        foreach (var request in new[] { title, members, due, content }) await DoAsync(Officer, "decideResearchChange", new { requestId = request, decision = "GRANTED" });
        Assert.Equal("变更之后 2 2027-03-31", await ProjectAsync(project));
        Assert.Equal(["title 变更 变更之后", "content 方案 只研究五年级"], await gateway.Database.Owner.ColumnAsync<string>(
            "select concat_ws(' ', kind, before, after) from homeroom.research_change_request where research_project_id = $1 and kind in ('title', 'content') order by research_change_request_id", project.Key));
    }

    [Fact]
    [Trait("Rule", "P12")]
    public async Task A_target_is_set_by_office_or_district_and_set_again()
    {
        await projects.MakeAsync("draft", "指标");
        var year = await gateway.Database.Owner.ScalarAsync<long>("select school_year_id from homeroom.school_year where district_id = $1 and starts_on <= '2026-11-16' and ends_on > '2026-11-16'", projects.District);
        object Input(int minimum, int? maximum) => new { schoolId = projects.IdOf("School", projects.School), schoolYearId = projects.IdOf("SchoolYear", year), level = "CITY_KEY", minimum, maximum };
        Assert.Equal("NOT_ALLOWED", await RefusedAsync(Leader, "setResearchTarget", Input(1, 2)));
        Assert.Equal("NOT_ALLOWED", await RefusedAsync("analyst-370403", "setResearchTarget", Input(1, 2)));
        Assert.Equal("P12_THE_MAXIMUM_IS_NOT_LESS", await RefusedAsync(Office, "setResearchTarget", Input(3, 2)));
        await DoAsync(Office, "setResearchTarget", Input(1, 2));
        await DoAsync(Officer, "setResearchTarget", Input(2, null));
        Assert.Equal(["2 -"], await gateway.Database.Owner.ColumnAsync<string>(
            "select minimum || ' ' || coalesce(maximum::text, '-') from homeroom.research_target where school_id = $1 and school_year_id = $2 and level = 'city_key'", projects.School, year));
    }

    [Fact]
    [Trait("Rule", "P8")]
    public async Task What_an_inspection_found_is_mended_by_its_deadline_or_shown()
    {
        var project = await projects.MakeAsync("running", "检查");
        Assert.Equal("P8_THE_DEADLINE_IS_AFTER_THE_INSPECTION", await RefusedAsync(Office, "inspectResearchProject", new { projectId = project.Id, finding = "F", mendBy = "2026-11-15" }));
        Assert.Equal("INVALID_INPUT", await RefusedAsync(Office, "inspectResearchProject", new { projectId = project.Id, finding = "F", inspectedOn = "2026-11-17" }));
        var nothing = (await DoAsync(Office, "inspectResearchProject", new { projectId = project.Id, finding = "进展正常" }, "inspection { id }")).GetProperty("inspection").GetProperty("id").GetString();
        Assert.Equal("P8_WHAT_IS_MENDED_HAD_A_DEADLINE", await RefusedAsync(Office, "confirmInspectionMended", new { inspectionId = nothing, mendedOn = "2026-11-16" }));
        await DoAsync(Office, "inspectResearchProject", new { projectId = project.Id, finding = "记录不全", mendBy = "2026-11-30" });
        Assert.Equal("1", await gateway.Database.Owner.ScalarAsync<string>(
            "select count(*)::text from homeroom.research_inspection where research_project_id = $1 and mend_by is not null and mended_on is null", project.Key));
    }

    private async Task<string?> AskAsync(string mutation, object input) => (await DoAsync(Leader, mutation, input, "request { id }")).GetProperty("request").GetProperty("id").GetString();

    private async Task<System.Text.Json.JsonElement> DoAsync(string user, string mutation, object input, string selection = "__typename") =>
        await gateway.DoAsync(await projects.TokenAsync(user), mutation, input, selection);

    private async Task<string?> RefusedAsync(string user, string mutation, object input) => await gateway.RefusalAsync(await projects.TokenAsync(user), mutation, input);

    private string Teacher(long key) => new GlobalId("Teacher", new RowKey(projects.District, key)).ToString();

    /// <summary>A teacher of the school who leads nothing and has no account.</summary>
    private Task<long> TeacherAsync(int place) => gateway.Database.Owner.ScalarAsync<long>("""
        select e.teacher_id from homeroom.employment e
        where e.school_id = $1 and e.ends_on is null and not exists (select from access."grant" g where g.teacher_id = e.teacher_id)
          and not exists (select from homeroom.research_project p where p.leader_id = e.teacher_id and homeroom.project_is_unfinished(p.state))
        order by e.teacher_id offset $2 limit 1
        """, projects.School, place);

    private Task<string> DueOnAsync(ProjectInState project) =>
        gateway.Database.Owner.ScalarAsync<string>("select due_on::text from homeroom.research_project where research_project_id = $1", project.Key);

    private Task<string> ProjectAsync(ProjectInState project) => gateway.Database.Owner.ScalarAsync<string>("""
        select concat_ws(' ', p.title, (select count(*) from homeroom.research_member m where m.research_project_id = $1 and m.left_on is null), p.due_on)
        from homeroom.research_project p where p.research_project_id = $1
        """, project.Key);
}
