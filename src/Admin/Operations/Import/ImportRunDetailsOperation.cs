using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Access;

namespace HomeroomGraph.Admin.Operations.Import;

/// <summary>schema/operations/Import/ImportRunDetails.graphql: how far a run is, and its report.</summary>
public static class ImportRunDetailsOperation
{
    public static Operation<ImportRunVariables, ImportRunDetailsData> Operation { get; } = new("Import/ImportRunDetails");
}

public sealed record ImportRunVariables(string Id, int? First, string? After, int? Last, string? Before);

public sealed record ImportRunDetailsData(RolesOfViewer? Viewer, ImportRunDetails? ImportRun) : FramedData;

public sealed record ImportRunDetails(
    string Id, string Kind, string FileName, string FileSha256, ImportState State, bool DryRun, bool AcceptGood,
    DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, string? Step, string? StepDetail, int RowsDone, int StepsDone, int StepsTotal,
    int Errors, int Warnings, string? FailureChinese, string? FailureEnglish, CodedDistrict? District, NamedReach? School,
    Connection<ImportCount> Counts, Connection<ImportFinding> Findings, Connection<ImportAside> Asides)
{
    public bool IsRunning => State is ImportState.Queued or ImportState.Checking or ImportState.Storing;

    /// <summary>Nothing was stored yet, and giving the same file again would store it.</summary>
    public bool CanBeStored => State is ImportState.Rehearsed or ImportState.Refused or ImportState.Interrupted;
}

public sealed record ImportCount(string Kind, int Read, int Accepted, int Created, int Changed, int Unchanged, int Withdrawn, int NotInFile);

public sealed record ImportFinding(
    ImportSeverity Severity, string File, int Line, string Column, string Value, string Chinese, string English,
    string ConsequencesChinese, string ConsequencesEnglish);

/// <summary>Whether the row is lost.</summary>
public enum ImportSeverity { Warning, Error }

public sealed record ImportAside(string File, int Count, string Chinese, string English);
