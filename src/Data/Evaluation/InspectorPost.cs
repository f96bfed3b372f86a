using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Evaluation;

/// <summary>A post (岗位) of the student union that enters daily checks in one semester; no pupil is stored (rules O6, E2).</summary>
public sealed class InspectorPost
{
    public int DistrictId { get; set; }
    public long InspectorPostId { get; set; }
    public long SchoolId { get; set; }
    public long SemesterId { get; set; }
    public required string Name { get; set; }

    public School School { get; set; } = null!;
    public Semester Semester { get; set; } = null!;
    public List<InspectorPostClass> Classes { get; } = [];
    public List<CheckSheet> Sheets { get; } = [];
}

/// <summary>A class that a post checks.</summary>
public sealed class InspectorPostClass
{
    public int DistrictId { get; set; }
    public long InspectorPostId { get; set; }
    public long ClassId { get; set; }

    /// <summary>The school of both.</summary>
    public long SchoolId { get; set; }

    public InspectorPost InspectorPost { get; set; } = null!;
    public SchoolClass Class { get; set; } = null!;
}
