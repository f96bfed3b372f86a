using HomeroomGraph.Admin.Operations.Research;

namespace HomeroomGraph.Admin.Pages.Research.Projects;

/// <summary>The way of a project (rule P11) as its page shows it at the top.</summary>
public enum ProjectPhase { Draft, Submission, Review, Decision, Opening, Midterm, Closing }

public enum PhaseStanding { Done, Current, Ahead, Stopped }

/// <summary>A phase, whether it lies behind, and since when.</summary>
public sealed record PhaseStep(ProjectPhase Phase, PhaseStanding Standing, DateOnly? DoneOn);

/// <summary>How far a project has come: what is done, with its day, the phase it is in, and what lies ahead.</summary>
public static class ProjectPhases
{
    public static IReadOnlyList<PhaseStep> Of(ProjectDetails project)
    {
        var steps = Enum.GetValues<ProjectPhase>().Select(phase => (Phase: phase, DoneOn: DoneOn(project, phase))).ToList();
        var reached = steps.FindLastIndex(step => step.DoneOn is not null);
        var stopped = project.State is ProjectState.Refused or ProjectState.Rejected or ProjectState.Withdrawn or ProjectState.Terminated;
        return [.. steps.Select((step, index) => new PhaseStep(step.Phase, Standing(index), step.DoneOn))];

        PhaseStanding Standing(int index)
        {
            if (index <= reached)
                return PhaseStanding.Done;
            if (index > reached + 1)
                return PhaseStanding.Ahead;
            return stopped ? PhaseStanding.Stopped : PhaseStanding.Current;
        }
    }

    private static DateOnly? DoneOn(ProjectDetails project, ProjectPhase phase) => phase switch
    {
        ProjectPhase.Draft => project.State == ProjectState.Draft ? null : project.CreatedOn,
        ProjectPhase.Submission => project.State == ProjectState.RevisionRequested ? null : Last(project, ProjectState.Submitted),
        ProjectPhase.Review => project.State is ProjectState.Submitted or ProjectState.InReview or ProjectState.RevisionRequested or ProjectState.Rejected
            ? null
            : Last(project, ProjectState.Recommended) ?? Last(project, ProjectState.Approved),
        ProjectPhase.Decision => project.ApprovedOn,
        ProjectPhase.Opening => HeldOn(project, MilestoneKind.Opening),
        ProjectPhase.Midterm => HeldOn(project, MilestoneKind.Midterm),
        _ => HeldOn(project, MilestoneKind.Closing),
    };

    private static DateOnly? Last(ProjectDetails project, ProjectState state) =>
        project.StateChanges.Nodes.LastOrDefault(change => change.ToState == state) is { } change ? Language.Dates.Day(change.ChangedAt) : null;

    private static DateOnly? HeldOn(ProjectDetails project, MilestoneKind kind) =>
        project.Milestones.Nodes.FirstOrDefault(milestone => milestone.Kind == kind)?.HeldOn;
}
