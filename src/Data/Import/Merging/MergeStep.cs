namespace HomeroomGraph.Data.Import.Merging;

/// <summary>What the rows that a statement touches count as.</summary>
internal enum Effect
{
    /// <summary>A preparation; the rows are counted where they get their final values.</summary>
    None,
    Changed,
    Created,
    Withdrawn,
}

/// <summary>One set-based statement; its parameter <c>$1</c> is the district.</summary>
internal sealed record MergeStatement(Effect Effect, string Sql);

/// <summary>
/// How one kind of record is stored: statements in order. Each touches only rows that differ, so the same bundle again
/// touches none, and leaves no audit and no change behind.
/// </summary>
internal sealed record MergeStep(RecordKind Kind, params MergeStatement[] Statements);
