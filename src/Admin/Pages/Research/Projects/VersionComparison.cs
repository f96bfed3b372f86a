using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Operations.Research;
using HomeroomGraph.Admin.Texts;
using Microsoft.Extensions.Localization;

namespace HomeroomGraph.Admin.Pages.Research.Projects;

/// <summary>A part of the application in two versions, with what differs marked.</summary>
public sealed record ComparedPart(string Name, IReadOnlyList<TextPiece> Before, IReadOnlyList<TextPiece> After)
{
    public bool Changed => Before.Any(piece => piece.Changed) || After.Any(piece => piece.Changed);
}

/// <summary>Two versions of an application part by part (rule P6): its texts, due date, members and stages.</summary>
public static class VersionComparison
{
    public static IReadOnlyList<ComparedPart> Of(WholeVersion before, WholeVersion after, ProjectVersions project, IStringLocalizer<ResearchTexts> texts)
    {
        var parts = before.Sections.Zip(after.Sections, (left, right) => Part(left.Name, left.Text, right.Text)).ToList();
        parts.Add(Part("dueOn", before.DueOn?.Text(), after.DueOn?.Text()));
        parts.Add(Part("members", Members(before, project, texts), Members(after, project, texts)));
        parts.Add(Part("stages", Stages(before, project, texts), Stages(after, project, texts)));
        return parts;
    }

    private static ComparedPart Part(string name, string? before, string? after)
    {
        var (left, right) = TextDifference.Of(before ?? "", after ?? "");
        return new ComparedPart(name, left, right);
    }

    private static string Members(WholeVersion version, ProjectVersions project, IStringLocalizer<ResearchTexts> texts) => string.Join('\n',
        version.MembersOf(project).Select(member => member.Task is null
            ? texts["Compare.Member", member.Name, member.Duty ?? ""].Value
            : texts["Compare.MemberWithTask", member.Name, member.Duty ?? "", member.Task].Value));

    private static string Stages(WholeVersion version, ProjectVersions project, IStringLocalizer<ResearchTexts> texts) => string.Join('\n',
        version.StagesOf(project).Select(stage => texts["Compare.Stage", stage.StartsOn.Text(), stage.DueOn.Text(), stage.Goal].Value));

    /// <summary>Leader and members as submitted; of a draft those of the project, which it will take along.</summary>
    public static IReadOnlyList<SubmittedMember> MembersOf(this WholeVersion version, ProjectVersions project) => version.Members ??
        [.. project.Members.Nodes.Where(member => member.LeftOn is null)
            .Select(member => new SubmittedMember(member.Name, member.Role == ResearchMemberRole.Leader ? "leader" : "member", member.Duty, member.Task))];

    /// <summary>The stages as submitted; of a draft those of the project.</summary>
    public static IReadOnlyList<SubmittedStage> StagesOf(this WholeVersion version, ProjectVersions project) => version.Stages ??
        [.. project.Stages.Nodes.Select(stage => new SubmittedStage(stage.Goal ?? "", stage.StartsOn, stage.DueOn))];
}
