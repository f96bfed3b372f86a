using System.Text.Json;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Research;

/// <summary>What is asked of research projects (rules P6, P9, P10, P12).</summary>
public sealed class ResearchQueryTests(ResearchStory story) : IClassFixture<ResearchStory>
{
    [Fact]
    [Trait("Rule", "P10")]
    public async Task A_project_is_overdue_after_its_due_date_until_an_extension_is_granted()
    {
        const string query = """{ researchProjects(where: {title: {eq: "延期课题"}}) { nodes { dueOn before: isOverdue(on: "2027-06-30") after: isOverdue(on: "2027-07-01") extensionRequests { nodes { decision grantNumber } } } } }""";
        var project = await story.Records.ApprovedAsync(story.Teachers[5], "延期课题");
        Assert.Equal(
            """{"dueOn":"2027-06-30","before":false,"after":true,"extensionRequests":{"nodes":[]}}""", await OneAsync(query));
        var request = await story.Records.ExtensionRequestAsync(project, "2027-05-10", "2027-12-31");
        await story.Database.Writer.ExecuteAsync("""
            update homeroom.research_extension_request set decision = 'granted', granted_until = '2027-12-31', decided_on = '2027-05-20', decided_by = '区教研室'
            where research_extension_request_id = $1
            """, request);
        Assert.Equal(
            """{"dueOn":"2027-12-31","before":false,"after":false,"extensionRequests":{"nodes":[{"decision":"GRANTED","grantNumber":1}]}}""", await OneAsync(query));
    }

    [Fact]
    [Trait("Rule", "P6")]
    public async Task After_the_decision_leader_and_members_read_the_reviews_and_versions_stay_side_by_side()
    {
        var project = await ReviewedAsync("修改课题");
        const string query = """
            { researchProjects(where: {title: {eq: "修改课题"}}) { nodes { state application { version state } applications { nodes { version background outcome } } reviews { nodes { comment } } opinions { nodes { opinion answer } } } } }
            """;
        Assert.Equal(
            """{"state":"IN_REVIEW","application":{"version":1,"state":"SUBMITTED"},"applications":{"nodes":[{"version":1,"background":"背景","outcome":null}]},"reviews":{"nodes":[]},"opinions":{"nodes":[]}}""",
            await OneAsync(query, "member"));
        await story.Records.StepAsync(project, "in_review", "revision_requested");
        await story.Records.ApplicationAsync(project, "draft", "新背景");
        Assert.Equal(
            """{"state":"REVISION_REQUESTED","application":{"version":2,"state":"DRAFT"},"applications":{"nodes":[{"version":2,"background":"新背景","outcome":null},{"version":1,"background":"背景","outcome":"REVISION"}]},"reviews":{"nodes":[{"comment":"可行"},{"comment":"可行"}]},"opinions":{"nodes":[{"opinion":"缩小范围","answer":null}]}}""",
            await OneAsync(query, "member"));
        Assert.Contains("\"application\":{\"version\":1,\"state\":\"SUBMITTED\"}", await OneAsync(query, "research-office"), StringComparison.Ordinal);
        await story.Records.StepAsync(project, "revision_requested", "withdrawn");
    }

    [Fact]
    [Trait("Rule", "P8")]
    public async Task What_is_not_mended_by_its_deadline_is_shown_as_late_until_it_is()
    {
        const string query = """{ researchProjects(where: {title: {eq: "整改课题"}}) { nodes { inspections { nodes { onTime: isOverdue(on: "2026-11-20") late: isOverdue(on: "2026-11-21") } } } } }""";
        var project = await story.Records.ApprovedAsync(story.Teachers[6], "整改课题");
        await story.Database.Writer.ExecuteAsync("""
            insert into homeroom.research_inspection (district_id, school_id, research_project_id, inspected_on, inspected_by, finding, mend_by)
            values ($1, $2, $3, '2026-11-02', '教科室', '记录不全', '2026-11-20')
            """, story.District, story.School, project);
        Assert.Equal("""{"inspections":{"nodes":[{"onTime":false,"late":true}]}}""", await OneAsync(query));
        await story.Database.Writer.ExecuteAsync("update homeroom.research_inspection set mended_on = '2026-11-10' where research_project_id = $1", project);
        Assert.Equal("""{"inspections":{"nodes":[{"onTime":false,"late":false}]}}""", await OneAsync(query));
    }

    [Fact]
    [Trait("Rule", "P9")]
    public async Task The_portfolio_says_how_complete_it_is_and_what_is_missing()
    {
        const string query = """{ researchProjects(where: {title: {eq: "在研课题"}}) { nodes { portfolioCompleteness missingPortfolioCategories } } }""";
        Assert.Equal(
            """{"portfolioCompleteness":0,"missingPortfolioCategories":["PLAN","RESEARCH_NOTES","SURVEY_DATA","PROCESS_EVALUATION","CASES","STAGE_SUMMARIES","EXPERIENCE_ARTICLES","REFERENCES"]}""",
            Compact(await OneAsync(query)));
        await story.Database.Writer.ExecuteAsync("""
            insert into homeroom.research_portfolio_item (district_id, school_id, research_project_id, category, title, body, added_on, added_by)
            select $1, $2, $3, c, 'T', '正文', '2026-11-01', '成员' from unnest('{plan, research_notes, survey_data, process_evaluation, cases, stage_summaries, references}'::text[]) c
            """, story.District, story.School, story.Running);
        Assert.Equal("""{"portfolioCompleteness":87,"missingPortfolioCategories":["EXPERIENCE_ARTICLES"]}""", Compact(await OneAsync(query)));
    }

    [Fact]
    [Trait("Rule", "P12")]
    public async Task A_target_says_where_the_school_stands()
    {
        await story.Database.Writer.ExecuteAsync("""
            insert into homeroom.research_target (district_id, school_id, school_year_id, level, minimum, maximum)
            select y.district_id, $2, y.school_year_id, l, 1, 2 from homeroom.school_year y, unnest('{county, city_key}'::text[]) l
            where y.district_id = $1 and y.starts_on <= '2026-11-16' and y.ends_on > '2026-11-16'
            """, story.District, story.School);
        var targets = (await story.DataAsync("principal", "{ researchTargets(order: [{level: ASC}]) { nodes { level minimum projectCount isMet } } }"))
            .GetProperty("researchTargets").GetProperty("nodes");
        Assert.Equal("""{"level":"CITY_KEY","minimum":1,"projectCount":0,"isMet":false}""", targets[0].GetRawText());
        Assert.True(targets[1].GetProperty("isMet").GetBoolean());
        Assert.True(targets[1].GetProperty("projectCount").GetInt32() >= 1);
    }

    private async Task<string> OneAsync(string query, string user = "research-office")
    {
        var nodes = (await story.DataAsync(user, query)).GetProperty("researchProjects").GetProperty("nodes");
        return Assert.Single(nodes.EnumerateArray()).GetRawText();
    }

    private static string Compact(string json) => JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement);

    /// <summary>A project in review of a leader of its own, with two reviews given and one opinion; the account <c>member</c> is its member.</summary>
    private async Task<long> ReviewedAsync(string title)
    {
        var leader = await story.Database.Writer.ScalarAsync<long>(
            "insert into homeroom.teacher (district_id, staff_number, name, pinyin) values ($1, $2, '新教师', 'xin jiao shi') returning teacher_id", story.District, title);
        var project = await story.Records.SubmittedAsync(leader, "county", title, story.Teachers[1]);
        var application = await story.Database.Owner.ScalarAsync<long>(
            "select research_application_id from homeroom.research_application where research_project_id = $1", project);
        await story.Records.ReviewAsync(application, story.Teachers[2]);
        await story.Records.ReviewAsync(application, story.Teachers[3]);
        await story.Records.StepAsync(project, "submitted", "in_review");
        await story.Records.OpinionAsync(application, "缩小范围");
        return project;
    }
}
