using System.Text.Json;
using HomeroomGraph.Gateway.Tests.Access;
using HomeroomGraph.Gateway.Tests.Archive;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Research;

/// <summary>Takes projects of the demo's first school through their life by the API, as the people whose part it is.</summary>
internal sealed class ProjectLife(GatewayFixture gateway)
{
    private int uploads;

    public string Leader { get; private set; } = "";
    public string Office { get; private set; } = "";
    public string Officer { get; private set; } = "";
    public string School { get; private set; } = "";

    /// <summary>Teachers of the school who have no account and lead nothing.</summary>
    public IReadOnlyList<string> Others { get; private set; } = [];

    /// <summary>Signs them in. The leader is an account of its own, so a leader's one project is no other test's.</summary>
    public static async Task<ProjectLife> BeginAsync(GatewayFixture gateway)
    {
        var life = new ProjectLife(gateway)
        {
            Office = await gateway.SignInAsync("research-office"),
            Officer = await gateway.SignInAsync("research-officer-370403"),
        };
        life.School = await gateway.OwnSchoolAsync(life.Office);
        life.Leader = await life.NewLeaderAsync();
        var free = await gateway.PostAsync(
            """
            { teachers(first: 40, where: { status: { eq: ACTIVE }, name: { neq: "新主持人" }, ledProjects: { none: {} }, researchMemberships: { none: {} } }, order: [{ staffNumber: DESC }]) { nodes { id } } }
            """, token: life.Office);
        life.Others = [.. free.GetProperty("data").GetProperty("teachers").GetProperty("nodes").EnumerateArray().Select(t => t.GetProperty("id").GetString()!)];
        return life;
    }

    /// <summary>A teacher who is new at the school, signed in.</summary>
    public async Task<string> NewLeaderAsync()
    {
        var (district, school) = (DistrictOf(School), DocumentCalls.KeyOf(School));
        var number = Guid.NewGuid().ToString("N")[..12];
        var teacher = await gateway.Database.Owner.ScalarAsync<long>(
            """
            with teacher as (
                insert into homeroom.teacher (district_id, staff_number, name, pinyin) values ($1, $3, '新主持人', 'xin zhu chi ren') returning teacher_id)
            insert into homeroom.employment (district_id, teacher_id, school_id, starts_on) select $1, teacher_id, $2, '2020-09-01' from teacher returning teacher_id
            """, district, school, number);
        var account = await gateway.Database.Owner.ScalarAsync<Guid>(
            """
            with account as (
                insert into access.account (account_id, user_name, normalized_user_name, display_name, security_stamp, district_id, school_id)
                values (gen_random_uuid(), $3, upper($3), '新主持人', 'stamp', $1, $2) returning account_id)
            insert into access."grant" (account_id, role, district_id, school_id, teacher_id) select account_id, 'teacher', $1, $2, $4 from account returning account_id
            """, district, school, "leader-" + number, teacher);
        return await gateway.TokenOfAsync(account);
    }

    /// <summary>A complete draft.</summary>
    public async Task<string> DraftAsync(string level = "SCHOOL", string? leader = null, string title = "班级自治研究")
    {
        leader ??= Leader;
        var draft = await gateway.DoAsync(leader, "draftResearchProject", new { schoolId = School, title, level, themes = new[] { "MORAL_EDUCATION" } }, "researchProject { id members { nodes { id } } }");
        var project = draft.GetProperty("researchProject").GetProperty("id").GetString()!;
        var self = draft.GetProperty("researchProject").GetProperty("members").GetProperty("nodes")[0].GetProperty("id").GetString();
        await gateway.DoAsync(leader, "saveResearchApplication", new
        {
            projectId = project, background = "背景", significance = "意义", academicValue = "价值", necessity = "必要", feasibility = "可行", innovation = "创新", plan = "方案", expectedResults = "成果", dueOn = "2027-12-31",
        });
        await gateway.DoAsync(leader, "changeResearchMember", new { memberId = self, task = "统筹" });
        await gateway.DoAsync(leader, "addResearchMember", new { projectId = project, teacherId = Others[0], duty = "问卷", task = "问卷调查" });
        await gateway.DoAsync(leader, "addResearchStage", new { projectId = project, goal = "调查", startsOn = "2026-12-01", dueOn = "2027-06-30" });
        return project;
    }

    public Task SubmitAsync(string project, string? leader = null) => gateway.DoAsync(leader ?? Leader, "submitResearchProject", new { projectId = project });

    public Task AssignAsync(string project) => gateway.DoAsync(Office, "assignResearchReviewers", new { projectId = project, reviewerIds = Others.Skip(1).Take(3) });

    /// <summary>Every review is given: straight into the database, for the reviewers have no accounts.</summary>
    public async Task<string> ReviewedAsync(string level = "SCHOOL", string? leader = null)
    {
        var project = await DraftAsync(level, leader);
        await SubmitAsync(project, leader);
        await AssignAsync(project);
        await GiveReviewsAsync(project);
        return project;
    }

    public Task GiveReviewsAsync(string project) => gateway.Database.Writer.ExecuteAsync(
        """
        update homeroom.research_review set state = 'submitted', scientific = 80, advancement = 80, feasibility = 80, comment = '可行', submitted_at = '2026-11-01T08:00:00Z'
        where research_project_id = $1 and state = 'assigned'
        """, DocumentCalls.KeyOf(project));

    public async Task<string> ApprovedAsync(string? leader = null)
    {
        var project = await ReviewedAsync(leader: leader);
        await gateway.DoAsync(Office, "approveResearchProject", new { projectId = project });
        return project;
    }

    public async Task<string> RequestAsync(string project, string kind, string? leader = null) =>
        (await gateway.DoAsync(leader ?? Leader, "requestResearchMilestone", await MilestoneAsync(project, kind, leader), "request { id }")).GetProperty("request").GetProperty("id").GetString()!;

    public async Task<object> MilestoneAsync(string project, string kind, string? leader = null) =>
        new { projectId = project, kind, documentId = await DocumentAsync(leader), results = "研究报告一份", reason = "调离" };

    public Task GrantAsync(string request) => gateway.DoAsync(
        Office, "decideResearchMilestone", new { requestId = request, decision = "GRANTED", conclusion = "同意", grade = "GOOD" });

    public async Task<string> RunningAsync(string? leader = null)
    {
        var project = await ApprovedAsync(leader);
        await GrantAsync(await RequestAsync(project, "OPENING", leader));
        return project;
    }

    /// <summary>What closing needs.</summary>
    public async Task FillPortfolioAsync(string project)
    {
        foreach (var category in new[] { "PLAN", "RESEARCH_NOTES", "SURVEY_DATA", "PROCESS_EVALUATION", "CASES", "PICTURES_AND_RECORDINGS", "STAGE_SUMMARIES", "EXPERIENCE_ARTICLES", "REFERENCES" })
            await gateway.DoAsync(Leader, "addPortfolioItem", new { projectId = project, category, title = "材料", body = "正文" });
    }

    public Task<string> DocumentAsync(string? leader = null) => gateway.UploadAsync(
        leader ?? Leader, System.Text.Encoding.UTF8.GetBytes($"报告 {Interlocked.Increment(ref uploads)} {Guid.NewGuid()}"), "报告.txt", "text/plain", School);

    public static int DistrictOf(string id) => GraphQL.Paging.GlobalId.TryParse(id, out var parsed) ? parsed.Key.DistrictId : throw new FormatException(id);
}

/// <summary>What came of a mutation: <c>done</c>, or the first error's type and code.</summary>
internal static class ProjectOutcome
{
    public static async Task<string> OutcomeAsync(this GatewayFixture gateway, string token, string name, object input)
    {
        var error = await gateway.FirstErrorAsync(token, name, input);
        return error is { } first ? $"{first.GetProperty("__typename").GetString()} {first.GetProperty("code").GetString()}" : "done";
    }

    /// <summary>The first error with all that it tells; null where it was done.</summary>
    public static async Task<JsonElement?> FirstErrorAsync(this GatewayFixture gateway, string token, string name, object input)
    {
        var query = $$"""
            mutation($input: {{char.ToUpperInvariant(name[0])}}{{name[1..]}}Input!) { {{name}}(input: $input) { errors {
              __typename ... on Error { code message path } ... on RuleBrokenError { rule } ... on StepTakenError { state takenBy takenAt } ... on VersionConflictError { actualVersion }
            } } }
            """;
        var answer = await gateway.PostAsync(query, new { input }, token);
        var errors = answer.GetProperty("data").GetProperty(name).GetProperty("errors");
        return errors.GetArrayLength() == 0 ? null : errors[0];
    }
}
