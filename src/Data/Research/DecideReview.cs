using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Research;

/// <summary>What the research office makes of the preliminary review (rules P6, P7), once every review is in.</summary>
public sealed class DecideReview(ProjectWrites writes)
{
    /// <summary>Sends the application back: the leader answers each opinion and submits a new version, whose draft begins as the one before.</summary>
    public Task<ProjectWritten> RequestRevisionAsync(
        Caller caller, RecordKey project, IReadOnlyList<string> opinions, string? remark, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeAsync(caller, ProjectSteps.RequestRevision, project, terms, async work =>
        {
            var application = await work.ApplicationAsync(cancellation);
            await work.AddOpinionsAsync(application.ResearchApplicationId, review: null, opinions, cancellation);
            await work.Context.SaveChangesAsync(cancellation);
            if (!await work.Context.ResearchOpinions.AnyAsync(
                    o => o.DistrictId == project.DistrictId && o.ResearchApplicationId == application.ResearchApplicationId, cancellation))
                throw new RefusedException(Refusal.InvalidInput("Say what is to be revised. 请填写需要修改的意见。", "opinions"));
            await work.StepAsync(ProjectState.RevisionRequested, InputText.Optional(remark, "remark"), documentId: null, cancellation);
            // The step is of the version that was reviewed: the next one comes after it.
            await work.Context.SaveChangesAsync(cancellation);
            work.Context.Add(application.Next());
        }, cancellation);

    public Task<ProjectWritten> RejectAsync(Caller caller, RecordKey project, string reason, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeAsync(caller, ProjectSteps.Reject, project, terms,
            work => work.StepAsync(ProjectState.Rejected, InputText.Require(reason, "reason"), documentId: null, cancellation), cancellation);

    /// <summary>Recommends a project above school level to the superior body.</summary>
    public Task<ProjectWritten> RecommendAsync(Caller caller, RecordKey project, string? remark, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeAsync(caller, ProjectSteps.Recommend, project, terms,
            work => work.StepAsync(ProjectState.Recommended, InputText.Optional(remark, "remark"), documentId: null, cancellation), cancellation);
}
