using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Archive;

/// <summary>A teacher's plan for a semester, or the summary of it (rule V1): a text, a document, or both. There is one of a kind.</summary>
public sealed class SemesterReport
{
    public int DistrictId { get; set; }
    public long SemesterReportId { get; set; }

    /// <summary>The school for which the teacher worked.</summary>
    public long SchoolId { get; set; }

    public long TeacherId { get; set; }
    public long SemesterId { get; set; }
    public required SemesterReportKind Kind { get; set; }
    public string? Content { get; set; }

    /// <summary>The file, where it is one.</summary>
    public long? DocumentId { get; set; }

    /// <summary>The day it was last written.</summary>
    public required DateOnly WrittenOn { get; set; }

    /// <summary>Goes up by one with each change.</summary>
    public int Version { get; set; } = 1;

    public School School { get; set; } = null!;
    public Teacher Teacher { get; set; } = null!;
    public Semester Semester { get; set; } = null!;
    public Document? Document { get; set; }
}

/// <summary>What is written of a semester (rule V1).</summary>
public enum SemesterReportKind
{
    /// <summary>学期计划: what is to be done.</summary>
    Plan,

    /// <summary>学期总结: what came of it.</summary>
    Summary,
}
