using System.Text.Json;
using System.Text.Json.Serialization;

namespace HomeroomGraph.Data.Research;

/// <summary>What a change request is to bring about (rule P14): the one part that belongs to its kind.</summary>
public sealed record ProposedChange
{
    private static readonly JsonSerializerOptions Kept = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The new leader, a teacher.</summary>
    public long? LeaderId { get; init; }

    /// <summary>All members beside the leader, as they are to be.</summary>
    public IReadOnlyList<ProposedMember>? Members { get; init; }

    public string? Title { get; init; }

    /// <summary>The new content, or form of the results.</summary>
    public string? Text { get; init; }

    public DateOnly? DueOn { get; init; }

    public JsonElement ToJson() => JsonSerializer.SerializeToElement(this, Kept);

    public static ProposedChange Of(JsonElement json) => json.Deserialize<ProposedChange>(Kept)!;
}

/// <summary>A member as it is to be (rule P3).</summary>
public sealed record ProposedMember(long TeacherId, string Duty, string? Task);
