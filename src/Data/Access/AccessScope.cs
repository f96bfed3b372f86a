namespace HomeroomGraph.Data.Access;

/// <summary>What a machine client may do, within the districts or schools it is granted for.</summary>
public static class AccessScope
{
    /// <summary>Schools, teachers, classes and appointments.</summary>
    public const string RosterRead = "roster:read";

    /// <summary>Sending rosters in.</summary>
    public const string RosterWrite = "roster:write";

    /// <summary>Training, mentorships, checks and assessments.</summary>
    public const string HomeroomRead = "homeroom:read";

    /// <summary>Research projects, drafts not among them.</summary>
    public const string ProjectsRead = "projects:read";

    /// <summary>Papers and their authors.</summary>
    public const string PapersRead = "papers:read";

    /// <summary>Awards and points.</summary>
    public const string AwardsRead = "awards:read";

    public static readonly IReadOnlyList<string> All = [RosterRead, RosterWrite, HomeroomRead, ProjectsRead, PapersRead, AwardsRead];
}
