using HomeroomGraph.Data.Archive;

namespace HomeroomGraph.Data.Research;

/// <summary>
/// A request to finish a project later (延期申请, rule P10), with the stage summary attached. A grant moves the project's due
/// date; how long one may be, and all of them, is policy.
/// </summary>
public sealed class ExtensionRequest
{
    public int DistrictId { get; set; }
    public long ResearchExtensionRequestId { get; set; }
    public long SchoolId { get; set; }
    public long ResearchProjectId { get; set; }

    /// <summary>The project's due date when it was asked for; kept by the database.</summary>
    public DateOnly DueOn { get; private set; }

    public required DateOnly RequestedOn { get; set; }
    public required string RequestedBy { get; set; }
    public required DateOnly RequestedUntil { get; set; }
    public required string Reason { get; set; }

    /// <summary>The stage summary.</summary>
    public long DocumentId { get; set; }

    public RequestDecision? Decision { get; set; }
    public DateOnly? GrantedUntil { get; set; }

    /// <summary>Counts the granted ones from 1; given by the database.</summary>
    public short? GrantNumber { get; private set; }

    public DateOnly? DecidedOn { get; set; }
    public string? DecidedBy { get; set; }
    public string? Remark { get; set; }

    public ResearchProject Project { get; set; } = null!;
    public Document Document { get; set; } = null!;
}

/// <summary>The decision on a request (rules P10, P14).</summary>
public enum RequestDecision
{
    /// <summary>同意.</summary>
    Granted,

    /// <summary>不同意.</summary>
    Refused,
}
