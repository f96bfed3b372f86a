using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Research;

/// <summary>A decision as it is recorded; above school level an approval has a number.</summary>
public sealed record MadeDecision(
    ApprovalDecision Decision, string? Body, string? Number, DateOnly? DecidedOn, DateOnly? DueOn, string? Reason, RecordKey? Document);

/// <summary>Records the decision of the body that approves (rule P7); recording it is the step that it decides.</summary>
public sealed class RecordDecision(ProjectWrites writes)
{
    private const int LongestName = 200;

    /// <summary>The superior body's decision, recorded by the district's research officer.</summary>
    public Task<ProjectWritten> OfSuperiorBodyAsync(Caller caller, RecordKey project, MadeDecision decision, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeAsync(caller, ProjectSteps.RecordDecision, project, terms, async work =>
        {
            var body = InputText.Require(decision.Body, "body", LongestName);
            if (decision.Decision == ApprovalDecision.Approved && string.IsNullOrWhiteSpace(decision.Number))
                throw new RefusedException(RuleTable.Of("p7_an_approved_project_has_its_approval").Refuse(null, "input", "number"));
            if (decision.Decision == ApprovalDecision.Refused)
                _ = InputText.Require(decision.Reason, "reason");
            await AddAsync(work, decision, body, cancellation);
        }, cancellation);

    /// <summary>The school's own approval of a school-level project (立项).</summary>
    public Task<ProjectWritten> OfSchoolAsync(Caller caller, RecordKey project, MadeDecision decision, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeAsync(caller, ProjectSteps.Approve, project, terms, async work =>
        {
            var school = await work.Context.Schools.Where(s => s.DistrictId == project.DistrictId && s.SchoolId == work.Project.SchoolId)
                .Select(s => s.Name).SingleAsync(cancellation);
            await AddAsync(work, decision with { Decision = ApprovalDecision.Approved }, school, cancellation);
        }, cancellation);

    private static async Task AddAsync(ProjectWork work, MadeDecision decision, string body, CancellationToken cancellation)
    {
        var row = new ResearchDecision
        {
            DistrictId = work.Project.DistrictId,
            SchoolId = work.Project.SchoolId,
            ResearchProjectId = work.Project.ResearchProjectId,
            Decision = decision.Decision,
            Body = body,
            Number = InputText.Optional(decision.Number, "number", LongestName),
            DecidedOn = work.NotAhead(decision.DecidedOn, "decidedOn") ?? work.Today,
            DueOn = work.Ahead(decision.DueOn, "dueOn"),
            Reason = InputText.Optional(decision.Reason, "reason"),
            RecordedBy = work.Name,
            RecordedAt = work.Now,
            DocumentId = decision.Document is { } document ? await work.AttachAsync(document, cancellation) : null,
        };
        work.Context.Add(row);
        work.Gives(() => row.ResearchDecisionId);
    }
}
