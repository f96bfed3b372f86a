using System.Text.Json;

namespace HomeroomGraph.Data.Import;

/// <summary>What a file is that can be imported into a district.</summary>
public enum ImportKind
{
    /// <summary>A roster: a OneRoster CSV bundle.</summary>
    Oneroster,

    /// <summary>A teacher roll (教师花名册) as .xlsx or .csv.</summary>
    Roll,

    /// <summary>Papers (论文) as CSL-JSON or .xlsx.</summary>
    Papers,
}

/// <summary>How far a run is, or how it ended.</summary>
public enum ImportState
{
    Queued,
    Checking,
    Storing,
    Applied,
    Refused,
    Rehearsed,
    Failed,
    Interrupted,
}

/// <summary>One run of an import: what was brought, from which file, how far it came and what its report says.</summary>
public sealed class ImportRun
{
    public int DistrictId { get; set; }
    public long RunId { get; set; }
    public ImportKind Kind { get; set; }
    public required string FileName { get; set; }
    public required string FileSha256 { get; set; }
    public ImportState State { get; set; }
    public string? StoredUpTo { get; set; }
    public DateTime StartedAt { get; set; }
    public DateTime? FinishedAt { get; set; }
    public int Errors { get; set; }
    public int Warnings { get; set; }

    /// <summary>What the report says beside counts and findings, as JSON.</summary>
    public JsonElement? Report { get; set; }

    public bool DryRun { get; set; }
    public bool AcceptGood { get; set; }

    /// <summary>The school whose own file it is; null for one of the whole district.</summary>
    public long? SchoolId { get; set; }

    /// <summary>An account's id, or the program's part that acted by itself.</summary>
    public required string RequestedBy { get; set; }

    public ImportStep? Step { get; set; }
    public string? StepDetail { get; set; }
    public int RowsDone { get; set; }
    public int StepsDone { get; set; }
    public int StepsTotal { get; set; }
    public string? FailureCode { get; set; }
    public string? FailureChinese { get; set; }
    public string? FailureEnglish { get; set; }

    public Organisation.District District { get; set; } = null!;
    public Organisation.School? School { get; set; }
    public List<ImportRunCount> Counts { get; } = [];
    public List<ImportRunFinding> Findings { get; } = [];
    public List<ImportRunAside> Asides { get; } = [];
}

/// <summary>What a run read, took and stored of one kind of record; see <see cref="ImportCount"/>.</summary>
public sealed class ImportRunCount
{
    public int DistrictId { get; set; }
    public long RunCountId { get; set; }
    public long RunId { get; set; }
    public int Place { get; set; }
    public RecordKind Kind { get; set; }
    public int Read { get; set; }
    public int Accepted { get; set; }
    public int Created { get; set; }
    public int Changed { get; set; }
    public int Unchanged { get; set; }
    public int Withdrawn { get; set; }
    public int NotInFile { get; set; }

    public ImportRun Run { get; set; } = null!;
}

/// <summary>One wrong row of a run; see <see cref="Finding"/>.</summary>
public sealed class ImportRunFinding
{
    public int DistrictId { get; set; }
    public long RunFindingId { get; set; }
    public long RunId { get; set; }
    public int Place { get; set; }
    public Severity Severity { get; set; }
    public required string Code { get; set; }
    public required string File { get; set; }
    public int Line { get; set; }
    public required string Column { get; set; }
    public required string Value { get; set; }
    public required string Chinese { get; set; }
    public required string English { get; set; }
    public required string ConsequencesChinese { get; set; }
    public required string ConsequencesEnglish { get; set; }

    public ImportRun Run { get; set; } = null!;
}

/// <summary>What a run left aside without its being wrong; see <see cref="LeftAside"/>.</summary>
public sealed class ImportRunAside
{
    public int DistrictId { get; set; }
    public long RunAsideId { get; set; }
    public long RunId { get; set; }
    public int Place { get; set; }
    public required string File { get; set; }
    public int Count { get; set; }
    public required string Chinese { get; set; }
    public required string English { get; set; }

    public ImportRun Run { get; set; } = null!;
}
