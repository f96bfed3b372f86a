using System.Text.Json;

namespace HomeroomGraph.Data.Research;

/// <summary>
/// One version of a project's application (申报书, rules P4, P6). A draft may be incomplete; what was submitted never changes, so versions
/// stay readable side by side.
/// </summary>
public sealed class ResearchApplication
{
    public int DistrictId { get; set; }
    public long ResearchApplicationId { get; set; }
    public long SchoolId { get; set; }
    public long ResearchProjectId { get; set; }
    public required int Version { get; set; }
    public ApplicationState State { get; set; }

    /// <summary>研究背景.</summary>
    public string? Background { get; set; }

    /// <summary>实践意义.</summary>
    public string? Significance { get; set; }

    /// <summary>学术价值.</summary>
    public string? AcademicValue { get; set; }

    /// <summary>必要性.</summary>
    public string? Necessity { get; set; }

    /// <summary>可行性.</summary>
    public string? Feasibility { get; set; }

    /// <summary>创新之处.</summary>
    public string? Innovation { get; set; }

    /// <summary>研究方案.</summary>
    public string? Plan { get; set; }

    /// <summary>预期成果.</summary>
    public string? ExpectedResults { get; set; }

    public DateOnly? DueOn { get; set; }

    /// <summary>Leader and members with their duties as they were when it was submitted (rule P3); kept by the database.</summary>
    public JsonElement? Members { get; private set; }

    /// <summary>The stage goals as they were when it was submitted; kept by the database.</summary>
    public JsonElement? Stages { get; private set; }

    public DateTime? SubmittedAt { get; set; }

    /// <summary>What the preliminary review came to (rule P6); kept by the project's steps.</summary>
    public ReviewOutcome? Outcome { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public ResearchProject Project { get; set; } = null!;
    public List<ResearchReview> Reviews { get; } = [];
    public List<ResearchOpinion> Opinions { get; } = [];

    /// <summary>A draft of the next version, which begins as this one.</summary>
    internal ResearchApplication Next()
    {
        var next = new ResearchApplication { DistrictId = DistrictId, SchoolId = SchoolId, ResearchProjectId = ResearchProjectId, Version = Version + 1, DueOn = DueOn };
        foreach (var part in ApplicationPart.All)
            part.Write(next, part.Read(this));
        return next;
    }
}

/// <summary>Whether a version can still be written.</summary>
public enum ApplicationState
{
    /// <summary>草稿.</summary>
    Draft,

    /// <summary>已提交.</summary>
    Submitted,
}

/// <summary>What the preliminary review of a version came to (rule P6).</summary>
public enum ReviewOutcome
{
    /// <summary>通过.</summary>
    Passed,

    /// <summary>退回修改.</summary>
    Revision,

    /// <summary>不通过.</summary>
    Rejected,
}
