using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Policies;

/// <summary>
/// What a district, or one of its schools, decided on a figure or a choice (规定), for a time. A school's own overrides the
/// district's, the district's the default: <c>homeroom.policy_figure</c> and <c>homeroom.policy_choice</c> give the value on a day.
/// </summary>
public sealed class Policy
{
    public int DistrictId { get; set; }
    public long PolicyId { get; set; }

    /// <summary>The school it holds for; null for the whole district.</summary>
    public long? SchoolId { get; set; }

    public required string PolicyKey { get; set; }

    /// <summary>The value where the kind is a figure, within the kind's range.</summary>
    public decimal? Figure { get; set; }

    /// <summary>The value where the kind is a choice, one of the kind's.</summary>
    public string? Choice { get; set; }

    public required DateOnly StartsOn { get; set; }

    /// <summary>The first day on which it no longer holds; null while open.</summary>
    public DateOnly? EndsOn { get; set; }

    public required string Reason { get; set; }

    /// <summary>Who decided it, as written.</summary>
    public required string DecidedBy { get; set; }

    public District District { get; set; } = null!;
    public School? School { get; set; }
    public PolicyKind Kind { get; set; } = null!;
}
