namespace HomeroomGraph.Data.Organisation;

/// <summary>What a district was called before (rule O1); written by the database when the designation changes.</summary>
public sealed class DistrictFormerDesignation
{
    public int DistrictId { get; set; }
    public long FormerDesignationId { get; set; }
    public DateOnly Since { get; set; }

    /// <summary>The first day on which it no longer held.</summary>
    public DateOnly Until { get; set; }

    public string? Code { get; set; }
    public required string Name { get; set; }
    public required string City { get; set; }
    public required string Province { get; set; }

    public District District { get; set; } = null!;
}
