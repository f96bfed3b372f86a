using System.Text.Json;
using HomeroomGraph.Gateway.Settings;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Research;

/// <summary>Of fifty who take a step at once that leads off the way of <see cref="ParallelStepsTests"/>, one does, and the others are told who was first (rule P11); of different
/// steps from one state too.</summary>
public sealed class RivalStepsTests(ManyAtOnceFixture gateway) : IClassFixture<ManyAtOnceFixture>
{
    private const string Leader = ProjectsInStates.Leader, Office = ProjectsInStates.Office, Officer = ProjectsInStates.Officer;
    private const int Many = 50;

    private readonly ProjectsInStates projects = new(gateway);

    /// <summary>Where the project is, what is tried, by whom, and where it is then.</summary>
    public static TheoryData<string, string, string, string> Steps { get; } = new()
    {
        { "submitted", "withdrawResearchProject", Leader, "WITHDRAWN" },
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

    private async Task<(string Field, object? Value)[]> MoreOfAsync(string mutation) => mutation switch
    {
        "withdrawResearchProject" or "rejectResearchProject" => [("reason", "R")],
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
