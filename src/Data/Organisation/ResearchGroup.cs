namespace HomeroomGraph.Data.Organisation;

/// <summary>A teaching-research group (教研组) of a school: one a subject, and the central one of their heads (rule O1).</summary>
public sealed class ResearchGroup
{
    public int DistrictId { get; set; }
    public long ResearchGroupId { get; set; }
    public long SchoolId { get; set; }
    public required ResearchGroupKind Kind { get; set; }

    /// <summary>The subject of a subject's group.</summary>
    public long? SubjectId { get; set; }

    public required string Name { get; set; }

    /// <summary>The first day on which the group is no more; null while it is.</summary>
    public DateOnly? ClosedOn { get; set; }

    public School School { get; set; } = null!;
    public Subject? Subject { get; set; }
    public List<ResearchGroupMember> Members { get; } = [];
    public List<Research.ResearchProject> Projects { get; } = [];
}

/// <summary>What a research group is for (rule O1).</summary>
public enum ResearchGroupKind
{
    /// <summary>学科教研组: of one subject.</summary>
    Subject,

    /// <summary>中心教研组: of the heads of the subjects' groups.</summary>
    Central,
}

/// <summary>A teacher's time in a research group, as member or head. A group has one head at a time; the rights of a group leader
/// follow from that row (rules O1, O2).</summary>
public sealed class ResearchGroupMember
{
    public int DistrictId { get; set; }
    public long ResearchGroupMemberId { get; set; }
    public long SchoolId { get; set; }
    public long ResearchGroupId { get; set; }
    public long TeacherId { get; set; }

    /// <summary>The teacher's name as written then.</summary>
    public required string Name { get; set; }

    public required ResearchGroupPost Post { get; set; }
    public required DateOnly StartsOn { get; set; }

    /// <summary>The first day on which it no longer holds; null while open.</summary>
    public DateOnly? EndsOn { get; set; }

    public ResearchGroup ResearchGroup { get; set; } = null!;
    public Teacher Teacher { get; set; } = null!;
}

/// <summary>A teacher's post in a research group.</summary>
public enum ResearchGroupPost
{
    /// <summary>教研组长.</summary>
    Head,

    /// <summary>组员.</summary>
    Member,
}
