using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Appointments;

/// <summary>The screening (资格审查) of a candidate before an appointment (rule A2): who, when, a score of 100 by each criterion.</summary>
public sealed class Screening
{
    public int DistrictId { get; set; }
    public long ScreeningId { get; set; }
    public long SchoolId { get; set; }
    public long SchoolYearId { get; set; }

    /// <summary>The candidate.</summary>
    public long TeacherId { get; set; }

    /// <summary>The class screened for; null where it is a starting grade whose classes are not known yet.</summary>
    public long? ClassId { get; set; }

    public short? StartingGrade { get; set; }
    public required DateOnly ScreenedOn { get; set; }

    /// <summary>Who screened, as written.</summary>
    public required string ScreenedBy { get; set; }

    /// <summary>热爱学生.</summary>
    public required short LoveOfStudents { get; set; }

    /// <summary>热爱班主任工作.</summary>
    public required short LoveOfTheWork { get; set; }

    /// <summary>品行.</summary>
    public required short Conduct { get; set; }

    /// <summary>知识与教学能力.</summary>
    public required short KnowledgeAndTeaching { get; set; }

    /// <summary>组织能力.</summary>
    public required short OrganisingAbility { get; set; }

    /// <summary>责任心.</summary>
    public required short Responsibility { get; set; }

    public string? Remark { get; set; }
    public required ScreeningOutcome Outcome { get; set; }

    public School School { get; set; } = null!;
    public SchoolYear SchoolYear { get; set; } = null!;
    public Teacher Teacher { get; set; } = null!;
    public SchoolClass? Class { get; set; }
    public List<Appointment> Appointments { get; } = [];
}

/// <summary>What a screening came to (rule A2).</summary>
public enum ScreeningOutcome
{
    /// <summary>合格.</summary>
    Suitable,

    /// <summary>培训后聘任: after the pre-service training (rule A4).</summary>
    SuitableAfterTraining,

    /// <summary>不合格.</summary>
    Unsuitable,
}
