namespace HomeroomGraph.Data.Organisation;

/// <summary>The pupils of a school who entered a section in one year (届) and go through its grades together (rule O6).</summary>
public sealed class Cohort
{
    public int DistrictId { get; set; }
    public long CohortId { get; set; }
    public long SchoolId { get; set; }
    public required SchoolSection Section { get; set; }

    /// <summary>The calendar year in which it entered the section's first grade.</summary>
    public required int EntryYear { get; set; }

    public School School { get; set; } = null!;
    public List<SchoolClass> Classes { get; } = [];
}

/// <summary>A section (学段) of schooling that a cohort goes through.</summary>
public enum SchoolSection
{
    /// <summary>小学: grades 1–6.</summary>
    Primary,

    /// <summary>初中: grades 7–9.</summary>
    Junior,

    /// <summary>高中: grades 10–12.</summary>
    Senior,
}
