using HomeroomGraph.Data.Appointments;
using HomeroomGraph.Data.Mentoring;
using HomeroomGraph.Data.Training;

namespace HomeroomGraph.Data.Organisation;

/// <summary>A school (学校) of a district (rule O1).</summary>
public sealed class School
{
    public int DistrictId { get; set; }
    public long SchoolId { get; set; }

    /// <summary>The school code (学校标识码), ten digits, unique in the district.</summary>
    public required string Code { get; set; }

    public required string Name { get; set; }

    /// <summary>The name's reading, for sorting and searching: lower case, a space between syllables.</summary>
    public required string Pinyin { get; set; }

    /// <summary>The name by its strokes; kept by the database.</summary>
    public string StrokeOrder { get; private set; } = "";

    public required SchoolStage Stage { get; set; }
    public SchoolStatus Status { get; set; }

    /// <summary>The sourcedId under which a roster brought it, unique in the district.</summary>
    public string? SourceId { get; set; }

    public District District { get; set; } = null!;
    public List<Employment> Employments { get; } = [];
    public List<Cohort> Cohorts { get; } = [];
    public List<SchoolClass> Classes { get; } = [];
    public List<Papers.Paper> Papers { get; } = [];
    public List<Policies.Policy> Policies { get; } = [];
    public List<Appointment> Appointments { get; } = [];
    public List<Screening> Screenings { get; } = [];
    public List<TrainingProgramme> TrainingProgrammes { get; } = [];
    public List<TrainingSession> TrainingSessions { get; } = [];
    public List<Certificate> IssuedCertificates { get; } = [];
    public List<Meeting> Meetings { get; } = [];
    public List<Mentorship> Mentorships { get; } = [];
    public List<ResearchGroup> ResearchGroups { get; } = [];
    public List<Office> Offices { get; } = [];
    public List<GradeTeam> GradeTeams { get; } = [];
    public List<Awards.AwardRound> AwardRounds { get; } = [];
    public List<Awards.AwardNomination> AwardNominations { get; } = [];
    public List<Awards.Award> Awards { get; } = [];
    public List<Awards.RewardRule> RewardRules { get; } = [];
    public List<Evaluation.InspectorPost> InspectorPosts { get; } = [];
    public List<Evaluation.EvaluationScheme> EvaluationSchemes { get; } = [];
    public List<Evaluation.CheckPublication> CheckPublications { get; } = [];
    public List<Evaluation.ClassTitle> ClassTitles { get; } = [];
    public List<Evaluation.SemesterAssessment> SemesterAssessments { get; } = [];
    public List<Research.ResearchProject> ResearchProjects { get; } = [];
    public List<Research.ResearchTarget> ResearchTargets { get; } = [];
}

/// <summary>The stage of schooling (学段) a school covers (rule O1).</summary>
public enum SchoolStage
{
    /// <summary>小学: grades 1–6.</summary>
    Primary,

    /// <summary>初中: grades 7–9.</summary>
    Junior,

    /// <summary>高中: grades 10–12.</summary>
    Senior,

    /// <summary>九年一贯制学校: grades 1–9.</summary>
    NineYear,

    /// <summary>完全中学: grades 7–12.</summary>
    Complete,
}

/// <summary>Whether a school is running.</summary>
public enum SchoolStatus
{
    /// <summary>在办.</summary>
    Active,

    /// <summary>已撤销: closed or merged; its history stays.</summary>
    Closed,
}
