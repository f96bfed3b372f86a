using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Access;

namespace HomeroomGraph.Admin.Operations.Organisation;

/// <summary>schema/operations/Organisation/Home.graphql: who I am, what day it is, how much I can see.</summary>
public static class HomeOperation
{
    public static Operation<NoVariables, HomeData> Operation { get; } = new("Organisation/Home");
}

public sealed record HomeData(HomeViewer? Viewer, HomeCount Schools, HomeCount Teachers);

public sealed record HomeViewer(string DisplayName, DateOnly Today, IReadOnlyList<ViewerRole> Roles);

public sealed record HomeCount(int TotalCount);
