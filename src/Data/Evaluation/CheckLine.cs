namespace HomeroomGraph.Data.Evaluation;

/// <summary>An item that differs from full marks on a sheet (rule E2). Partitioned by school year; the log has the sheet's change.</summary>
public sealed class CheckLine
{
    public int DistrictId { get; set; }
    public long CheckLineId { get; set; }

    /// <summary>The sheet's.</summary>
    public required short StartingYear { get; set; }

    /// <summary>The sheet's.</summary>
    public long SchoolId { get; set; }

    public long CheckSheetId { get; set; }
    public long CheckItemId { get; set; }

    /// <summary>What was given, below the item's full marks.</summary>
    public required decimal Points { get; set; }

    public string? Note { get; set; }

    public CheckSheet Sheet { get; set; } = null!;
    public CheckItem Item { get; set; } = null!;
}
