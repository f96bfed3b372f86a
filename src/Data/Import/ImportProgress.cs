namespace HomeroomGraph.Data.Import;

/// <summary>Where an import is: the step, and how many rows of it are done.</summary>
public readonly record struct ImportProgress(ImportStep Step, string Detail, int Rows);

/// <summary>The steps of an import, in order.</summary>
public enum ImportStep
{
    Reading,
    Checking,
    Staging,
    Storing,
    Done,
}
