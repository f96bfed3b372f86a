using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Research;

namespace HomeroomGraph.Admin.Operations.Inbox;

/// <summary>schema/operations/Inbox/Inbox.graphql: what the viewer was told, what is unread first.</summary>
public static class InboxOperation
{
    public static Operation<InboxVariables, InboxData> Operation { get; } = new("Inbox/Inbox");

    /// <summary>schema/operations/Inbox/MarkNotificationsRead.graphql.</summary>
    public static Operation<InputVariables<MarkReadInput>, DoneData<Done>> MarkRead { get; } = new("Inbox/MarkNotificationsRead");
}

public sealed record InboxVariables(int? First, string? After, int? Last, string? Before, NoticeFilterInput? Where);

public sealed record NoticeFilterInput
{
    public EqualsInput<bool>? IsRead { get; init; }
    public IdFilterInput? Project { get; init; }
}

/// <summary>A row by its global id.</summary>
public sealed record IdFilterInput(EqualsInput<string> Id);

/// <summary>Which are read: those that are named, those of a project, or all.</summary>
public sealed record MarkReadInput(IReadOnlyList<string>? Ids = null, string? ProjectId = null, bool? All = null);

public sealed record InboxData(Connection<Notice> Inbox) : FramedData;

/// <summary>What a person was told, in both languages; <see cref="Record"/> is the row that it is about. The project is null where the viewer sees it no longer.</summary>
public sealed record Notice(
    string Id, NotificationKind Kind, bool IsRead, string TextZh, string TextEn, string Title, DateTimeOffset CreatedAt, string? ByName,
    DeskItemKind? ItemKind, string? Record, RowId? Project);

public enum NotificationKind
{
    StepTaken, MemberNamed, TaskAssigned, ReviewAssigned, ReviewReleased, ReviewGiven, RequestMade, RequestDecided, Inspected, InspectionMended, DueSoon, Overdue,
}
