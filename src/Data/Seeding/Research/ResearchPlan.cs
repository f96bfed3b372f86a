using HomeroomGraph.Data.Research;

namespace HomeroomGraph.Data.Seeding.Research;

/// <summary>How far a project is to come, and in how many days after it was begun each step is taken (rules P4 to P11).</summary>
internal sealed record ResearchPlan(ProjectState Target, DateOnly Created)
{
    public const int SubmittedAfter = 12, InReviewAfter = 18, ReviewedAfter = 30, RevisionAfter = 34, ResubmittedAfter = 48, SecondReviewAfter = 52,
        SecondReviewedAfter = 62, PassedAfter = 66, DecidedAfter = 96, OpenedAfter = 126, MidtermAfter = 330, ClosedAfter = 560;

    /// <summary>Whether the first version was sent back and a second submitted.</summary>
    public bool IsRevised { get; init; }

    /// <summary>The day by which it is to be finished.</summary>
    public DateOnly DueOn => Created.AddDays(DecidedAfter + 610);

    public bool IsSubmitted => Target != ProjectState.Draft;

    public bool IsReviewed => Target is not (ProjectState.Draft or ProjectState.Submitted);

    public bool IsApproved => Target is ProjectState.Approved or ProjectState.Running or ProjectState.Closed or ProjectState.Terminated;

    public DateOnly Day(int after) => Created.AddDays(after);

    /// <summary>A plan whose every step lies before today.</summary>
    public static ResearchPlan Draw(Chance chance, DateOnly today, bool isSchoolLevel)
    {
        var target = chance.Below(100) switch
        {
            < 4 => ProjectState.Draft,
            < 8 => ProjectState.Submitted,
            < 13 => ProjectState.InReview,
            < 16 => ProjectState.RevisionRequested,
            < 20 => isSchoolLevel ? ProjectState.InReview : ProjectState.Recommended,
            < 28 => ProjectState.Approved,
            < 62 => ProjectState.Running,
            < 89 => ProjectState.Closed,
            < 92 => isSchoolLevel ? ProjectState.Rejected : ProjectState.Refused,
            < 95 => ProjectState.Rejected,
            < 97 => ProjectState.Withdrawn,
            _ => ProjectState.Terminated,
        };
        var (least, most) = target switch
        {
            ProjectState.Draft => (2, 40),
            ProjectState.Submitted => (SubmittedAfter + 1, InReviewAfter - 1),
            ProjectState.InReview => (InReviewAfter + 1, ReviewedAfter + 3),
            ProjectState.RevisionRequested => (RevisionAfter + 1, ResubmittedAfter - 1),
            ProjectState.Recommended => (PassedAfter + 1, DecidedAfter - 1),
            ProjectState.Approved => (DecidedAfter + 1, OpenedAfter - 1),
            ProjectState.Running => (OpenedAfter + 20, DecidedAfter + 690),
            ProjectState.Terminated => (MidtermAfter + 40, MidtermAfter + 300),
            ProjectState.Closed => (ClosedAfter + 10, ClosedAfter + 500),
            _ => (DecidedAfter + 5, DecidedAfter + 500),
        };
        return new(target, today.AddDays(-chance.Between(least, most)))
        {
            IsRevised = target == ProjectState.RevisionRequested || (target is not (ProjectState.Draft or ProjectState.Submitted or ProjectState.InReview) && chance.Is(24)),
        };
    }
}
