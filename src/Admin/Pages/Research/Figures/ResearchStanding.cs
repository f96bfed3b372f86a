using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Organisation;
using HomeroomGraph.Admin.Operations.Research;

namespace HomeroomGraph.Admin.Pages.Research.Figures;

/// <summary>How research stands in a district or school this school year: what home's charts show (D4 to D6).</summary>
public sealed class ResearchStanding
{
    private ResearchStanding(HomePlace place)
    {
        Name = place.Name;
        Code = place.Code;
        ByLevel = [.. place.ProjectFigures.Nodes.Where(figure => figure is { Level: not null } && (figure.ProjectCount > 0 || figure.TargetMinimum > 0)).OrderBy(figure => figure.Level)];
        States = [.. Enum.GetValues<ProjectState>().Where(state => ByLevel.Any(figure => figure.Of(state) > 0))];
        Coverage = place.ResearchCoverageFigures.Nodes.FirstOrDefault();
        Uncovered = place.ResearchGroupsWithoutProject;
        Overdue = place.OverdueFigures.Nodes.FirstOrDefault();
    }

    public string Name { get; }
    public string? Code { get; }
    public IReadOnlyList<ProjectFigure> ByLevel { get; }

    /// <summary>The states in which there is a project.</summary>
    public IReadOnlyList<ProjectState> States { get; }

    public CoverageFigure? Coverage { get; }

    /// <summary>The subjects without a project, of a school; a district's stand by school with the targets.</summary>
    public Connection<UncoveredGroup>? Uncovered { get; }

    public OverdueFigure? Overdue { get; }

    public bool HasTargets => ByLevel.Any(figure => figure.TargetMinimum is not null);

    /// <summary>The district's where the viewer reads one, else the school's; null for who reads neither.</summary>
    public static ResearchStanding? Of(HomeData data) =>
        data.District.Nodes.Concat(data.Schools.Nodes).FirstOrDefault(place => place.ProjectFigures.Nodes.Count + place.ResearchCoverageFigures.Nodes.Count > 0) is { } place
            ? new ResearchStanding(place)
            : null;
}
