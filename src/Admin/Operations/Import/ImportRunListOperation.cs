using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Access;

namespace HomeroomGraph.Admin.Operations.Import;

/// <summary>schema/operations/Import/ImportRunList.graphql: the runs of imports, newest first.</summary>
public static class ImportRunListOperation
{
    public static Operation<PageVariables, ImportRunListData> Operation { get; } = new("Import/ImportRunList");
}

public sealed record PageVariables(int? First, string? After, int? Last, string? Before);

public sealed record ImportRunListData(RolesOfViewer? Viewer, Connection<ImportRunRow> ImportRuns) : FramedData;

public sealed record ImportRunRow(
    string Id, string Kind, string FileName, ImportState State, bool DryRun, DateTimeOffset StartedAt, int Errors, int Warnings,
    NamedReach? District, NamedReach? School);

/// <summary>How far an import is, or how it ended.</summary>
public enum ImportState { Queued, Checking, Storing, Applied, Refused, Rehearsed, Failed, Interrupted }

/// <summary>schema/operations/Import/ImportChoice.graphql: into which districts the viewer imports what.</summary>
public static class ImportChoiceOperation
{
    public static Operation<NoVariables, ImportChoiceData> Operation { get; } = new("Import/ImportChoice");
}

public sealed record ImportChoiceData(ImportingViewer? Viewer) : FramedData;

public sealed record ImportingViewer(IReadOnlyList<ImportingRole> Roles);

public sealed record ImportingRole(string Role, CodedDistrict? District, NamedReach? School);

public sealed record CodedDistrict(string? Code, string Name);
