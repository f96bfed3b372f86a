namespace HomeroomGraph.Data.Organisation;

/// <summary>A province, city or county of China by its code of GB/T 2260: public reference data of no district.</summary>
public sealed class Region
{
    /// <summary>The code as a number.</summary>
    public int RegionId { get; set; }

    public required string Code { get; set; }
    public required string Name { get; set; }
    public RegionLevel Level { get; set; }
    public int? ParentId { get; set; }

    /// <summary>The day on which a list first had the code.</summary>
    public DateOnly Since { get; set; }

    /// <summary>The day on which a list no longer had it; null while it is in use.</summary>
    public DateOnly? Until { get; set; }

    public Region? Parent { get; set; }
    public List<Region> Parts { get; } = [];
}

/// <summary>The levels of regions.</summary>
public enum RegionLevel
{
    /// <summary>省级.</summary>
    Province,

    /// <summary>地级.</summary>
    City,

    /// <summary>县级.</summary>
    County,
}
