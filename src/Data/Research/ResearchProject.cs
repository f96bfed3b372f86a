using HomeroomGraph.Data.Inbox;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Papers;

namespace HomeroomGraph.Data.Research;

/// <summary>
/// A research project (课题) of a school (rules P1, P2). Its state moves by <see cref="StateChanges"/> and by nothing else; a leader leads
/// one unfinished project at a time, which the database keeps.
/// </summary>
public sealed class ResearchProject
{
    public int DistrictId { get; set; }
    public long ResearchProjectId { get; set; }
    public long SchoolId { get; set; }

    /// <summary>The research office's register number (课题编号), unique in the district.</summary>
    public string? Number { get; set; }

    public required string Title { get; set; }
    public required ProjectLevel Level { get; set; }
    public ProjectState State { get; set; }

    /// <summary>How many steps were taken; kept by the database.</summary>
    public int StateNumber { get; private set; }

    /// <summary>The leader (课题负责人), who is also a member.</summary>
    public long LeaderId { get; set; }

    public long? SubjectId { get; set; }

    /// <summary>The teaching-research group that carries it out.</summary>
    public long? ResearchGroupId { get; set; }

    public required DateOnly CreatedOn { get; set; }

    /// <summary>Who approved it (立项单位); kept from the decision (rule P7), as number and date are.</summary>
    public string? ApprovalBody { get; private set; }

    public string? ApprovalNumber { get; private set; }
    public DateOnly? ApprovedOn { get; private set; }

    /// <summary>Until when it is to be finished; approval sets it, a granted extension moves it (rule P10).</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>The day of the step that finished it.</summary>
    public DateOnly? EndedOn { get; private set; }

    public string? SourceId { get; set; }

    /// <summary>Counts the changes of the project and of what hangs on it, by use cases.</summary>
    public int Version { get; set; } = 1;

    public District District { get; set; } = null!;
    public School School { get; set; } = null!;
    public Teacher Leader { get; set; } = null!;
    public Subject? Subject { get; set; }
    public ResearchGroup? Group { get; set; }
    public List<ResearchTheme> Themes { get; } = [];
    public List<ResearchApplication> Applications { get; } = [];
    public List<ResearchMember> Members { get; } = [];
    public List<ResearchStage> Stages { get; } = [];
    public List<ResearchTask> Tasks { get; } = [];
    public List<ResearchReview> Reviews { get; } = [];
    public List<ResearchOpinion> Opinions { get; } = [];
    public List<ResearchDecision> Decisions { get; } = [];
    public List<ResearchStateChange> StateChanges { get; } = [];
    public List<ResearchMilestone> Milestones { get; } = [];
    public List<MilestoneRequest> MilestoneRequests { get; } = [];
    public List<ResearchInspection> Inspections { get; } = [];
    public List<PortfolioItem> PortfolioItems { get; } = [];
    public List<ExtensionRequest> ExtensionRequests { get; } = [];
    public List<ChangeRequest> ChangeRequests { get; } = [];
    public List<Paper> Papers { get; } = [];
    public List<Notification> Notifications { get; } = [];
}
