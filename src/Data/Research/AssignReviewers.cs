using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Research;

/// <summary>Gives the newest version of an application to reviewers (rules P5, P15); the first of them begin the review.</summary>
public sealed class AssignReviewers(ProjectWrites writes)
{
    /// <exception cref="RefusedException">Too few or too many, a member among them, or somebody who is no teacher of the district.</exception>
    public Task<ProjectWritten> RunAsync(Caller caller, RecordKey project, IReadOnlyList<RecordKey> reviewers, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeAsync(caller, ProjectSteps.AssignReviewers, project, terms, async work =>
        {
            if (reviewers.Count == 0)
                throw new RefusedException(Refusal.InvalidInput("Name the reviewers. 请选择评审人。", "reviewerIds"));
            var application = await work.ApplicationAsync(cancellation);
            var there = await OfVersion(work, application).ToListAsync(cancellation);
            var (assigned, released) = (there.Where(r => r.State != ReviewState.Released).Select(r => r.ReviewerId).ToHashSet(), there.FindAll(r => r.State == ReviewState.Released));
            if (work.Project.State == ProjectState.InReview && reviewers.All(reviewer => assigned.Contains(reviewer.Id)))
                throw await work.StepTakenAsync(cancellation);
            foreach (var (reviewer, place) in reviewers.Distinct().Select((reviewer, place) => (reviewer, place)))
                await AssignAsync(work, application, released, reviewer, place, cancellation);
            await work.Context.SaveChangesAsync(cancellation);
            if (await work.MissingAsync(MissingParts.OfPanel, cancellation) is { Count: > 0 } missing)
                throw new RefusedException(missing);
            if (work.Project.State == ProjectState.Submitted)
                await work.StepAsync(ProjectState.InReview, remark: null, documentId: null, cancellation);
        }, cancellation);

    /// <summary>Releases a reviewer before the review is given; enough others stay.</summary>
    public Task<ProjectWritten> ReleaseAsync(Caller caller, RecordKey review, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeOfAsync(caller, ProjectSteps.ReleaseReviewer, ProjectRow.Review, review, terms, async work =>
        {
            var row = await ProjectWork.RowAsync(
                work.Context.ResearchReviews.Where(r => r.DistrictId == review.DistrictId && r.ResearchReviewId == review.Id), cancellation);
            row.State = ReviewState.Released;
            await work.Context.SaveChangesAsync(cancellation);
            if (await work.MissingAsync(MissingParts.OfPanel, cancellation) is { Count: > 0 } missing)
                throw new RefusedException(missing);
            work.Gives(() => row.ResearchReviewId);
        }, cancellation);

    private static async Task AssignAsync(
        ProjectWork work, ResearchApplication application, List<ResearchReview> released, RecordKey reviewer, int place, CancellationToken cancellation)
    {
        var name = await EditTeam.NameAsync(work, reviewer, "reviewerIds", cancellation);
        if (work.Project.Members.Any(m => m.TeacherId == reviewer.Id))
            throw new RefusedException(RuleTable.Of("p5_a_reviewer_is_no_member").Refuse(null, "input", "reviewerIds", place.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        if (released.Find(r => r.ReviewerId == reviewer.Id) is { } again)
        {
            (again.State, again.AssignedAt) = (ReviewState.Assigned, work.Now);
            return;
        }

        work.Context.Add(new ResearchReview
        {
            DistrictId = work.Project.DistrictId,
            SchoolId = work.Project.SchoolId,
            ResearchProjectId = work.Project.ResearchProjectId,
            ResearchApplicationId = application.ResearchApplicationId,
            ReviewerId = reviewer.Id,
            Name = name,
            AssignedAt = work.Now,
        });
    }

    private static IQueryable<ResearchReview> OfVersion(ProjectWork work, ResearchApplication application) => work.Context.ResearchReviews
        .Where(r => r.DistrictId == work.Project.DistrictId && r.ResearchApplicationId == application.ResearchApplicationId);
}
