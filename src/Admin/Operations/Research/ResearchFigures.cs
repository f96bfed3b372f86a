namespace HomeroomGraph.Admin.Operations.Research;

/// <summary>Projects of a level in the school year, by state, against the target (D4, P12); without a level of all levels.</summary>
public sealed record ProjectFigure(
    ProjectLevel? Level, int RunningInYearCount, int? TargetMinimum, int ProjectCount, int SubmittedCount, int InReviewCount, int RevisionRequestedCount,
    int RecommendedCount, int ApprovedCount, int RunningCount, int ClosedCount, int RefusedCount, int RejectedCount, int WithdrawnCount, int TerminatedCount)
{
    /// <summary>How many are in a state today; drafts are nobody's figure.</summary>
    public int Of(ProjectState state) => state switch
    {
        ProjectState.Submitted => SubmittedCount,
        ProjectState.InReview => InReviewCount,
        ProjectState.RevisionRequested => RevisionRequestedCount,
        ProjectState.Recommended => RecommendedCount,
        ProjectState.Approved => ApprovedCount,
        ProjectState.Running => RunningCount,
        ProjectState.Closed => ClosedCount,
        ProjectState.Refused => RefusedCount,
        ProjectState.Rejected => RejectedCount,
        ProjectState.Withdrawn => WithdrawnCount,
        ProjectState.Terminated => TerminatedCount,
        _ => 0,
    };
}

/// <summary>Which teachers and subjects take part in research (D5, P13).</summary>
public sealed record CoverageFigure(int TeacherCount, int ParticipantCount, int SubjectCount, int CoveredSubjectCount);

/// <summary>How many of the projects that are approved or running are beyond their due date (D6, P10).</summary>
public sealed record OverdueFigure(int OverdueCount, int ProjectCount);
