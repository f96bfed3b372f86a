using System.Text.Json;
using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Archive;

/// <summary>An entry of the append-only audit log (审计日志): a row that was changed, by whom, when, from where, before and after
/// (rule V3); table <c>history.audit_log</c>, written by triggers only.</summary>
public sealed class AuditEntry
{
    public int DistrictId { get; set; }
    public long AuditId { get; set; }

    /// <summary>The school of the changed row, where it has one.</summary>
    public long? SchoolId { get; set; }

    public DateTime At { get; set; }

    /// <summary>The table with its schema.</summary>
    public required string TableName { get; set; }

    /// <summary>The row's key without the district, as text.</summary>
    public required string RowId { get; set; }

    public required AuditOperation Operation { get; set; }

    /// <summary>The row before the change; null for an insertion.</summary>
    public JsonElement? Before { get; set; }

    /// <summary>The row after the change; null for a deletion.</summary>
    public JsonElement? After { get; set; }

    /// <summary>Who changed it: an account's id, or a program.</summary>
    public required string Actor { get; set; }

    /// <summary>What an account was called then: the name to show and the user name; null for programs.</summary>
    public string? ActorName { get; set; }

    /// <summary>Where the request came from; null for programs.</summary>
    public string? Origin { get; set; }

    public District District { get; set; } = null!;
    public School? School { get; set; }
}

/// <summary>What happened to a row.</summary>
public enum AuditOperation
{
    Insert,
    Update,
    Delete,
}
