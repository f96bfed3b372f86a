using System.Text.Json;
using HomeroomGraph.Gateway.Tests.Access;
using HomeroomGraph.Gateway.Tests.Archive;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Research;

/// <summary>A research office finds reviewers at other schools by name, and nobody else is told of them (rules P5, P15).</summary>
[Trait("Rule", "P5")]
public sealed class ReviewerCandidateTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    private const string Query = "query($id: ID!, $search: String) { researchProject(id: $id) { reviewerCandidates(search: $search) { title id name school why } } }";

    [Fact]
    [Trait("Rule", "P15")]
    public async Task The_office_finds_a_teacher_of_another_school_by_name_pinyin_or_initials_and_names_the_person()
    {
        var (life, project) = await SubmittedAsync();
        var (number, school) = await TeacherElsewhereAsync(life, "瞿晓棠", "qu xiao tang");
        foreach (var search in new[] { "瞿", "晓棠", "quxiao", "qxt" })
        {
            var found = Assert.Single((await CandidatesAsync(life.Office, project, search)).EnumerateArray(), one => one.GetProperty("name").GetString() == "瞿晓棠");
            Assert.Equal((school, "SENIOR", 0), (found.GetProperty("school").GetString(), found.GetProperty("title").GetString(), found.GetProperty("why").GetArrayLength()));
        }
        // Neither a number of the staff's nor one letter finds anybody.
        Assert.Empty((await CandidatesAsync(life.Office, project, number)).EnumerateArray());
        Assert.Empty((await CandidatesAsync(life.Office, project, "q")).EnumerateArray());
        Assert.Empty((await CandidatesAsync(life.Office, project, null)).EnumerateArray());

        var id = (await CandidatesAsync(life.Office, project, "瞿晓棠"))[0].GetProperty("id").GetString();
        await gateway.DoAsync(life.Office, "assignResearchReviewers", new { projectId = project, reviewerIds = life.Others.Skip(1).Take(2).Append(id) });

        // Who has it already can't be given it again, and is remembered as one who reviews for the school.
        Assert.Equal("""["P5_ONE_REVIEW_A_REVIEWER_AND_VERSION"]""", (await CandidatesAsync(life.Office, project, "瞿晓棠"))[0].GetProperty("why").GetRawText());
        Assert.Contains((await CandidatesAsync(life.Office, project, null)).EnumerateArray(), one => one.GetProperty("id").GetString() == id);
    }

    [Fact]
    public async Task Who_was_ever_a_member_is_shown_with_the_rule_and_refused()
    {
        var (life, project) = await SubmittedAsync();
        await TeacherElsewhereAsync(life, "綦毋潜", "qi wu qian");
        var id = (await CandidatesAsync(life.Office, project, "綦毋潜"))[0].GetProperty("id").GetString()!;
        await gateway.Database.Writer.ExecuteAsync(
            """
            insert into homeroom.research_member (district_id, school_id, research_project_id, teacher_id, name, role, duty, position, left_on)
            select district_id, school_id, research_project_id, $2, '綦毋潜', 'member', '数据', 9, '2026-11-01' from homeroom.research_project where research_project_id = $1
            """, DocumentCalls.KeyOf(project), DocumentCalls.KeyOf(id));
        Assert.Equal("""["P5_A_REVIEWER_IS_NO_MEMBER"]""", (await CandidatesAsync(life.Office, project, "綦毋潜"))[0].GetProperty("why").GetRawText());
        Assert.Equal("P5_A_REVIEWER_IS_NO_MEMBER", await gateway.RefusalAsync(
            life.Office, "assignResearchReviewers", new { projectId = project, reviewerIds = life.Others.Skip(1).Take(2).Append(id) }));
    }

    [Fact]
    public async Task Twenty_at_most_come_however_many_there_are()
    {
        var (life, project) = await SubmittedAsync();
        for (var number = 0; number < 23; number++)
            await TeacherElsewhereAsync(life, $"亓官{(char)('甲' + number)}", "qi guan x");
        Assert.Equal(20, (await CandidatesAsync(life.Office, project, "亓官")).GetArrayLength());
    }

    [Fact]
    public async Task Nobody_else_is_told_and_the_office_only_while_it_assigns()
    {
        var (life, project) = await SubmittedAsync();
        await TeacherElsewhereAsync(life, "郗鉴", "xi jian");
        foreach (var user in new[] { "principal", "academic-affairs", "analyst-370403", "research-officer-370403" })
            Assert.Equal(JsonValueKind.Null, (await CandidatesAsync(await gateway.SignInAsync(user), project, "郗鉴")).ValueKind);
        Assert.Equal(JsonValueKind.Null, (await CandidatesAsync(life.Leader, project, "郗鉴")).ValueKind);
        // The function in the database asks as its owner: without a session of the school it tells nothing.
        Assert.Equal("[]", await gateway.Database.Owner.ScalarAsync<string>(
            "select reach.reviewer_candidates($1, $2, '郗鉴', '2026-11-16')::text", ProjectLife.DistrictOf(project), DocumentCalls.KeyOf(project)));

        Assert.NotEmpty((await CandidatesAsync(life.Office, project, "郗鉴")).EnumerateArray());
        await gateway.DoAsync(life.Leader, "withdrawResearchProject", new { projectId = project, reason = "调整" });
        Assert.Empty((await CandidatesAsync(life.Office, project, "郗鉴")).EnumerateArray());
    }

    private async Task<(ProjectLife Life, string Project)> SubmittedAsync()
    {
        var life = await ProjectLife.BeginAsync(gateway);
        var project = await life.DraftAsync();
        await life.SubmitAsync(project);
        return (life, project);
    }

    private async Task<JsonElement> CandidatesAsync(string token, string project, string? search) =>
        (await gateway.PostAsync(Query, new { id = project, search }, token)).GetProperty("data").GetProperty("researchProject").GetProperty("reviewerCandidates");

    /// <summary>A teacher at another school of the district: the staff number, and the school.</summary>
    private async Task<(string Number, string School)> TeacherElsewhereAsync(ProjectLife life, string name, string pinyin)
    {
        var number = "E" + Guid.NewGuid().ToString("N")[..11];
        var school = await gateway.Database.Owner.ScalarAsync<string>(
            """
            with school as (select s.* from homeroom.school s where s.district_id = $1 and s.school_id <> $2 order by s.school_id limit 1),
            teacher as (insert into homeroom.teacher (district_id, staff_number, name, pinyin) values ($1, $3, $4, $5) returning teacher_id),
            employed as (
                insert into homeroom.employment (district_id, teacher_id, school_id, starts_on) select $1, teacher_id, school_id, '2020-09-01' from teacher, school),
            titled as (insert into homeroom.teacher_title (district_id, teacher_id, title, starts_on) select $1, teacher_id, 'senior', '2022-09-01' from teacher)
            select name from school
            """, ProjectLife.DistrictOf(life.School), DocumentCalls.KeyOf(life.School), number, name, pinyin);
        return (number, school);
    }
}
