using System.Text.Json;

namespace HomeroomGraph.Data.Research;

/// <summary>A request to change a running project (变更申请, rule P14), with what was and what is to be.</summary>
public sealed class ChangeRequest
{
    public int DistrictId { get; set; }
    public long ResearchChangeRequestId { get; set; }
    public long SchoolId { get; set; }
    public long ResearchProjectId { get; set; }
    public required ChangeKind Kind { get; set; }
    public required string Before { get; set; }
    public required string After { get; set; }

    /// <summary>What is to be, as <see cref="ProposedChange"/>: carried out when it is granted. Null for those recorded before.</summary>
    public JsonElement? Proposal { get; set; }

    public required string Reason { get; set; }
    public required DateOnly RequestedOn { get; set; }
    public required string RequestedBy { get; set; }
    public RequestDecision? Decision { get; set; }
    public DateOnly? DecidedOn { get; set; }
    public string? DecidedBy { get; set; }
    public string? Remark { get; set; }

    public ResearchProject Project { get; set; } = null!;
}

/// <summary>What a change request changes (rule P14).</summary>
public enum ChangeKind
{
    /// <summary>变更负责人.</summary>
    Leader,

    /// <summary>变更成员.</summary>
    Members,

    /// <summary>变更名称.</summary>
    Title,

    /// <summary>变更内容.</summary>
    Content,

    /// <summary>变更成果形式.</summary>
    FormOfResults,

    /// <summary>变更完成时间.</summary>
    DueDate,
}
