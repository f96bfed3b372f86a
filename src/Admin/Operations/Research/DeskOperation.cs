using HomeroomGraph.Admin.Api;

namespace HomeroomGraph.Admin.Operations.Research;

/// <summary>schema/operations/Research/Desk.graphql: what waits for the viewer on all of the viewer's desks: rules P4 to P14.</summary>
public static class DeskOperation
{
    public static Operation<DeskVariables, DeskData> Operation { get; } = new("Research/Desk");
}

public sealed record DeskVariables(int? First, string? After, int? Last, string? Before, DeskFilterInput? Where);

public sealed record DeskFilterInput
{
    public EqualsInput<DeskItemKind>? Kind { get; init; }
    public EqualsInput<bool>? IsLate { get; init; }
}

public sealed record DeskData(Connection<DeskItem> DeskItems, Connection<DeskKindCount> Kinds) : FramedData;

public sealed record DeskKindCount(DeskKindKey Key, int Count);

public sealed record DeskKindKey(DeskItemKind Kind);

/// <summary>What waits, and the row that waits: the project, or the task, stage, review, inspection or request.</summary>
public sealed record DeskItem(
    DeskItemKind Kind, DateOnly Since, DateOnly? DueOn, bool IsLate, string Record, DeskProject? Project, NameOnly? School);

public sealed record DeskProject(string Id, string Title, ProjectLevel Level, NameOnly? LeadingMember);

public enum DeskItemKind
{
    DraftToSubmit, OpinionsToAnswer, RevisionToSubmit, ReviewersToAssign, ReviewToGive, OutcomeToDecide, DecisionToRecord, OpeningToReport, MidtermToReport,
    ClosingToReport, MilestoneToDecide, ExtensionToDecide, ChangeToDecide, TaskToFinish, StageToFinish, InspectionToMend, InspectionToConfirm,
}
