using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Figures;

/// <summary>A row of a figure for dashboards (section D): of a school, or of the whole district. It is a sum and no record, so it has no
/// key; schema <c>figures</c> says in one place how it is computed.</summary>
public abstract class Figure
{
    public int DistrictId { get; set; }
    public FigureScope Scope { get; set; }

    /// <summary>0: the whole district.</summary>
    public long SchoolId { get; set; }

    public District District { get; set; } = null!;
    public School? School { get; set; }
}

/// <summary>What a row of a figure is of.</summary>
public enum FigureScope
{
    /// <summary>全区: all schools of a district together.</summary>
    District,

    /// <summary>一所学校.</summary>
    School,
}

/// <summary>What a figure is, with the rules it comes from. The same everywhere, and changed by migrations only.</summary>
public sealed class FigureDefinition
{
    public int DefinitionId { get; set; }

    /// <summary>The rule of section D, such as <c>D4</c>.</summary>
    public required string Key { get; set; }

    public required string[] Rules { get; set; }
    public required string NameZh { get; set; }
    public required string NameEn { get; set; }
    public required string TextZh { get; set; }
    public required string TextEn { get; set; }
}
