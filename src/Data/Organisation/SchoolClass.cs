using HomeroomGraph.Data.Appointments;
using HomeroomGraph.Data.Awards;
using HomeroomGraph.Data.Evaluation;
using HomeroomGraph.Data.Training;

namespace HomeroomGraph.Data.Organisation;

/// <summary>A class (班级) of a school in one school year (rule O6); table <c>class</c>. No pupil is stored as a person.</summary>
public sealed class SchoolClass
{
    public int DistrictId { get; set; }
    public long ClassId { get; set; }
    public long SchoolId { get; set; }
    public long SchoolYearId { get; set; }
    public long CohortId { get; set; }

    /// <summary>1 to 12, counted through the sections: 7 is the first of junior school (初一).</summary>
    public required short Grade { get; set; }

    /// <summary>The class's number within the grade (班号).</summary>
    public required short Number { get; set; }

    public required string Name { get; set; }
    public int? HeadCount { get; set; }
    public string? SourceId { get; set; }

    public School School { get; set; } = null!;
    public SchoolYear SchoolYear { get; set; } = null!;
    public Cohort Cohort { get; set; } = null!;
    public List<Appointment> Appointments { get; } = [];
    public List<Screening> Screenings { get; } = [];
    public List<Meeting> Meetings { get; } = [];
    public List<AwardNomination> AwardNominations { get; } = [];
    public List<Award> Awards { get; } = [];
    public List<InspectorPostClass> InspectorPosts { get; } = [];
    public List<CheckSheet> CheckSheets { get; } = [];
    public List<CheckResult> CheckResults { get; } = [];
    public List<ClassTitle> Titles { get; } = [];
}
