using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Research;

/// <summary>A member (课题组成员) of a project, the leader among them, with a duty of substance (rule P3).</summary>
public sealed class ResearchMember
{
    public int DistrictId { get; set; }
    public long ResearchMemberId { get; set; }
    public long SchoolId { get; set; }
    public long ResearchProjectId { get; set; }
    public long TeacherId { get; set; }

    /// <summary>The name as it was.</summary>
    public required string Name { get; set; }

    public required MemberRole Role { get; set; }

    /// <summary>分工.</summary>
    public required string Duty { get; set; }

    /// <summary>承担任务.</summary>
    public string? Task { get; set; }

    /// <summary>The place in the list.</summary>
    public short Position { get; set; } = 1;

    /// <summary>Since when no longer a member.</summary>
    public DateOnly? LeftOn { get; set; }

    public ResearchProject Project { get; set; } = null!;
    public Teacher Teacher { get; set; } = null!;
    public List<ResearchTask> Tasks { get; } = [];
}

/// <summary>A member's role (rule P2).</summary>
public enum MemberRole
{
    /// <summary>课题负责人.</summary>
    Leader,

    /// <summary>成员.</summary>
    Member,
}
