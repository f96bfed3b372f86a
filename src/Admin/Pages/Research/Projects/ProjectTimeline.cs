using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Operations.Research;
using HomeroomGraph.Admin.Texts;
using HomeroomGraph.Admin.Web;
using Microsoft.Extensions.Localization;

namespace HomeroomGraph.Admin.Pages.Research.Projects;

/// <summary>How an entry of the timeline looks.</summary>
public enum TimelineTone { Plain, Good, Notice, Alarm, Ahead }

/// <summary>Something that happened to a project, or will: what, when, who, and what was said.</summary>
public sealed record TimelineEntry(DateOnly On, string Title, TimelineTone Tone, string? Who = null, string? Text = null, FileName? Document = null)
{
    /// <summary>When in the day, where that is known.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Where in the day it stands.</summary>
    internal DayPart Part { get; init; } = DayPart.SomeTime;
}

/// <summary>The order of a day. What is known by its day only (requests, inspections) happens to a project that runs: after the steps that led there,
/// and before the one that ended it.</summary>
internal enum DayPart { Beginning, Step, SomeTime, End }

/// <summary>What happened to a project, the newest first, from its steps, milestones, requests and inspections: rules P6 to P11, P14.</summary>
public static class ProjectTimeline
{
    public static IReadOnlyList<TimelineEntry> Of(ProjectDetails project, IStringLocalizer<ResearchTexts> texts)
    {
        // Requests and inspections come the newest first; what ties keeps this order.
        var entries = new List<TimelineEntry> { new(project.CreatedOn, texts["Timeline.Drafted"], TimelineTone.Plain) { Part = DayPart.Beginning } };
        entries.AddRange(project.StateChanges.Nodes.Where(change => !IsMilestone(project, change)).Select(change => Step(change, texts)));
        entries.AddRange(project.MilestoneRequests.Nodes.Reverse().SelectMany(request => Report(request, texts)).Select(report => BeforeItsMilestone(project, report)));
        entries.AddRange(project.Milestones.Nodes.Select(milestone => Milestone(milestone, texts)));
        entries.AddRange(project.ExtensionRequests.Nodes.Reverse().SelectMany(request => Extension(request, texts)));
        entries.AddRange(project.ChangeRequests.Nodes.Reverse().SelectMany(request => Change(request, texts)));
        entries.AddRange(project.Inspections.Nodes.Reverse().Select(inspection => Inspection(inspection, texts)));
        var past = entries.OrderBy(entry => entry.On).ThenBy(entry => entry.Part).ThenBy(entry => entry.At).Reverse();
        return project is { IsUnfinished: true, DueOn: { } due, ApprovedOn: not null }
            ? [new(due, texts["Timeline.Due"], project.IsOverdue ? TimelineTone.Alarm : TimelineTone.Ahead), .. past]
            : [.. past];
    }

    /// <summary>A step at its time; one that is recorded on a later day than it was held counts for its day.</summary>
    private static TimelineEntry At(TimelineEntry entry, DateTimeOffset moment, bool ends) => entry with
    {
        Part = ends ? DayPart.End : moment.Day() == entry.On ? DayPart.Step : DayPart.SomeTime,
        At = moment.Day() == entry.On ? moment : null,
    };

    // What was sent back came before what was taken on the same day.
    private static TimelineEntry BeforeItsMilestone(ProjectDetails project, (MilestoneKind Kind, TimelineEntry Entry) report) =>
        project.Milestones.Nodes.FirstOrDefault(milestone => milestone.Kind == report.Kind && milestone.HeldOn == report.Entry.On) is { } taken
            ? At(report.Entry, taken.RecordedAt, Ends(taken.Kind))
            : report.Entry;

    private static bool Ends(MilestoneKind kind) => kind is MilestoneKind.Closing or MilestoneKind.Termination;

    // A milestone is the step too: it says more, so it stands for both.
    private static bool IsMilestone(ProjectDetails project, StateChangeRow change)
    {
        MilestoneKind? kind = change.ToState switch
        {
            ProjectState.Running => MilestoneKind.Opening,
            ProjectState.Closed => MilestoneKind.Closing,
            ProjectState.Terminated => MilestoneKind.Termination,
            _ => null,
        };
        return project.Milestones.Nodes.Any(milestone => milestone.Kind == kind);
    }

    private static TimelineEntry Step(StateChangeRow change, IStringLocalizer<ResearchTexts> texts) => At(new(
        change.ChangedAt.Day(),
        change.FromState == ProjectState.RevisionRequested && change.ToState == ProjectState.Submitted
            ? texts["Timeline.Resubmitted"]
            : texts[$"Step.{change.ToState.ToCode()}"],
        change.ToState switch
        {
            ProjectState.Recommended or ProjectState.Approved or ProjectState.Running or ProjectState.Closed => TimelineTone.Good,
            ProjectState.RevisionRequested => TimelineTone.Notice,
            ProjectState.Refused or ProjectState.Rejected or ProjectState.Terminated => TimelineTone.Alarm,
            _ => TimelineTone.Plain,
        },
        change.ChangedBy, change.Remark, change.Document), change.ChangedAt,
        ends: change.ToState is ProjectState.Closed or ProjectState.Terminated or ProjectState.Withdrawn or ProjectState.Rejected or ProjectState.Refused);

    private static TimelineEntry Milestone(MilestoneRow milestone, IStringLocalizer<ResearchTexts> texts) => At(new(
        milestone.HeldOn,
        milestone.Grade is { } grade
            ? texts["Timeline.Graded", texts[$"Milestone.{milestone.Kind.ToCode()}"], texts[$"ClosingGrade.{grade.ToCode()}"]]
            : texts[$"Milestone.{milestone.Kind.ToCode()}"],
        milestone.Kind == MilestoneKind.Termination ? TimelineTone.Alarm : TimelineTone.Good,
        milestone.HeldBy, milestone.Conclusion ?? milestone.Reason, milestone.Document), milestone.RecordedAt, Ends(milestone.Kind));

    // A report that was accepted is the milestone, which says it already.
    private static IEnumerable<(MilestoneKind Kind, TimelineEntry Entry)> Report(MilestoneRequestRow request, IStringLocalizer<ResearchTexts> texts)
    {
        var what = texts[$"Milestone.{request.Kind.ToCode()}"].Value;
        if (request.Decision == RequestDecision.Granted)
            yield break;
        yield return (request.Kind, new(request.RequestedOn, texts["Timeline.ReportGiven", what], TimelineTone.Plain, request.RequestedBy, request.Reason, request.Document));
        if (request.DecidedOn is { } refused)
            yield return (request.Kind, new(refused, texts["Timeline.ReportSentBack", what], TimelineTone.Alarm, request.DecidedBy, request.Remark));
    }

    private static IEnumerable<TimelineEntry> Extension(ExtensionRequestRow request, IStringLocalizer<ResearchTexts> texts)
    {
        yield return new(
            request.RequestedOn, texts["Timeline.ExtensionRequested", request.RequestedUntil.Text()], TimelineTone.Plain, request.RequestedBy,
            request.Reason, request.Document);
        if (request is { Decision: RequestDecision.Granted, DecidedOn: { } granted })
            yield return new(granted, texts["Timeline.ExtensionGranted", (request.GrantedUntil ?? request.RequestedUntil).Text()], TimelineTone.Good, request.DecidedBy, request.Remark);
        else if (request is { Decision: RequestDecision.Refused, DecidedOn: { } refused })
            yield return new(refused, texts["Timeline.ExtensionRefused"], TimelineTone.Alarm, request.DecidedBy, request.Remark);
    }

    private static IEnumerable<TimelineEntry> Change(ChangeRequestRow request, IStringLocalizer<ResearchTexts> texts)
    {
        var what = texts[$"Change.{request.Kind.ToCode()}"].Value;
        yield return new(request.RequestedOn, texts["Timeline.ChangeRequested", what], TimelineTone.Plain, request.RequestedBy, request.Reason);
        if (request is { Decision: RequestDecision.Granted, DecidedOn: { } granted })
            yield return new(granted, texts["Timeline.ChangeGranted", what], TimelineTone.Good, request.DecidedBy, request.Remark);
        else if (request is { Decision: RequestDecision.Refused, DecidedOn: { } refused })
            yield return new(refused, texts["Timeline.ChangeRefused", what], TimelineTone.Alarm, request.DecidedBy, request.Remark);
    }

    private static TimelineEntry Inspection(InspectionRow inspection, IStringLocalizer<ResearchTexts> texts) => new(
        inspection.InspectedOn, texts["Timeline.Inspected"],
        inspection.MendBy is null || inspection.MendedOn is not null ? TimelineTone.Plain : inspection.IsOverdue ? TimelineTone.Alarm : TimelineTone.Notice,
        inspection.InspectedBy, inspection.Finding);
}
