namespace HomeroomGraph.Data.Import;

/// <summary>
/// What is no fault of the file but is not stored, counted by what it is: pupils (rule O6), sheets that are hidden, rows that
/// hang on a mistake of an earlier file.
/// </summary>
public sealed record LeftAside(string File, Bilingual What, int Count);
