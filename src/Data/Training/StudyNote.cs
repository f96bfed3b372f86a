using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Training;

/// <summary>A teacher's study notes (学习笔记) on a module (rule T3).</summary>
public sealed class StudyNote
{
    public int DistrictId { get; set; }
    public long StudyNoteId { get; set; }

    /// <summary>The school for which the teacher takes part.</summary>
    public long SchoolId { get; set; }

    public long TeacherId { get; set; }

    /// <summary>The module's programme.</summary>
    public long TrainingProgrammeId { get; set; }

    public long TrainingModuleId { get; set; }
    public required string Title { get; set; }
    public required string Content { get; set; }
    public required DateOnly WrittenOn { get; set; }

    public School School { get; set; } = null!;
    public Teacher Teacher { get; set; } = null!;
    public TrainingProgramme Programme { get; set; } = null!;
    public TrainingModule Module { get; set; } = null!;
}
