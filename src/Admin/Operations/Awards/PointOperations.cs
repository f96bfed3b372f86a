using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Papers;
using HomeroomGraph.Admin.Operations.Research;

namespace HomeroomGraph.Admin.Operations.Awards;

/// <summary>schema/operations/Awards, as far as it is about the ledger of points: rule W4.</summary>
public static class PointOperations
{
    /// <summary>Teachers with entries that the viewer sees, those with the most points first.</summary>
    public static Operation<PointListVariables, PointListData> List { get; } = new("Awards/PointList");

    /// <summary>The entries of one teacher, the last first.</summary>
    public static Operation<PointLedgerVariables, PointLedgerData> Ledger { get; } = new("Awards/PointLedger");

    /// <summary>Entries as a file, of the API's exports and not a page's question.</summary>
    public static Operation<PointExportVariables, PointListData> Export { get; } = new("Awards/PointExport");
}

public sealed record PointListVariables(int? First, string? After, int? Last, string? Before, TeacherFilterInput Where);

/// <summary>The parts of the contract's <c>TeacherFilterInput</c> that the list of points uses.</summary>
public sealed record TeacherFilterInput(AnyInput RewardPointEntries, IdFilterInput? School = null);

public sealed record PointListData(PointViewer? Viewer, Connection<TeacherPoints> Teachers, Connection<NamedRow> Schools) : FramedData;

public sealed record PointViewer(IReadOnlyList<PointRole> Roles);

public sealed record PointRole(string Role, RowId? Teacher);

public sealed record TeacherPoints(string Id, string Name, decimal RewardPoints, NameOnly? School, Counted RewardPointEntries);

public sealed record PointLedgerVariables(string Id, int? First, string? After, int? Last, string? Before);

public sealed record PointLedgerData(TeacherLedger? Teacher) : FramedData;

public sealed record TeacherLedger(string Id, string Name, decimal RewardPoints, NameOnly? School, Connection<LedgerEntry> RewardPointEntries);

public sealed record LedgerEntry(string Id, decimal Points, DateOnly EnteredOn, string Reason, EnteredAward? Award, CorrectedEntry? Corrects);

public sealed record EnteredAward(string Id, string Title, DateOnly? RevokedOn);

public sealed record CorrectedEntry(DateOnly EnteredOn, TitledRow? Award);

public sealed record PointExportVariables(PointFilterInput? Where);

/// <summary>The parts of the contract's <c>RewardPointEntryFilterInput</c> that the export uses.</summary>
public sealed record PointFilterInput(IdFilterInput? School = null, IdFilterInput? Teacher = null);
