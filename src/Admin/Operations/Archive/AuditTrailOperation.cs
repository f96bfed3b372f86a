using System.Text.Json;
using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Access;

namespace HomeroomGraph.Admin.Operations.Archive;

/// <summary>schema/operations/Archive/AuditTrail.graphql: a page of the audit log, newest first, and whether the viewer audits at all (rule V3).</summary>
public static class AuditTrailOperation
{
    public static Operation<AuditTrailVariables, AuditTrailData> Operation { get; } = new("Archive/AuditTrail");
}

public sealed record AuditTrailVariables(int? First, string? After, int? Last, string? Before, AuditEntryFilterInput? Where);

public sealed record AuditTrailData(RolesOfViewer? Viewer, Connection<AuditEntryRow> AuditEntries) : FramedData;

/// <summary>A change of a record. <paramref name="Record"/> is null for what the contract does not show; then only table and key name it.</summary>
public sealed record AuditEntryRow(
    string Id, DateTimeOffset At, string? Record, string TableName, string RowId, AuditOperation Operation,
    JsonElement? Before, JsonElement? After, string Actor, string? ActorName, string? Origin);

/// <summary>What happened to a record: rule V3.</summary>
public enum AuditOperation { Insert, Update, Delete }
