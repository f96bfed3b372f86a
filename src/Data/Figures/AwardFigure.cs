using HomeroomGraph.Data.Awards;
using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Figures;

/// <summary>Awards of a kind, level and grade granted in a school year (D8, rule W1).</summary>
public sealed class AwardFigure : Figure
{
    /// <summary>0: in no school year that the district has.</summary>
    public long SchoolYearId { get; set; }

    /// <summary>The calendar year in which the school year begins: the same period in all districts; null in none.</summary>
    public int? StartingYear { get; set; }

    /// <summary>Null, as level and grade are: all awards together.</summary>
    public AwardKind? Kind { get; set; }

    public AwardLevel? Level { get; set; }
    public AwardGrade? Grade { get; set; }

    /// <summary>Not revoked.</summary>
    public int AwardCount { get; set; }

    public int FirstSemesterCount { get; set; }
    public int SecondSemesterCount { get; set; }
    public int GrantedCount { get; set; }
    public int OutsideCount { get; set; }
    public int RevokedCount { get; set; }

    public SchoolYear? SchoolYear { get; set; }
}
