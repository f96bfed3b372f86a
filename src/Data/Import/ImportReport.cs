namespace HomeroomGraph.Data.Import;

/// <summary>How an import ended.</summary>
public enum ImportOutcome
{
    /// <summary>The good rows are stored; there were no wrong ones, or the user accepted.</summary>
    Applied,

    /// <summary>There are wrong rows and the user has not accepted: nothing was changed.</summary>
    Refused,

    /// <summary>It was only to be seen what would happen: nothing was changed.</summary>
    DryRun,
}

/// <summary>
/// What an import read, took and stored of one kind. In a dry run or a refused import, Created, Changed and Withdrawn say what
/// storing the good rows would do.
/// </summary>
/// <param name="Kind">Of what.</param>
/// <param name="Read">Rows of the kind in the file, wrong ones with them.</param>
/// <param name="Accepted">Rows that are good.</param>
/// <param name="Created">New records.</param>
/// <param name="Changed">Records that differed.</param>
/// <param name="Unchanged">Records that were as the file has them.</param>
/// <param name="Withdrawn">Records ended, closed or removed, because the file says so or has replaced them.</param>
/// <param name="NotInFile">Records that an earlier file brought and this one does not have; they stay.</param>
public sealed record ImportCount(
    RecordKind Kind, int Read, int Accepted, int Created, int Changed, int Unchanged, int Withdrawn, int NotInFile);

/// <summary>The result of an import: what it read and stored, every wrong row, and how it ended.</summary>
public sealed record ImportReport
{
    public required string FileName { get; init; }

    /// <summary>What the file is, "OneRoster 1.2".</summary>
    public required string Format { get; init; }

    public required string DistrictCode { get; init; }
    public required string DistrictName { get; init; }
    public required ImportOutcome Outcome { get; init; }
    public required IReadOnlyList<ImportCount> Counts { get; init; }
    public required IReadOnlyList<LeftAside> Skipped { get; init; }

    /// <summary>What is wrong, by file and line; at most as many as <see cref="ImportLimits.Findings"/>.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>All errors, also those beyond the ones listed.</summary>
    public required int Errors { get; init; }

    public required int Warnings { get; init; }

    /// <summary>That the import before this one was interrupted, and where.</summary>
    public Bilingual? Interrupted { get; init; }

    public required TimeSpan Elapsed { get; init; }

    /// <summary>The user takes the good rows although there are wrong ones.</summary>
    public required bool AcceptGood { get; init; }

    /// <summary>For a command line: 1 if wrong rows keep (in a dry run: would keep) the import from being stored, otherwise 0.</summary>
    public int ExitCode => Outcome != ImportOutcome.Applied && Errors > 0 && !AcceptGood ? 1 : 0;

    public ImportCount CountOf(RecordKind kind) => Counts.Single(c => c.Kind == kind);
}
