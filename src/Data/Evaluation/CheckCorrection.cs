using System.Text.Json;
using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Evaluation;

/// <summary>
/// A correction (更正) of a sheet: what it replaced, who made it and why (rule E2). The database fills number and replaced
/// values when it is inserted, and opens the sheet until the transaction ends. Append-only.
/// </summary>
public sealed class CheckCorrection
{
    public int DistrictId { get; set; }
    public long CheckCorrectionId { get; set; }
    public long SchoolId { get; set; }
    public long CheckSheetId { get; set; }

    /// <summary>The how-manieth of the sheet; set by the database.</summary>
    public int Number { get; private set; }

    public required string Reason { get; set; }
    public required string CorrectedBy { get; set; }
    public required DateTime CorrectedAt { get; set; }

    public decimal ReplacedTotal { get; private set; }
    public JsonElement ReplacedSheet { get; private set; }
    public JsonElement ReplacedLines { get; private set; }

    public School School { get; set; } = null!;
    public CheckSheet Sheet { get; set; } = null!;
}
