using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Evaluation;

/// <summary>
/// A scheme (考核方案) of a district or a school for one school year (rule E1): weighted indicators, rounds and check items. Its
/// parts change only while it is a draft, and a used one never is a draft again: a change is a new version.
/// </summary>
public sealed class EvaluationScheme
{
    public int DistrictId { get; set; }
    public long EvaluationSchemeId { get; set; }

    /// <summary>The school; null where it is the whole district's.</summary>
    public long? SchoolId { get; set; }

    public long SchoolYearId { get; set; }
    public required string Name { get; set; }
    public int Version { get; set; } = 1;

    /// <summary>The version before this one.</summary>
    public long? ReplacesId { get; set; }

    public SchemeState State { get; set; }

    public District District { get; set; } = null!;
    public School? School { get; set; }
    public SchoolYear SchoolYear { get; set; } = null!;
    public EvaluationScheme? Replaces { get; set; }
    public List<EvaluationIndicator> Indicators { get; } = [];
    public List<CheckRound> Rounds { get; } = [];
    public List<CheckItem> Items { get; } = [];
    public List<CheckSheet> Sheets { get; } = [];
}

/// <summary>Where a scheme stands (rule E1).</summary>
public enum SchemeState
{
    /// <summary>草案: being written.</summary>
    Draft,

    /// <summary>在用: sheets and assessments follow it; at most one a school (or district) and year.</summary>
    InUse,

    /// <summary>停用.</summary>
    Retired,
}
