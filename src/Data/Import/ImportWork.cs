using HomeroomGraph.Data.Tenancy;
using Npgsql;

namespace HomeroomGraph.Data.Import;

/// <summary>An import at work: what it was asked, where, and whom it tells how far it is.</summary>
internal sealed class ImportWork(
    ImportRequest request, ImportDistrict district, NpgsqlConnection connection, RunRecord run, Actor actor, DateOnly today,
    IProgress<ImportProgress>? progress, RunProgress? recorded, CancellationToken cancel)
{
    public ImportRequest Request => request;
    public ImportDistrict District => district;
    public NpgsqlConnection Connection => connection;
    public RunRecord Run => run;
    public Actor Actor => actor;
    public DateOnly Today => today;
    public CancellationToken Cancel => cancel;

    public FindingLog Log { get; } = new(request.Limits.Findings);

    /// <summary>What the rows may become now that all wrong ones are known.</summary>
    public ImportOutcome Outcome =>
        request.DryRun ? ImportOutcome.DryRun
        : Log.Errors > 0 && !request.AcceptGood ? ImportOutcome.Refused
        : ImportOutcome.Applied;

    public void Report(ImportStep step, string detail = "", int rows = 0)
    {
        var now = new ImportProgress(step, detail, rows);
        recorded?.Report(now);
        progress?.Report(now);
    }
}
