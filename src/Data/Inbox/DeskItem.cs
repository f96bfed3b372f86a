using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Research;

namespace HomeroomGraph.Data.Inbox;

/// <summary>What waits on a desk. It follows from the rows of the project and is stored nowhere, so it has no key: a step that is taken, by
/// whichever way, takes its item away.</summary>
public sealed class DeskItem
{
    public int DistrictId { get; private set; }
    public long DeskId { get; private set; }

    /// <summary>Whose it is: one of the three.</summary>
    public long? TeacherId { get; private set; }

    public long? OfficeSchoolId { get; private set; }
    public int? OfficerDistrictId { get; private set; }

    public DeskItemKind Kind { get; private set; }

    /// <summary>The project's school.</summary>
    public long SchoolId { get; private set; }

    public long ResearchProjectId { get; private set; }

    /// <summary>The table of the row that waits, with its schema, and the row's own key.</summary>
    public string RecordTable { get; private set; } = "";

    public string RecordKey { get; private set; } = "";

    /// <summary>From when on it waits; of a task or a stage that may be a day to come.</summary>
    public DateOnly Since { get; private set; }

    /// <summary>Until when; null where no rule says.</summary>
    public DateOnly? DueOn { get; private set; }

    public District District { get; private set; } = null!;
    public Desk Desk { get; private set; } = null!;
    public School School { get; private set; } = null!;
    public ResearchProject Project { get; private set; } = null!;
}

/// <summary>What is to be done (rules P4 to P14).</summary>
public enum DeskItemKind
{
    /// <summary>待提交的草稿: the leader.</summary>
    DraftToSubmit,

    /// <summary>待答复的评审意见: the leader.</summary>
    OpinionsToAnswer,

    /// <summary>待提交的修改稿: the leader.</summary>
    RevisionToSubmit,

    /// <summary>待安排评审人: the office.</summary>
    ReviewersToAssign,

    /// <summary>待评审: the reviewer.</summary>
    ReviewToGive,

    /// <summary>待作初审结论: the office.</summary>
    OutcomeToDecide,

    /// <summary>待登记批复: the district's research officer.</summary>
    DecisionToRecord,

    /// <summary>待开题: the leader.</summary>
    OpeningToReport,

    /// <summary>待中期检查: the leader.</summary>
    MidtermToReport,

    /// <summary>待结题: the leader.</summary>
    ClosingToReport,

    /// <summary>待审的开题、中期、结题、撤项申请: the office, or the body that approves.</summary>
    MilestoneToDecide,

    /// <summary>待审的延期申请: the body that approves.</summary>
    ExtensionToDecide,

    /// <summary>待审的变更申请: the body that approves.</summary>
    ChangeToDecide,

    /// <summary>待完成的任务: the member.</summary>
    TaskToFinish,

    /// <summary>待完成的阶段: the leader.</summary>
    StageToFinish,

    /// <summary>待整改: the leader.</summary>
    InspectionToMend,

    /// <summary>待确认整改: the inspector, or the office.</summary>
    InspectionToConfirm,
}
