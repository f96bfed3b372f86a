namespace HomeroomGraph.Data.Research;

/// <summary>Who takes the steps of a project (rule O2): each takes its own and no others.</summary>
public enum ProjectActor
{
    /// <summary>课题负责人.</summary>
    Leader,

    /// <summary>A member, for the own tasks; the leader among them.</summary>
    Member,

    /// <summary>教科室 of the project's school.</summary>
    ResearchOffice,

    /// <summary>教研组长 of the group that carries the project out.</summary>
    GroupLeader,

    /// <summary>A reviewer, for the own review.</summary>
    Reviewer,

    /// <summary>The body that approves (rule P7): the school's research office for a school-level project, else the district's research officer.</summary>
    ApprovingBody,

    /// <summary>区县教研员.</summary>
    DistrictResearchOfficer,
}
