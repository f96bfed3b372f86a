using System.Text.Json;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Research;

/// <summary>Who sees which research project and which part of it (the domain's table of who may do what, rules P2, P5).</summary>
public sealed class ResearchReachTests(ResearchStory story) : IClassFixture<ResearchStory>
{
    private const string Titles = """{ researchProjects(where: {title: {in: ["草稿课题", "评审课题", "在研课题"]}}, order: [{createdOn: ASC}, {title: ASC}]) { totalCount nodes { title } } }""";

    private const string Parts = """
        query($id: ID!) { researchProject(id: $id) {
          title application { version background } members { totalCount } reviews { nodes { name comment } } opinions { totalCount } stateChanges { totalCount } milestones { totalCount } } }
        """;

    [Theory]
    [InlineData("leader", "草稿课题,评审课题")]
    [InlineData("member", "评审课题")]
    [InlineData("reviewer-done", "评审课题")]
    [InlineData("reviewer-open", "评审课题")]
    [InlineData("other-leader", "在研课题")]
    [InlineData("stranger", "")]
    [InlineData("group-head", "在研课题")]
    [InlineData("principal", "在研课题,评审课题")]
    [InlineData("leading-group", "在研课题,评审课题")]
    [InlineData("research-office", "在研课题,评审课题")]
    [InlineData("academic-affairs", "在研课题,评审课题")]
    [InlineData("analyst-370403", "在研课题,评审课题")]
    [InlineData("research-officer-370403", "在研课题,评审课题")]
    [InlineData("projects-client", "在研课题,评审课题")]
    [InlineData("papers-client", "")]
    [InlineData("moral-office", "")]
    [InlineData("grade-head", "")]
    [InlineData("analyst-371723", "")]
    [InlineData("auditor", "")]
    [InlineData("platform-admin", "")]
    public async Task Each_sees_the_projects_of_the_role_and_drafts_only_the_own(string user, string titles)
    {
        var projects = (await story.DataAsync(user, Titles)).GetProperty("researchProjects");
        string[] seen = [.. projects.GetProperty("nodes").EnumerateArray().Select(p => p.GetProperty("title").GetString()!).Order(StringComparer.Ordinal)];
        Assert.Equal(titles.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), seen);
        Assert.Equal(seen.Length, projects.GetProperty("totalCount").GetInt32());
    }

    /// <summary>A leader reads no colleague as a teacher, and names who stays by the id that the membership has.</summary>
    [Fact]
    [Trait("Rule", "P14")]
    public async Task A_leader_has_the_members_ids_without_reading_the_teachers()
    {
        const string query = """{ researchProjects(where: {title: {eq: "评审课题"}}) { nodes { members { nodes { role teacherId teacher { id } } } } } }""";
        var members = (await story.DataAsync("leader", query)).GetProperty("researchProjects").GetProperty("nodes")[0].GetProperty("members").GetProperty("nodes").EnumerateArray().ToList();
        var seen = (await story.DataAsync("research-office", query)).GetProperty("researchProjects").GetProperty("nodes")[0].GetProperty("members").GetProperty("nodes").EnumerateArray().ToList();
        Assert.Contains(members, member => member.GetProperty("teacher").ValueKind == JsonValueKind.Null);
        Assert.Equal(seen.Select(member => member.GetProperty("teacher").GetProperty("id").GetString()), members.Select(member => member.GetProperty("teacherId").GetString()));
    }

    [Theory]
    [Trait("Rule", "P5")]
    [InlineData("research-office", "先评的意见,-", 1)]
    [InlineData("reviewer-open", "-", 0)]
    [InlineData("reviewer-done", "先评的意见", 1)]
    [InlineData("leader", "", 0)]
    [InlineData("member", "", 0)]
    public async Task Reviews_are_seen_by_the_office_and_by_reviewers_after_their_own(string user, string comments, int opinions)
    {
        var project = await PartsAsync(user);
        Assert.Equal(comments.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), Comments(project));
        Assert.Equal(opinions, project.GetProperty("opinions").GetProperty("totalCount").GetInt32());
        Assert.Equal(1, project.GetProperty("application").GetProperty("version").GetInt32());
        Assert.Equal(2, project.GetProperty("members").GetProperty("totalCount").GetInt32());
    }

    /// <summary>Whatever else the reviewer is: the office reads all reviews, and one of the office who reviews reads none before the own is given.</summary>
    [Fact]
    [Trait("Rule", "P5")]
    public async Task One_of_the_office_who_reviews_sees_no_other_review_before_the_own()
    {
        await story.GrantAsync("office-alone", "research_office", story.School, teacher: null);
        Assert.Equal(["-", "先评的意见"], Comments(await PartsAsync("office-alone")));
        await story.GrantAsync("office-who-reviews", "research_office", story.School, teacher: null);
        await story.GrantAsync("office-who-reviews", "teacher", story.School, story.Teachers[3]);
        var project = await PartsAsync("office-who-reviews");
        Assert.Equal(["-"], Comments(project));
        Assert.Equal(0, project.GetProperty("opinions").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    [Trait("Rule", "P5")]
    public async Task A_reviewer_sees_the_application_and_not_the_way_of_the_project()
    {
        var project = await PartsAsync("reviewer-done");
        Assert.Equal(0, project.GetProperty("stateChanges").GetProperty("totalCount").GetInt32());
        Assert.Equal(2, (await PartsAsync("leader")).GetProperty("stateChanges").GetProperty("totalCount").GetInt32());
    }

    [Theory]
    [InlineData("stranger")]
    [InlineData("analyst-371723")]
    [InlineData("moral-office")]
    public async Task A_foreign_project_and_a_missing_one_look_the_same(string user)
    {
        var id = await IdAsync(story.InReview);
        Assert.Equal("""{"researchProject":null,"node":null}""", (await story.DataAsync(
            user, "query($id: ID!) { researchProject(id: $id) { title } node(id: $id) { id } }", new { id })).GetRawText());
    }

    [Theory]
    [InlineData("leader")]
    [InlineData("reviewer-open")]
    [InlineData("reviewer-done")]
    [InlineData("stranger")]
    [InlineData("group-head")]
    [InlineData("research-office")]
    [InlineData("moral-office")]
    [InlineData("projects-client")]
    [InlineData("papers-client")]
    [InlineData("analyst-370403")]
    public async Task Row_level_security_changes_no_answer(string user)
    {
        const string everything = """
            { researchProjects { totalCount nodes { title portfolioCompleteness missingPortfolioCategories memberCount isOverdue leadingMember { name } leader { name }
                applications { nodes { version members stages } } reviews { totalCount } opinions { totalCount } stateChanges { nodes { toState } } milestones { nodes { kind document { fileName } } } } }
              documents { totalCount nodes { fileName } } researchReviews { totalCount } researchTargets { totalCount }
              schools { nodes { runningProjectCount overdueProjectCount } } }
            """;
        Assert.Equal(await story.Demo.AskWithoutWallTwoAsync(user, everything), await story.Demo.AskAsync(user, everything));
    }

    private async Task<JsonElement> PartsAsync(string user) =>
        (await story.DataAsync(user, Parts, new { id = await IdAsync(story.InReview) })).GetProperty("researchProject");

    private async Task<string> IdAsync(long project)
    {
        var title = await story.Database.Owner.ScalarAsync<string>("select title from homeroom.research_project where research_project_id = $1", project);
        return (await story.DataAsync("research-office", "query($title: String!) { researchProjects(where: {title: {eq: $title}}) { nodes { id } } }", new { title }))
            .GetProperty("researchProjects").GetProperty("nodes")[0].GetProperty("id").GetString()!;
    }

    private static IEnumerable<string> Comments(JsonElement project) => project.GetProperty("reviews").GetProperty("nodes").EnumerateArray()
        .Select(r => r.GetProperty("comment").GetString() ?? "-").Order(StringComparer.Ordinal);
}
