using HomeroomGraph.Data.Import.Columns;

namespace HomeroomGraph.Data.Import.OneRoster;

/// <summary>One check of a row against the others: which column it is about, the reason, and whether the row passes.</summary>
internal sealed record Rule<TRow>(Column Column, Func<TRow, string?> Value, Reason Reason, Func<TRow, bool> Passes)
{
    /// <summary>The row is still good when it does not pass.</summary>
    public bool OnlyWarns { get; init; }

    /// <summary>
    /// Holds the row against stored records whose own rows of the bundle are to change them first. One of these may turn out to be wrong
    /// later on, and its record then stays as it is; so the rule is asked again at the end.
    /// </summary>
    public bool IsAskedAgain { get; init; }

    /// <summary>What the reason's placeholders stand for.</summary>
    public Func<TRow, object?[]> Details { get; init; } = _ => [];
}

/// <summary>
/// The checks between the rows of one file and the others. First, for all rows: references that point nowhere (every one is
/// reported), then what the row hangs on. Then row by row its consistency, where the first broken rule is reported, for the
/// next would follow from it; of two rows that contradict each other the first counts. At last, what the wrong rows leave as it is stored.
/// </summary>
internal sealed class Rules<TRow>(FindingLog log) where TRow : RosterRow
{
    public Rule<TRow>[] References { get; init; } = [];
    public Func<TRow, IEnumerable<RosterRow?>> HangsOn { get; init; } = _ => [];
    public Rule<TRow>[] Consistency { get; init; } = [];

    /// <summary>Done with each row that passed everything, before the next row is held against it.</summary>
    public Action<TRow> Accept { get; init; } = _ => { };

    public void Check(IEnumerable<TRow> rows)
    {
        var present = rows.Where(r => !r.IsWithdrawn).ToList();
        foreach (var row in present.Where(r => r.IsGood)) CheckReferences(row);
        foreach (var row in present.Where(r => r.IsGood)) CheckConsistency(row);
        while (LosesAnother(present))
        {
            // Each lost row leaves its record as it is, against which one more may stand.
        }
    }

    private bool LosesAnother(List<TRow> present)
    {
        var isLost = false;
        foreach (var row in present)
            foreach (var rule in Consistency.Where(r => r.IsAskedAgain && row.IsGood))
            {
                Hold(row, rule);
                isLost |= !row.IsGood;
            }
        return isLost;
    }

    private void CheckReferences(TRow row)
    {
        foreach (var rule in References) Hold(row, rule);
        if (!row.IsGood) return;
        foreach (var upstream in HangsOn(row)) Follow(row, upstream);
    }

    private void CheckConsistency(TRow row)
    {
        foreach (var rule in Consistency)
        {
            Hold(row, rule);
            if (!row.IsGood) return;
        }
        Accept(row);
    }

    private void Hold(TRow row, Rule<TRow> rule)
    {
        if (rule.Passes(row)) return;
        var severity = rule.OnlyWarns ? Severity.Warning : Severity.Error;
        var finding = log.Add(
            row.File, row.Line, rule.Column.Name, rule.Value(row), severity, rule.Reason, rule.Details(row));
        if (severity == Severity.Error) row.IsAtFault(finding);
    }

    /// <summary>Loses the row with the one it hangs on. A row that is withdrawn while others still use it is a contradiction.</summary>
    private void Follow(TRow row, RosterRow? upstream)
    {
        if (upstream is null) return;
        if (upstream is { IsGood: true, IsWithdrawn: true }) upstream.IsWithdrawnButUsed(log);
        if (upstream.LostTo is { } cause) row.GoesWith(cause);
    }
}
