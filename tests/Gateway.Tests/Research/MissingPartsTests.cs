using System.Text.Json;
using HomeroomGraph.Gateway.Tests.Access;

namespace HomeroomGraph.Gateway.Tests.Research;

/// <summary>What a submission lacks is told before it is sent, in the words of its refusal (rule P4).</summary>
public sealed class MissingPartsTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    [Fact]
    [Trait("Rule", "P4")]
    public async Task The_project_says_the_same_as_the_refusal_code_path_and_message()
    {
        var life = await ProjectLife.BeginAsync(gateway);
        var draft = await gateway.DoAsync(
            life.Leader, "draftResearchProject", new { schoolId = life.School, title = "未写完的课题", level = "SCHOOL", themes = Array.Empty<string>() }, "researchProject { id }");
        var id = draft.GetProperty("researchProject").GetProperty("id").GetString()!;
        var saved = await gateway.DoAsync(
            life.Leader, "saveResearchApplication", new { projectId = id, background = "背景", dueOn = "2027-01-31" }, "researchProject { missingParts { path } }");
        await gateway.DoAsync(life.Leader, "addResearchStage", new { projectId = id, goal = "调查", startsOn = "2026-12-01", dueOn = "2027-06-30" });
        Assert.DoesNotContain(saved.GetProperty("researchProject").GetProperty("missingParts").EnumerateArray(), part => part.GetProperty("path")[0].GetString() == "background");

        var told = (await gateway.PostAsync("query($id: ID!) { researchProject(id: $id) { missingParts { message path code rule detail } } }", new { id }, life.Leader))
            .GetProperty("data").GetProperty("researchProject").GetProperty("missingParts").EnumerateArray().ToList();
        var errors = (await gateway.MutateAsync(life.Leader, "submitResearchProject", new { projectId = id }, "errors { ... on Error { message code path } }")).GetProperty("errors");
        Assert.Equal(
            errors.EnumerateArray().Select(error => Line(error, error.GetProperty("path").EnumerateArray().Skip(1))).Order(StringComparer.Ordinal),
            told.Select(part => Line(part, part.GetProperty("path").EnumerateArray())).Order(StringComparer.Ordinal));
        Assert.Contains(told, part => part.GetProperty("message").GetString() == "This stage ends on 2027-06-30, after the project's due date. 该阶段的截止日期（2027-06-30）晚于课题的完成日期。");
        Assert.All(told, part => Assert.Matches("^P[0-9]+$", part.GetProperty("rule").GetString()));
    }

    private static string Line(JsonElement part, IEnumerable<JsonElement> path) =>
        $"{part.GetProperty("code").GetString()} {string.Join('.', path.Select(step => step.GetString()))} {part.GetProperty("message").GetString()}";
}
