using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Evaluation;

/// <summary>A class's figures and rank in a publication (rules E3, E10), as <c>homeroom.check_figures</c> computes them.</summary>
public sealed class CheckResult
{
    public int DistrictId { get; set; }
    public long CheckResultId { get; set; }
    public long SchoolId { get; set; }
    public long CheckPublicationId { get; set; }
    public long ClassId { get; set; }

    /// <summary>How many sheets counted.</summary>
    public required int SheetCount { get; set; }

    public required decimal Total { get; set; }
    public required decimal FullMarks { get; set; }

    /// <summary>What was kept of the full marks, in hundredths (得分率).</summary>
    public required decimal Average { get; set; }

    /// <summary>1 is the best; equal averages share a rank.</summary>
    public required int Rank { get; set; }

    public School School { get; set; } = null!;
    public CheckPublication Publication { get; set; } = null!;
    public SchoolClass Class { get; set; } = null!;
}
