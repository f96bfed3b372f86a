namespace HomeroomGraph.Data.Import;

/// <summary>Rows that are no fault but are not ours to store, such as pupils (rule O6), counted by what they are.</summary>
public sealed record SkippedRows(string File, Bilingual What, int Count);
