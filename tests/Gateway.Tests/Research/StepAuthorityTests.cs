using System.Text.Json;
using HomeroomGraph.Gateway.Tests.Access;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Research;

/// <summary>Each level of the management of research is a role that may do its own steps and no others (rule O2): every step is tried by everybody. Who may is written here from the
/// domain's table and not read off the program.</summary>
public sealed class StepAuthorityTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    private const string Leader = ProjectsInStates.Leader, Office = ProjectsInStates.Office, Officer = ProjectsInStates.Officer;

    private readonly ProjectsInStates projects = new(gateway);

    private static readonly string[] Everybody =
        [Leader, Office, Officer, "principal", "leading-group", "academic-affairs", "moral-office", "grade-head", "analyst-370403", "analyst-371723", "moral-officer-370403", "auditor", "platform-admin"];

    /// <summary>In which state the step is tried, what is asked for, and whose it is.</summary>
    public static TheoryData<string, string, string> Steps { get; } = new()
    {
        { "draft", "saveResearchApplication", Leader },
        { "draft", "addResearchMember", Leader },
        { "draft", "addResearchStage", Leader },
        { "draft", "submitResearchProject", Leader },
        { "draft", "discardResearchDraft", Leader },
        { "submitted", "withdrawResearchProject", Leader },
        { "submitted", "assignResearchReviewers", Office },
        { "in_review", "requestResearchRevision", Office },
        { "in_review", "rejectResearchProject", Office },
        { "in_review", "recommendResearchProject", Office },
        { "recommended", "recordResearchDecision", Officer },
        { "running", "inspectResearchProject", Office },
        { "running", "addPortfolioItem", Leader },
        { "running", "requestResearchExtension", Leader },
        { "running", "requestResearchChange", Leader },
        { "running", "requestResearchMilestone", Leader },
        { "running", "terminateResearchProject", Officer },
    };

    [Theory]
    [Trait("Rule", "O2")]
    [MemberData(nameof(Steps))]
    public async Task A_step_is_taken_by_its_role_and_by_nobody_else(string state, string mutation, string byWhom)
    {
        var (id, input) = await ProjectAsync(state, mutation);
        foreach (var user in Everybody)
            Assert.Equal((user, user == byWhom), (user, await IsOfferedAsync(user, id, mutation)));
        long before = await AuditedAsync();
        foreach (var user in Everybody.Where(user => user != byWhom))
        {
            var code = await gateway.RefusalAsync(await projects.TokenAsync(user), mutation, input);
            // Who does not see the project is not told that it is there.
            Assert.Equal(await SeesAsync(user, id) ? "NOT_ALLOWED" : "NOT_FOUND", code);
        }
        Assert.Equal(before, await AuditedAsync());

        var errors = (await gateway.MutateAsync(await projects.TokenAsync(byWhom), mutation, input)).GetProperty("errors");
        Assert.DoesNotContain(errors.EnumerateArray(), error => error.GetProperty("code").GetString() is "NOT_ALLOWED" or "NOT_FOUND" && !error.GetProperty("path").EnumerateArray().Any());
    }

    private async Task<(string Id, object Input)> ProjectAsync(string state, string mutation)
    {
        var project = await projects.MakeAsync(state, $"{mutation} {state}");
        var input = new Dictionary<string, object?> { ["projectId"] = project.Id };
        foreach (var (field, value) in MoreOf(mutation, projects.IdOf("Teacher", projects.LeaderId), projects.IdOf("Document", 1)))
            input[field] = value;
        return (project.Id, input);
    }

    private static (string Field, object? Value)[] MoreOf(string mutation, string teacher, string document) => mutation switch
    {
        "saveResearchApplication" => [("background", "背景")],
        "addResearchMember" => [("teacherId", teacher), ("duty", "访谈")],
        "addResearchStage" => [("goal", "G"), ("startsOn", "2026-12-01"), ("dueOn", "2026-12-31")],
        "withdrawResearchProject" or "rejectResearchProject" => [("reason", "R")],
        "assignResearchReviewers" => [("reviewerIds", Array.Empty<string>())],
        "requestResearchRevision" => [("opinions", new[] { "O" })],
        "recordResearchDecision" => [("decision", "REFUSED"), ("body", "B"), ("reason", "R")],
        "inspectResearchProject" => [("finding", "F")],
        "addPortfolioItem" => [("category", "PLAN"), ("title", "T"), ("body", "B")],
        "requestResearchExtension" => [("requestedUntil", "2027-12-31"), ("reason", "R"), ("documentId", document)],
        "requestResearchChange" => [("kind", "TITLE"), ("title", "N"), ("reason", "R")],
        "requestResearchMilestone" => [("kind", "MIDTERM"), ("documentId", document)],
        "terminateResearchProject" => [("reason", "R"), ("documentId", document)],
        _ => [],
    };

    /// <summary>What the project says of the viewer and <c>researchSteps</c> of the step come to: a client shows the button.</summary>
    private async Task<bool> IsOfferedAsync(string user, string id, string mutation)
    {
        var answer = await gateway.PostAsync(
            """
            query($id: ID!) {
              researchProject(id: $id) { LEADER: viewerIsLeader MEMBER: viewerIsMember RESEARCH_OFFICE: viewerIsResearchOffice GROUP_LEADER: viewerIsGroupLeader REVIEWER: viewerIsReviewer
                APPROVING_BODY: viewerIsApprovingBody DISTRICT_RESEARCH_OFFICER: viewerIsDistrictResearchOfficer }
              researchSteps { mutations by }
            }
            """, new { id }, await projects.TokenAsync(user));
        var data = answer.GetProperty("data");
        var step = data.GetProperty("researchSteps").EnumerateArray().Single(s => s.GetProperty("mutations").EnumerateArray().Any(m => m.GetString() == mutation));
        return data.GetProperty("researchProject") is { ValueKind: JsonValueKind.Object } project
            && step.GetProperty("by").EnumerateArray().Any(actor => project.GetProperty(actor.GetString()!).GetBoolean());
    }

    private async Task<bool> SeesAsync(string user, string id)
    {
        var seen = await gateway.PostAsync("query($id: ID!) { researchProject(id: $id) { id } }", new { id }, await projects.TokenAsync(user));
        return seen.GetProperty("data").GetProperty("researchProject").ValueKind == JsonValueKind.Object;
    }

    private Task<long> AuditedAsync() => gateway.Database.Owner.ScalarAsync<long>("select count(*) from history.audit_log where table_name like 'homeroom.%'");
}
