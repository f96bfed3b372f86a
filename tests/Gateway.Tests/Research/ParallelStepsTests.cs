using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Research;

/// <summary>Of fifty who take the same step at the same time one does, and the others are told who was first (rule P11).</summary>
public sealed class ParallelStepsTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    private const int Attempts = 50;

    [Fact]
    [Trait("Rule", "P11")]
    public async Task Fifty_at_each_step_of_a_life_are_one()
    {
        var life = await ProjectLife.BeginAsync(gateway);
        var project = await life.DraftAsync();
        await OneOfManyAsync(life.Leader, "submitResearchProject", new { projectId = project }, "SUBMITTED", "新主持人");
        await OneOfManyAsync(life.Office, "assignResearchReviewers", new { projectId = project, reviewerIds = life.Others.Skip(1).Take(3) }, "IN_REVIEW", "薛城实验小学教科室");
        await life.GiveReviewsAsync(project);
        await OneOfManyAsync(life.Office, "requestResearchRevision", new { projectId = project, opinions = new[] { "缩小范围" } }, "REVISION_REQUESTED", "薛城实验小学教科室");
        var opinion = await gateway.Database.Owner.ScalarAsync<long>("select research_opinion_id from homeroom.research_opinion where research_project_id = $1", Archive.DocumentCalls.KeyOf(project));
        await gateway.Database.Writer.ExecuteAsync("update homeroom.research_opinion set answer = '已改', answered_at = '2026-11-01T08:00:00Z' where research_opinion_id = $1", opinion);
        await OneOfManyAsync(life.Leader, "submitResearchProject", new { projectId = project }, "SUBMITTED", "新主持人");
        await life.AssignAsync(project);
        await life.GiveReviewsAsync(project);
        await OneOfManyAsync(life.Office, "approveResearchProject", new { projectId = project }, "APPROVED", "薛城实验小学教科室");

        await OneOfManyAsync(life.Leader, "requestResearchMilestone", await life.MilestoneAsync(project, "OPENING"), "OPEN", "新主持人");
        await OneOfManyAsync(life.Office, "decideResearchMilestone", new { requestId = await OpenAsync(project), decision = "GRANTED" }, "RUNNING", "薛城实验小学教科室");
        await OneOfManyAsync(life.Leader, "requestResearchExtension", new { projectId = project, requestedUntil = "2028-06-30", reason = "样本不足", documentId = await life.DocumentAsync() }, "OPEN", "新主持人");
        await OneOfManyAsync(life.Leader, "requestResearchChange", new { projectId = project, kind = "TITLE", title = "新题目", reason = "更准确" }, "OPEN", "新主持人");
        await OneOfManyAsync(life.Leader, "requestResearchMilestone", await life.MilestoneAsync(project, "MIDTERM"), "OPEN", "新主持人");
        await OneOfManyAsync(life.Office, "decideResearchMilestone", new { requestId = await OpenAsync(project), decision = "GRANTED" }, "GRANTED", "薛城实验小学教科室");
        await life.FillPortfolioAsync(project);
        await OneOfManyAsync(life.Leader, "requestResearchMilestone", await life.MilestoneAsync(project, "CLOSING"), "OPEN", "新主持人");
        await OneOfManyAsync(
            life.Office, "decideResearchMilestone", new { requestId = await OpenAsync(project), decision = "GRANTED", conclusion = "同意结题", grade = "GOOD" }, "CLOSED", "薛城实验小学教科室");
    }

    [Fact]
    [Trait("Rule", "P2")]
    public async Task Of_a_leader_s_many_drafts_submitted_at_once_one_is()
    {
        var life = await ProjectLife.BeginAsync(gateway);
        var drafts = new List<string>();
        for (var n = 0; n < 6; n++)
            drafts.Add(await life.DraftAsync(title: $"课题{n}"));
        var outcomes = await Task.WhenAll(drafts.Select(draft => gateway.OutcomeAsync(life.Leader, "submitResearchProject", new { projectId = draft })));
        Assert.Single(outcomes, "done");
        Assert.Equal(5, outcomes.Count("RuleBrokenError P2_ONE_UNFINISHED_PROJECT".Equals));
    }

    private async Task OneOfManyAsync(string token, string mutation, object input, string state, string by)
    {
        var errors = await Task.WhenAll(Enumerable.Range(0, Attempts).Select(_ => gateway.FirstErrorAsync(token, mutation, input)));
        Assert.Single(errors, error => error is null);
        Assert.All(errors.Where(error => error is not null), error =>
            Assert.Equal($"StepTakenError {state} {by}", $"{error!.Value.GetProperty("__typename").GetString()} {(error.Value.TryGetProperty("state", out var now) ? now.GetString() : error.Value.ToString())} {(error.Value.TryGetProperty("takenBy", out var who) ? who.GetString() : "")}"));
    }

    private async Task<string> OpenAsync(string project)
    {
        var answer = await gateway.PostAsync(
            "query($id: ID!) { researchProject(id: $id) { milestoneRequests(where: { decision: { eq: null } }) { nodes { id } } } }", new { id = project }, await gateway.SignInAsync("research-office"));
        return answer.GetProperty("data").GetProperty("researchProject").GetProperty("milestoneRequests").GetProperty("nodes")[0].GetProperty("id").GetString()!;
    }
}
