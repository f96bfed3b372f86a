namespace HomeroomGraph.Data.Training;

/// <summary>A module (模块) of a programme; the standard programme has five, 30 hours in all (rules T1, T3).</summary>
public sealed class TrainingModule
{
    public int DistrictId { get; set; }
    public long TrainingModuleId { get; set; }
    public long TrainingProgrammeId { get; set; }
    public required short Number { get; set; }
    public required string Name { get; set; }
    public required decimal Hours { get; set; }

    /// <summary>Whether study notes are written on it.</summary>
    public required bool HasNotes { get; set; }

    /// <summary>The score of 100 from which on its test is passed; null where it has none.</summary>
    public decimal? PassMark { get; set; }

    public TrainingProgramme Programme { get; set; } = null!;
    public List<TrainingSession> Sessions { get; } = [];
    public List<StudyNote> StudyNotes { get; } = [];
    public List<ModuleTest> Tests { get; } = [];
}
