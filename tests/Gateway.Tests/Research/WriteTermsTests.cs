using System.Text.Json;
using HomeroomGraph.Gateway.Tests.Access;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Research;

/// <summary>The terms of a change: a version that is expected, and a key under which it is done once.</summary>
public sealed class WriteTermsTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    [Fact]
    public async Task The_same_key_and_input_give_the_same_answer_and_are_done_once()
    {
        var life = await ProjectLife.BeginAsync(gateway);
        var input = new { schoolId = life.School, title = "一次就好", level = "SCHOOL", idempotencyKey = "draft-1" };
        var first = await DraftAsync(life.Leader, input);
        Assert.Equal(first, await DraftAsync(life.Leader, input));
        Assert.Equal(1, await CountAsync("一次就好"));
        Assert.Equal("IdempotencyKeyReusedError IDEMPOTENCY_KEY_REUSED", await gateway.OutcomeAsync(life.Leader, "draftResearchProject", input with { title = "另一个" }));
        Assert.Equal("IdempotencyKeyReusedError IDEMPOTENCY_KEY_REUSED", await gateway.OutcomeAsync(life.Leader, "withdrawResearchProject", new { projectId = first, reason = "x", idempotencyKey = "draft-1" }));
        Assert.Equal(0, await CountAsync("另一个"));

        // Somebody else's key is another.
        Assert.NotEqual(first, await DraftAsync(await life.NewLeaderAsync(), input));
    }

    [Fact]
    public async Task Fifty_calls_with_one_key_have_one_effect()
    {
        var life = await ProjectLife.BeginAsync(gateway);
        var input = new { schoolId = life.School, title = "五十次", level = "SCHOOL", idempotencyKey = "fifty" };
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => DraftAsync(life.Leader, input)));
        Assert.Single(answers.Distinct());
        Assert.Equal(1, await CountAsync("五十次"));
    }

    [Fact]
    public async Task What_was_refused_may_be_sent_again_under_its_key()
    {
        var life = await ProjectLife.BeginAsync(gateway);
        var project = await life.DraftAsync();
        var submit = new { projectId = project, idempotencyKey = "again" };
        await gateway.DoAsync(life.Leader, "saveResearchApplication", new { projectId = project, background = (string?)null });
        Assert.Equal("RuleBrokenError P4_EVERY_PART_IS_STATED", await gateway.OutcomeAsync(life.Leader, "submitResearchProject", submit));
        await gateway.DoAsync(life.Leader, "saveResearchApplication", new { projectId = project, background = "背景" });
        Assert.Equal("done", await gateway.OutcomeAsync(life.Leader, "submitResearchProject", submit));
        // Done before, so it is not refused as a second submission.
        Assert.Equal("done", await gateway.OutcomeAsync(life.Leader, "submitResearchProject", submit));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task A_key_is_not_empty(string key)
    {
        var life = await ProjectLife.BeginAsync(gateway);
        Assert.Equal("InvalidInputError INVALID_INPUT", await gateway.OutcomeAsync(life.Leader, "draftResearchProject", new { schoolId = life.School, title = "空键", level = "SCHOOL", idempotencyKey = key }));
    }

    [Fact]
    public async Task Another_version_than_the_expected_is_refused_and_of_two_with_the_same_one_is_done()
    {
        var life = await ProjectLife.BeginAsync(gateway);
        var project = await life.DraftAsync();
        var version = (await gateway.PostAsync("query($id: ID!) { researchProject(id: $id) { version } }", new { id = project }, life.Leader))
            .GetProperty("data").GetProperty("researchProject").GetProperty("version").GetInt32();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(n =>
            gateway.FirstErrorAsync(life.Leader, "saveResearchApplication", new { projectId = project, background = $"背景{n}", expectedVersion = version })));
        Assert.Single(outcomes, error => error is null);
        Assert.All(outcomes.OfType<JsonElement>(), error => Assert.Equal(
            $"VERSION_CONFLICT {version + 1} input expectedVersion",
            $"{error.GetProperty("code").GetString()} {error.GetProperty("actualVersion").GetInt32()} {string.Join(' ', error.GetProperty("path").EnumerateArray().Select(p => p.GetString()))}"));
    }

    private async Task<string> DraftAsync(string token, object input) =>
        (await gateway.DoAsync(token, "draftResearchProject", input, "researchProject { id }")).GetProperty("researchProject").GetProperty("id").GetString()!;

    private Task<long> CountAsync(string title) => gateway.Database.Owner.ScalarAsync<long>("select count(*) from homeroom.research_project where title = $1", title);
}
