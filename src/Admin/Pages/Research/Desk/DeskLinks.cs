using HomeroomGraph.Admin.Operations.Research;

namespace HomeroomGraph.Admin.Pages.Research.Desk;

/// <summary>Where to do what waits.</summary>
public static class DeskLinks
{
    public static string Of(this ResearchLinks links, DeskItem item)
    {
        var project = item.Project?.Id ?? item.Record;
        return item.Kind switch
        {
            DeskItemKind.DraftToSubmit or DeskItemKind.OpinionsToAnswer or DeskItemKind.RevisionToSubmit => links.Application(project),
            DeskItemKind.ReviewersToAssign => links.Step(project, "reviewers"),
            DeskItemKind.ReviewToGive => links.Review(item.Record),
            DeskItemKind.OutcomeToDecide => links.Project(project) + "#reviews",
            DeskItemKind.DecisionToRecord => links.Step(project, "decision"),
            DeskItemKind.OpeningToReport => links.Step(project, "opening"),
            DeskItemKind.MidtermToReport => links.Step(project, "midterm"),
            DeskItemKind.ClosingToReport => links.Step(project, "closing"),
            DeskItemKind.ExtensionToDecide => links.Step(project, "decide-extension", item.Record),
            DeskItemKind.ChangeToDecide => links.Step(project, "decide-change", item.Record),
            DeskItemKind.InspectionToConfirm => links.Step(project, "mended", item.Record),
            DeskItemKind.MilestoneToDecide => links.Project(project) + "#requests",
            DeskItemKind.InspectionToMend => links.Project(project) + "#inspections",
            _ => links.Project(project) + "#plan",
        };
    }
}
