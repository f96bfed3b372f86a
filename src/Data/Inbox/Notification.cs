using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Research;

namespace HomeroomGraph.Data.Inbox;

/// <summary>What a person was told (rules P5 to P14), once. It is written by the database in the transaction of what it tells of; nobody but that person
/// reads it.</summary>
public sealed class Notification
{
    public int DistrictId { get; private set; }
    public long NotificationId { get; private set; }

    /// <summary>The number of the person's account.</summary>
    public long AccountId { get; private set; }

    public NotificationKind Kind { get; private set; }
    public long SchoolId { get; private set; }
    public long ResearchProjectId { get; private set; }

    /// <summary>The table of the row that it is about, with its schema, and the row's own key.</summary>
    public string RecordTable { get; private set; } = "";

    public string RecordKey { get; private set; } = "";

    /// <summary>What of that row is told: with the row and the kind it is the key by which nothing is told twice.</summary>
    public string Occasion { get; private set; } = "";

    /// <summary>The state that a step led to.</summary>
    public ProjectState? State { get; private set; }

    /// <summary>What is due, or was asked for.</summary>
    public DeskItemKind? ItemKind { get; private set; }

    public RequestDecision? Decision { get; private set; }
    public DateOnly? DueOn { get; private set; }

    /// <summary>The business day of what happened, or of the reminder.</summary>
    public DateOnly ToldOn { get; private set; }

    public string? ByName { get; private set; }

    /// <summary>The project's title as it was.</summary>
    public string Title { get; private set; } = "";

    public string TextZh { get; private set; } = "";
    public string TextEn { get; private set; } = "";
    public DateTime CreatedAt { get; private set; }
    public bool IsRead { get; private set; }
    public DateTime? ReadAt { get; private set; }

    public District District { get; private set; } = null!;
    public School School { get; private set; } = null!;
    public ResearchProject Project { get; private set; } = null!;
}

/// <summary>Of what a person is told.</summary>
public enum NotificationKind
{
    /// <summary>课题进展: a step of a project.</summary>
    StepTaken,

    /// <summary>列为成员.</summary>
    MemberNamed,

    /// <summary>分配任务.</summary>
    TaskAssigned,

    /// <summary>请您评审.</summary>
    ReviewAssigned,

    /// <summary>不再需要评审.</summary>
    ReviewReleased,

    /// <summary>收到评审.</summary>
    ReviewGiven,

    /// <summary>有申请待审批.</summary>
    RequestMade,

    /// <summary>申请已审批.</summary>
    RequestDecided,

    /// <summary>过程检查.</summary>
    Inspected,

    /// <summary>整改已确认.</summary>
    InspectionMended,

    /// <summary>即将到期.</summary>
    DueSoon,

    /// <summary>已逾期.</summary>
    Overdue,
}
