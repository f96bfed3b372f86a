using HomeroomGraph.Admin.Operations.Access;
using HomeroomGraph.Admin.Operations.Research;

namespace HomeroomGraph.Admin.Operations.Awards;

/// <summary>Who takes the steps of a selection: rule W3.</summary>
public enum AwardActor { Office, NominatingOffice, Nominee, CommitteeMember, GrantingBody, Staff }

/// <summary>A step as the API declares it: the one declaration from which its checks come too.</summary>
public sealed record AwardStep(
    string Name, IReadOnlyList<AwardActor> By, IReadOnlyList<AwardRoundState> While, IReadOnlyList<AwardNominationState> Nomination);

/// <summary>A selection, and what the viewer is to it.</summary>
public interface IViewedRound
{
    AwardRoundState State { get; }
    NamedRow? School { get; }
    bool ViewerIsOffice { get; }
    bool ViewerIsGrantingBody { get; }
    bool ViewerIsOnCommittee { get; }
}

/// <summary>A nomination, and what the viewer is to it.</summary>
public interface IViewedNomination
{
    AwardNominationState State { get; }
    bool ViewerIsNominee { get; }
}

/// <summary>Who looks at a selection, with the places of the own roles.</summary>
public sealed record RoundViewer(DateOnly Today, IReadOnlyList<RoleAtSchool> Roles);

public sealed record RoleAtSchool(string Role, NamedRow? Teacher = null, NamedRow? School = null);

public static class PossibleAwardSteps
{
    /// <summary>The names of the steps that the viewer can take now with the selection, or with one of its nominations, of those that the API declares.</summary>
    public static IReadOnlySet<string> For(this IEnumerable<AwardStep> steps, RoundViewer viewer, IViewedRound round, IViewedNomination? nomination = null) => steps
        .Where(step => step.While.Contains(round.State) && step.By.Any(actor => viewer.Is(actor, round, nomination))
            && (nomination is null || step.Nomination.Count == 0 || step.Nomination.Contains(nomination.State)))
        .Select(step => step.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>Before the votes are closed there are none to count but the own.</summary>
    public static bool KeepsVotesSecret(this IViewedRound round) => round.State is not (AwardRoundState.Notice or AwardRoundState.Closed);

    // The contract says of a row who the viewer is to it; who is nominated is not known before, so every teacher may begin with oneself.
    private static bool Is(this RoundViewer viewer, AwardActor actor, IViewedRound round, IViewedNomination? nomination) => actor switch
    {
        AwardActor.Office => round.ViewerIsOffice,
        AwardActor.GrantingBody => round.ViewerIsGrantingBody,
        AwardActor.CommitteeMember => round.ViewerIsOnCommittee,
        AwardActor.Nominee => nomination?.ViewerIsNominee ?? viewer.IsTeacherFor(round),
        AwardActor.NominatingOffice => round.School is null && viewer.Roles.Any(role => role.Role is RoleCodes.MoralEducationOffice or RoleCodes.ResearchOffice),
        _ => round.School is null || viewer.Roles.Any(role => role.School?.Id == round.School.Id),
    };

    private static bool IsTeacherFor(this RoundViewer viewer, IViewedRound round) =>
        viewer.Roles.Any(role => role.Teacher is not null && (round.School is null || role.School?.Id == round.School.Id));
}
