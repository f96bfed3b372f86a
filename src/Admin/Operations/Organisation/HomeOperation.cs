using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Access;
using HomeroomGraph.Admin.Operations.Inbox;
using HomeroomGraph.Admin.Operations.Research;

namespace HomeroomGraph.Admin.Operations.Organisation;

/// <summary>schema/operations/Organisation/Home.graphql: who I am, what waits for me, what I was told, how much I can see, and how research stands there.</summary>
public static class HomeOperation
{
    public static Operation<HomeVariables, HomeData> Operation { get; } = new("Organisation/Home");
}

/// <summary>The district whose figures are shown; the first where it is null.</summary>
public sealed record HomeVariables(DistrictFilterInput? District);

public sealed record HomeData(
    HomeViewer? Viewer, Connection<DeskItem> DeskItems, Connection<Notice> News, Connection<HomePlace> Schools, HomeCount Teachers, HomeCount Projects,
    Connection<DistrictOption> Districts, Connection<HomePlace> District) : FramedData;

public sealed record HomeViewer(string DisplayName, DateOnly Today, IReadOnlyList<ViewerRole> Roles);

public sealed record HomeCount(int TotalCount);

/// <summary>A district or school with its figures: D4, D5, D6. Who may not read them has none.</summary>
public sealed record HomePlace(
    string Name, Connection<ProjectFigure> ProjectFigures, Connection<CoverageFigure> ResearchCoverageFigures, Connection<OverdueFigure> OverdueFigures,
    string? Code = null, Connection<UncoveredGroup>? ResearchGroupsWithoutProject = null);
