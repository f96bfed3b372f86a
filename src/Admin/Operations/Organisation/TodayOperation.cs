using HomeroomGraph.Admin.Api;

namespace HomeroomGraph.Admin.Operations.Organisation;

/// <summary>schema/operations/Organisation/Today.graphql: the API's business day, the default of every date field.</summary>
public static class TodayOperation
{
    public static Operation<NoVariables, TodayData> Operation { get; } = new("Organisation/Today");
}

public sealed record TodayData(TodayViewer? Viewer);

public sealed record TodayViewer(DateOnly Today);
