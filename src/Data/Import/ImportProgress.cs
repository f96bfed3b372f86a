namespace HomeroomGraph.Data.Import;

/// <summary>Where an import is: the step, and how many rows of it are done.</summary>
public readonly record struct ImportProgress(ImportStep Step, string Detail, int Rows);

/// <summary>The steps of an import, in order.</summary>
public enum ImportStep
{
    /// <summary>The file is read; the detail is its name.</summary>
    Reading,

    /// <summary>The rows are held against one another and against what is stored.</summary>
    Checking,

    /// <summary>The good rows are brought to the database, beside what is stored.</summary>
    Staging,

    /// <summary>The rows are stored; the detail is the kind of record.</summary>
    Storing,

    /// <summary>As storing, to find out what it would do; it is taken back.</summary>
    Rehearsing,
    Done,
}
