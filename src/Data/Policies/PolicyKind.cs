namespace HomeroomGraph.Data.Policies;

/// <summary>What a policy can be about: a figure or a choice that a rule leaves to districts and schools. The same everywhere,
/// and changed by migrations only.</summary>
public sealed class PolicyKind
{
    public int PolicyKindId { get; set; }

    /// <summary>The name that rules ask by, such as <c>m2_mentor_service_years</c>: it begins with the rule's id.</summary>
    public required string Key { get; set; }

    public required string Rule { get; set; }
    public required PolicyValueKind ValueKind { get; set; }
    public PolicyUnit? Unit { get; set; }
    public decimal? DefaultFigure { get; set; }
    public decimal? LeastFigure { get; set; }
    public decimal? GreatestFigure { get; set; }
    public string? DefaultChoice { get; set; }
    public string[]? Choices { get; set; }
    public required string DescriptionZh { get; set; }
    public required string DescriptionEn { get; set; }

    public List<Policy> Policies { get; } = [];
}

/// <summary>What a policy's value is.</summary>
public enum PolicyValueKind
{
    /// <summary>A number in a unit, within a range.</summary>
    Figure,

    /// <summary>One of a few words.</summary>
    Choice,
}

/// <summary>What a policy's figure counts.</summary>
public enum PolicyUnit
{
    Years,
    Months,
    Weeks,
    Days,

    /// <summary>工作日: by the district's calendar (rule O4).</summary>
    WorkingDays,

    /// <summary>学时.</summary>
    Hours,

    Count,

    /// <summary>标准课时量: standard lesson loads.</summary>
    Loads,
}
