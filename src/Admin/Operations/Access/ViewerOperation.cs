using HomeroomGraph.Admin.Api;

namespace HomeroomGraph.Admin.Operations.Access;

/// <summary>schema/operations/Access/Viewer.graphql: who just signed in, for the frame of every page.</summary>
public static class ViewerOperation
{
    public static Operation<NoVariables, ViewerData> Operation { get; } = new("Access/Viewer");
}

public sealed record ViewerData(SignedInViewer? Viewer) : FramedData;

public sealed record SignedInViewer(
    string Id, string Username, string DisplayName, string Locale, IReadOnlyList<ViewerRole> Roles, bool MustChangePassword = false);
