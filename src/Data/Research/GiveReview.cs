using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;

namespace HomeroomGraph.Data.Research;

/// <summary>A review: three scores from 0 to 100, a comment, and what is to be mended, one opinion each (rules P5, P6).</summary>
public sealed record GivenReview(int Scientific, int Advancement, int Feasibility, string Comment, IReadOnlyList<string> Opinions);

/// <summary>Gives the own review, once, without having seen another's (rule P5).</summary>
public sealed class GiveReview(ProjectWrites writes)
{
    private const int HighestScore = 100;

    /// <exception cref="RefusedException">It is somebody else's, was given already, or lacks a score or the comment.</exception>
    public Task<ProjectWritten> RunAsync(Caller caller, RecordKey review, GivenReview given, WriteTerms terms, CancellationToken cancellation) =>
        writes.ChangeOfAsync(caller, ProjectSteps.GiveReview, ProjectRow.Review, review, terms, async work =>
        {
            var row = await ProjectWork.RowAsync(
                work.Context.ResearchReviews.Where(r => r.DistrictId == review.DistrictId && r.ResearchReviewId == review.Id), cancellation);
            if (!work.Authority.IsSelf(row.ReviewerId) || row.State == ReviewState.Released)
                throw new RefusedException(Refusal.NotAllowed("This review is not yours to give. 这不是分配给您的评审。") with { Rule = "P5" });
            if (row.State == ReviewState.Submitted)
                throw Refusal.TakenBefore("p5_a_submitted_review_stays", EnumText<ReviewState>.Of(row.State), row.Name, row.SubmittedAt);
            row.Scientific = Score(given.Scientific, "scientific");
            row.Advancement = Score(given.Advancement, "advancement");
            row.Feasibility = Score(given.Feasibility, "feasibility");
            row.Comment = InputText.Require(given.Comment, "comment");
            (row.State, row.SubmittedAt) = (ReviewState.Submitted, work.Now);
            await work.AddOpinionsAsync(row.ResearchApplicationId, row.ResearchReviewId, given.Opinions, cancellation);
            work.Gives(() => row.ResearchReviewId);
        }, cancellation);

    private static short Score(int score, string field) => score is >= 0 and <= HighestScore
        ? (short)score
        : throw new RefusedException(RuleTable.Of("p5_a_review_has_three_scores_and_a_comment").Refuse(null, "input", field));
}
