namespace HomeroomGraph.Admin.Operations.Research;

/// <summary>Who takes the steps of a project: rule O2.</summary>
public enum ResearchActor { Leader, Member, ResearchOffice, GroupLeader, Reviewer, ApprovingBody, DistrictResearchOfficer }

/// <summary>A step as the API declares it: the one declaration from which its checks come too.</summary>
public sealed record ResearchStep(string Name, IReadOnlyList<ResearchActor> By, IReadOnlyList<ProjectState> From, bool? OfSchoolLevel);

/// <summary>A project, and what the viewer is to it.</summary>
public interface IViewedProject
{
    ProjectLevel Level { get; }
    ProjectState State { get; }
    bool ViewerIsLeader { get; }
    bool ViewerIsMember { get; }
    bool ViewerIsResearchOffice { get; }
    bool ViewerIsGroupLeader { get; }
    bool ViewerIsReviewer { get; }
    bool ViewerIsApprovingBody { get; }
    bool ViewerIsDistrictResearchOfficer { get; }
}

public static class PossibleSteps
{
    /// <summary>The names of the steps that the viewer can take now, of those that the API declares.</summary>
    public static IReadOnlySet<string> For(this IEnumerable<ResearchStep> steps, IViewedProject project) => steps
        .Where(step => step.From.Contains(project.State) && step.By.Any(project.Is)
            && (step.OfSchoolLevel is not { } ofSchool || ofSchool == (project.Level == ProjectLevel.School)))
        .Select(step => step.Name).ToHashSet(StringComparer.Ordinal);

    private static bool Is(this IViewedProject project, ResearchActor actor) => actor switch
    {
        ResearchActor.Leader => project.ViewerIsLeader,
        ResearchActor.Member => project.ViewerIsMember,
        ResearchActor.ResearchOffice => project.ViewerIsResearchOffice,
        ResearchActor.GroupLeader => project.ViewerIsGroupLeader,
        ResearchActor.Reviewer => project.ViewerIsReviewer,
        ResearchActor.ApprovingBody => project.ViewerIsApprovingBody,
        _ => project.ViewerIsDistrictResearchOfficer,
    };
}
