using System.Text.Json;
using HomeroomGraph.Gateway.Settings;
using HomeroomGraph.Gateway.Tests.Access;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Research;

/// <summary>Of fifty who take a step at once one does, and the others are told who was first (rules P2, P11); fifty calls with one key are one (contract).</summary>
public sealed class ParallelStepTests(ManyAtOnceFixture gateway) : IClassFixture<ManyAtOnceFixture>
{
    private const string Leader = ProjectsInStates.Leader, Office = ProjectsInStates.Office, Officer = ProjectsInStates.Officer;
    private const int Many = 50;

    private readonly ProjectsInStates projects = new(gateway);

    /// <summary>Where the project is, what is tried, by whom, and where it is then.</summary>
    public static TheoryData<string, string, string, string> Steps { get; } = new()
    {
        { "draft", "submitResearchProject", Leader, "SUBMITTED" },
        { "submitted", "withdrawResearchProject", Leader, "WITHDRAWN" },
        { "in_review", "requestResearchRevision", Office, "REVISION_REQUESTED" },
        { "in_review", "rejectResearchProject", Office, "REJECTED" },
        { "in_review", "recommendResearchProject", Office, "RECOMMENDED" },
        { "recommended", "recordResearchDecision", Officer, "APPROVED" },
        { "running", "terminateResearchProject", Officer, "TERMINATED" },
    };

    [Theory]
    [Trait("Rule", "P11")]
    [MemberData(nameof(Steps))]
    public async Task Of_fifty_at_once_one_takes_the_step_and_the_others_are_told_who(string state, string mutation, string byWhom, string then)
    {
        var project = await projects.MakeAsync(state, $"{mutation} 50");
        var token = await projects.TokenAsync(byWhom);
        var input = new Dictionary<string, object?> { ["projectId"] = project.Id };
        foreach (var (field, value) in await MoreOfAsync(mutation)) input[field] = value;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => OutcomeAsync(token, mutation, input)));

        Assert.Single(outcomes, "done");
        var name = await gateway.Database.Owner.ScalarAsync<string>(
            "select changed_by from homeroom.research_state_change where research_project_id = $1 and to_state = $2", project.Key, then.ToLowerInvariant());
        Assert.Equal(Many - 1, outcomes.Count(outcome => outcome == $"StepTakenError {then} {name}"));
    }

    /// <summary>Different steps from one state: still one.</summary>
    [Fact]
    [Trait("Rule", "P11")]
    public async Task Of_different_steps_at_once_one_is_taken()
    {
        var project = await projects.MakeAsync("in_review", "各不相同");
        var (leader, office) = (await projects.TokenAsync(Leader), await projects.TokenAsync(Office));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, Many).Select(n => (n % 4) switch
        {
            0 => OutcomeAsync(office, "rejectResearchProject", new { projectId = project.Id, reason = "R" }),
            1 => OutcomeAsync(office, "recommendResearchProject", new { projectId = project.Id }),
            2 => OutcomeAsync(leader, "withdrawResearchProject", new { projectId = project.Id, reason = "R" }),
            _ => OutcomeAsync(office, "rejectResearchProject", new { projectId = project.Id, reason = "R2" }),
        }));
        // A recommended project can still be withdrawn; what else follows one another would be a step twice.
        var steps = await gateway.Database.Owner.ColumnAsync<string>(
            "select to_state from homeroom.research_state_change where research_project_id = $1 and number > 2 order by number", project.Key);
        Assert.Equal(outcomes.Count(outcome => outcome == "done"), steps.Count);
        Assert.Contains(string.Join(' ', steps), new[] { "rejected", "withdrawn", "recommended", "recommended withdrawn" });
        Assert.All(outcomes.Where(outcome => outcome != "done"), outcome => Assert.StartsWith("StepTakenError ", outcome, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "P11")]
    public async Task Of_fifty_decisions_on_a_milestone_one_counts()
    {
        var project = await projects.MakeAsync("approved", "开题 50");
        var leader = await projects.TokenAsync(Leader);
        var asked = await gateway.DoAsync(leader, "requestResearchMilestone",
            new { projectId = project.Id, kind = "OPENING", documentId = await projects.DocumentOfAsync(Leader) }, "request { id }");
        var requestId = asked.GetProperty("request").GetProperty("id").GetString();
        var office = await projects.TokenAsync(Office);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => OutcomeAsync(office, "decideResearchMilestone", new { requestId, decision = "GRANTED" })));
        Assert.Single(outcomes, "done");
        Assert.Equal(Many - 1, outcomes.Count(outcome => outcome.StartsWith("StepTakenError ", StringComparison.Ordinal)));
        Assert.Equal(1, await gateway.Database.Owner.ScalarAsync<long>("select count(*) from homeroom.research_milestone where research_project_id = $1", project.Key));
    }

    [Fact]
    [Trait("Rule", "P2")]
    public async Task Of_a_leaders_projects_submitted_at_once_one_is()
    {
        await projects.MakeAsync("draft", "并行申报");
        var leader = await projects.TokenAsync(Leader);
        var drafts = new List<long>();
        for (int n = 0; n < 10; n++)
        {
            drafts.Add(await projects.Records.DraftAsync(projects.LeaderId, "county", $"并行申报 {n}"));
            await projects.Records.ApplicationAsync(drafts[^1], "draft");
        }
        var outcomes = await Task.WhenAll(drafts.Select(draft => OutcomeAsync(leader, "submitResearchProject", new { projectId = projects.IdOf("ResearchProject", draft) })));
        Assert.Single(outcomes, "done");
        Assert.Equal(drafts.Count - 1, outcomes.Count(outcome => outcome == "RuleBrokenError P2_ONE_UNFINISHED_PROJECT"));
        Assert.Equal(1, await gateway.Database.Owner.ScalarAsync<long>(
            "select count(*) from homeroom.research_project where leader_id = $1 and homeroom.project_is_unfinished(state)", projects.LeaderId));
    }

    [Fact]
    public async Task Fifty_calls_with_one_key_have_one_effect_and_one_answer()
    {
        var project = await projects.MakeAsync("running", "同一键");
        var leader = await projects.TokenAsync(Leader);
        var input = new { projectId = project.Id, category = "CASES", title = "案例", body = "正文", idempotencyKey = $"key-{Guid.NewGuid()}" };

        var items = await Task.WhenAll(Enumerable.Range(0, Many).Select(async _ =>
            (await gateway.DoAsync(leader, "addPortfolioItem", input, "item { id }")).GetProperty("item").GetProperty("id").GetString()));

        Assert.Single(items.Distinct());
        Assert.Equal(1, await gateway.Database.Owner.ScalarAsync<long>("select count(*) from homeroom.research_portfolio_item where research_project_id = $1", project.Key));
        // Another input under the key, and the key under another account: an error, and another effect.
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", await gateway.RefusalAsync(leader, "addPortfolioItem", new { input.projectId, input.category, title = "另一案例", input.body, input.idempotencyKey }));
        Assert.Equal("IDEMPOTENCY_KEY_REUSED", await gateway.RefusalAsync(leader, "inspectResearchProject", new { input.projectId, finding = "F", input.idempotencyKey }));
    }

    /// <summary>What was refused under a key is not kept: the caller may mend it and send it again.</summary>
    [Fact]
    public async Task What_was_refused_may_be_sent_again_with_its_key()
    {
        var project = await projects.MakeAsync("running", "先拒后行");
        var leader = await projects.TokenAsync(Leader);
        var key = $"key-{Guid.NewGuid()}";
        Assert.Equal("P9_AN_ITEM_IS_A_DOCUMENT_OR_A_TEXT", await gateway.RefusalAsync(leader, "addPortfolioItem", new { projectId = project.Id, category = "CASES", title = "案例", idempotencyKey = key }));
        await gateway.DoAsync(leader, "addPortfolioItem", new { projectId = project.Id, category = "CASES", title = "案例", body = "正文", idempotencyKey = key });
    }

    private async Task<(string Field, object? Value)[]> MoreOfAsync(string mutation) => mutation switch
    {
        "withdrawResearchProject" or "rejectResearchProject" => [("reason", "R")],
        "requestResearchRevision" => [("opinions", new[] { "O" })],
        "recordResearchDecision" => [("decision", "APPROVED"), ("body", "区教研室"), ("number", $"N-{Guid.NewGuid():N}")],
        "terminateResearchProject" => [("reason", "R"), ("documentId", await projects.DocumentOfAsync(Officer))],
        _ => [],
    };

    private async Task<string> OutcomeAsync(string token, string mutation, object input)
    {
        var query = $"mutation($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ errors {{ __typename ... on Error {{ code }} ... on StepTakenError {{ state takenBy }} }} }} }}";
        var answer = await gateway.PostAsync(query, new { input }, token);
        Assert.True(answer.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object, answer.ToString());
        var errors = data.GetProperty(mutation).GetProperty("errors");
        if (errors.GetArrayLength() == 0) return "done";
        var error = errors[0];
        return error.TryGetProperty("state", out var state)
            ? $"StepTakenError {state.GetString()} {error.GetProperty("takenBy").GetString()}"
            : $"{error.GetProperty("__typename").GetString()} {error.GetProperty("code").GetString()}";
    }
}

/// <summary>The API for tests that ask many things at once: all of one account's run, and none is told to come back.</summary>
public sealed class ManyAtOnceFixture(PostgresCluster cluster) : GatewayFixture(cluster)
{
    protected override IEnumerable<KeyValuePair<string, string?>> MoreSettings() => [new(SettingsTable.ConcurrentOperations.Key, "64")];
}
