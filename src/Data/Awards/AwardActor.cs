namespace HomeroomGraph.Data.Awards;

/// <summary>Who takes the steps of a selection (the domain's table of who may do what): each takes its own and no others.</summary>
public enum AwardActor
{
    /// <summary>The office that runs the selection: 政教处 of the school, or 教科室 for papers, cases and results; of a district's, its officers.</summary>
    Office,

    /// <summary>The office of the nominee's school, in a district's selection.</summary>
    NominatingOffice,

    /// <summary>Who is nominated: a teacher may put oneself forward (自荐).</summary>
    Nominee,

    /// <summary>评审委员: a member of the committee, for the own votes.</summary>
    CommitteeMember,

    /// <summary>Who approves grants: the principal of the school, or the district's officers.</summary>
    GrantingBody,

    /// <summary>Everybody with a role at the school, or in the district for a district's.</summary>
    Staff,
}
