using HomeroomGraph.Gateway.Tests.Access;
using HomeroomGraph.Gateway.Tests.Archive;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Research;

/// <summary>Which subjects have no project is told by name, and is what the figure of coverage counts (rule P13).</summary>
[Trait("Rule", "P13")]
public sealed class UncoveredGroupTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    private const string Query = """
        { schools { nodes { id researchGroupsWithoutProject { nodes { name } totalCount } researchCoverageFigures(where: { scope: { eq: SCHOOL } }) { nodes { subjectCount coveredSubjectCount } } } } }
        """;

    [Fact]
    public async Task A_subjects_group_is_named_until_a_project_of_its_subject_runs_at_the_school_and_again_when_it_has_ended()
    {
        var office = await gateway.SignInAsync("research-office");
        var (school, district) = (DocumentCalls.KeyOf(await gateway.OwnSchoolAsync(office)), ProjectLife.DistrictOf(await gateway.OwnSchoolAsync(office)));
        await gateway.Database.Writer.ExecuteAsync(
            """
            with made as (insert into homeroom.subject (district_id, code, name) values ($1, 'P13', '书法') returning subject_id)
            insert into homeroom.research_group (district_id, school_id, kind, subject_id, name) select $1, $2, 'subject', subject_id, '书法教研组' from made
            """, district, school);
        Assert.Contains("书法教研组", await NamesAsync(office));

        var life = await ProjectLife.BeginAsync(gateway);
        var project = await life.ApprovedAsync();
        await gateway.Database.Writer.ExecuteAsync(
            "update homeroom.research_project set subject_id = (select subject_id from homeroom.subject where district_id = $1 and code = 'P13') where district_id = $1 and research_project_id = $2",
            district, DocumentCalls.KeyOf(project));
        Assert.DoesNotContain("书法教研组", await NamesAsync(office));

        await gateway.DoAsync(office, "terminateResearchProject", new { projectId = project, reason = "负责人调离", documentId = await gateway.UploadAsync(office, SampleFiles.Pdf("撤项")) });
        await gateway.Database.Writer.ExecuteAsync("update homeroom.research_project set ended_on = '2026-11-01', approved_on = '2026-10-01' where research_project_id = $1", DocumentCalls.KeyOf(project));
        Assert.Contains("书法教研组", await NamesAsync(office));

        // A teacher, who reads no research of the school, is not told.
        Assert.Empty(await NamesAsync(life.Leader));
    }

    private async Task<IReadOnlyList<string>> NamesAsync(string token)
    {
        var school = (await gateway.PostAsync(Query, token: token)).GetProperty("data").GetProperty("schools").GetProperty("nodes")[0];
        var groups = school.GetProperty("researchGroupsWithoutProject");
        foreach (var figure in school.GetProperty("researchCoverageFigures").GetProperty("nodes").EnumerateArray())
            Assert.Equal(figure.GetProperty("subjectCount").GetInt32() - figure.GetProperty("coveredSubjectCount").GetInt32(), groups.GetProperty("totalCount").GetInt32());
        return [.. groups.GetProperty("nodes").EnumerateArray().Select(group => group.GetProperty("name").GetString()!)];
    }
}
