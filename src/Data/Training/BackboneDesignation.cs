using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Training;

/// <summary>A teacher's designation as backbone teacher (骨干教师) of a level for a term (rule T9).</summary>
public sealed class BackboneDesignation
{
    public int DistrictId { get; set; }
    public long BackboneDesignationId { get; set; }
    public long TeacherId { get; set; }
    public required BackboneLevel Level { get; set; }

    /// <summary>In what: a subject, or homeroom work.</summary>
    public required string Field { get; set; }

    /// <summary>Who designated, as written.</summary>
    public required string DesignatedBy { get; set; }

    public required DateOnly StartsOn { get; set; }

    /// <summary>The first day on which it no longer holds; null while open.</summary>
    public DateOnly? EndsOn { get; set; }

    public Teacher Teacher { get; set; } = null!;
    public List<BackboneDuty> Duties { get; } = [];
}

/// <summary>The level of a designation (rule T9).</summary>
public enum BackboneLevel
{
    /// <summary>校级.</summary>
    School,

    /// <summary>县区级.</summary>
    County,

    /// <summary>市级.</summary>
    City,

    /// <summary>省级.</summary>
    Province,

    /// <summary>国家级.</summary>
    Nation,
}

/// <summary>What a backbone teacher owes in a semester, and when it was done (rule T9).</summary>
public sealed class BackboneDuty
{
    public int DistrictId { get; set; }
    public long BackboneDutyId { get; set; }

    /// <summary>The designation's teacher.</summary>
    public long TeacherId { get; set; }

    public long BackboneDesignationId { get; set; }

    /// <summary>The semester in which it is due.</summary>
    public long SemesterId { get; set; }

    public required BackboneDutyKind Kind { get; set; }
    public required string Description { get; set; }

    /// <summary>The day it was done; null while open.</summary>
    public DateOnly? DoneOn { get; set; }

    /// <summary>How it was done.</summary>
    public string? Evidence { get; set; }

    public BackboneDesignation Designation { get; set; } = null!;
    public Teacher Teacher { get; set; } = null!;
    public Semester Semester { get; set; } = null!;
}

/// <summary>The kind of a duty (rule T9).</summary>
public enum BackboneDutyKind
{
    /// <summary>示范课.</summary>
    DemonstrationLesson,

    /// <summary>指导其他教师.</summary>
    Guidance,

    /// <summary>讲座.</summary>
    Lecture,

    /// <summary>其他.</summary>
    Other,
}
