namespace HomeroomGraph.Data.Organisation;

/// <summary>An office (处室) of a school (rules O1–O3).</summary>
public sealed class Office
{
    public int DistrictId { get; set; }
    public long OfficeId { get; set; }
    public long SchoolId { get; set; }
    public required OfficeKind Kind { get; set; }
    public required string Name { get; set; }

    /// <summary>The first day on which the office is no more; null while it is.</summary>
    public DateOnly? ClosedOn { get; set; }

    public School School { get; set; } = null!;
    public List<OfficeStaff> Staff { get; } = [];
}

/// <summary>What an office does (rules O2, O3).</summary>
public enum OfficeKind
{
    /// <summary>校长室: leads; its head is the principal, its deputies the deputy principals.</summary>
    Principal,

    /// <summary>教科室: manages research.</summary>
    Research,

    /// <summary>教务处: curates subjects and groups.</summary>
    AcademicAffairs,

    /// <summary>政教处: runs homeroom work.</summary>
    MoralEducation,

    /// <summary>总务处.</summary>
    GeneralAffairs,

    /// <summary>Any other, by its name.</summary>
    Other,
}

/// <summary>A teacher's time in an office; it has one head at a time (rule O1).</summary>
public sealed class OfficeStaff
{
    public int DistrictId { get; set; }
    public long OfficeStaffId { get; set; }
    public long SchoolId { get; set; }
    public long OfficeId { get; set; }
    public long TeacherId { get; set; }

    /// <summary>The teacher's name as written then.</summary>
    public required string Name { get; set; }

    public required OfficePost Post { get; set; }
    public required DateOnly StartsOn { get; set; }

    /// <summary>The first day on which it no longer holds; null while open.</summary>
    public DateOnly? EndsOn { get; set; }

    public Office Office { get; set; } = null!;
    public Teacher Teacher { get; set; } = null!;
}

/// <summary>A teacher's post in an office.</summary>
public enum OfficePost
{
    /// <summary>主任, 校长.</summary>
    Head,

    /// <summary>副主任, 副校长.</summary>
    Deputy,

    /// <summary>干事.</summary>
    Staff,
}
