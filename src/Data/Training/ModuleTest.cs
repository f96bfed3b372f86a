using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Training;

/// <summary>A teacher's attempt at a module's test (考核). It keeps the pass mark that it was taken under (rule T3).</summary>
public sealed class ModuleTest
{
    public int DistrictId { get; set; }
    public long ModuleTestId { get; set; }

    /// <summary>The school for which the teacher takes part.</summary>
    public long SchoolId { get; set; }

    public long TeacherId { get; set; }

    /// <summary>The module's programme.</summary>
    public long TrainingProgrammeId { get; set; }

    public long TrainingModuleId { get; set; }
    public required short Attempt { get; set; }
    public required DateOnly TakenOn { get; set; }
    public required decimal Score { get; set; }

    /// <summary>The module's pass mark of that time; kept by the database.</summary>
    public decimal PassMark { get; private set; }

    /// <summary>Whether the score reaches the pass mark; kept by the database.</summary>
    public bool Passed { get; private set; }

    public School School { get; set; } = null!;
    public Teacher Teacher { get; set; } = null!;
    public TrainingProgramme Programme { get; set; } = null!;
    public TrainingModule Module { get; set; } = null!;
}
