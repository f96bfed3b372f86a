using System.Diagnostics;
using System.Security.Cryptography;
using HomeroomGraph.Data.Import.Files;
using HomeroomGraph.Data.Import.OneRoster.Merging;
using HomeroomGraph.Data.Tenancy;
using Npgsql;

namespace HomeroomGraph.Data.Import.OneRoster;

/// <summary>
/// Imports a district's roster: a OneRoster 1.2 CSV bundle (1.1 where it differs only in names) in bulk. Nothing is changed
/// while there are wrong rows, unless the user takes the good ones; the same bundle again changes nothing.
/// </summary>
/// <param name="writer">Connections of the role <c>homeroom_writer</c>.</param>
/// <param name="clock">The business day, on which withdrawn employments end.</param>
public sealed class OneRosterImport(NpgsqlDataSource writer, BusinessClock clock)
{
    private const string Kind = "oneroster";

    /// <summary>Reads, checks and, if it may, stores the bundle.</summary>
    /// <exception cref="ImportRefusedException">The file is no such bundle, the district is unknown, or another import runs.</exception>
    public async Task<ImportReport> RunAsync(
        ImportRequest request, IProgress<ImportProgress>? progress = null, CancellationToken cancel = default)
    {
        var watch = Stopwatch.StartNew();
        using var bundle = ZipBundle.Open(request.Path, RosterFiles.Manifest, request.Limits);
        await using var connection = await writer.OpenConnectionAsync(cancel);
        var district = await ImportDistrict.FindAsync(connection, request.DistrictCode, cancel);
        await using var run = await ImportRun.BeginAsync(connection, district.DistrictId, cancel);
        if (!request.DryRun)
            await run.RecordAsync(Kind, Path.GetFileName(request.Path), await DigestAsync(request.Path, cancel), cancel);
        try
        {
            var report = await RunAsync(request, bundle, district, connection, run, progress, cancel) with { Elapsed = watch.Elapsed };
            await run.FinishAsync(report, cancel);
            progress?.Report(new(ImportStep.Done, "", 0));
            return report;
        }
        catch (Exception e)
        {
            await run.FailAsync(e);
            if (e is PostgresException failure && ConstraintFailure.Of(failure) is { } refusal) throw refusal;
            throw;
        }
    }

    private async Task<ImportReport> RunAsync(
        ImportRequest request, ZipBundle bundle, ImportDistrict district, NpgsqlConnection connection, ImportRun run,
        IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        var log = new FindingLog(request.Limits.Findings);
        var roster = new Roster(district, log, request.Limits);

        var manifest = Manifest.Read(bundle, log, request.Limits);
        new RosterReading(bundle, roster, log, request.Limits, progress, cancel).ReadAll(manifest);
        Linking.Link(roster);

        progress?.Report(new(ImportStep.Checking, "", 0));
        var stored = await StoredDistrictReader.ReadAsync(connection, roster, cancel);
        stored.MatchAll();
        RosterChecks.CheckAll(roster, stored, log);

        progress?.Report(new(ImportStep.Staging, "", 0));
        var staging = await Staging.FillAsync(connection, roster, stored, clock.Today, cancel);
        var actor = Actor.Import with { Origin = $"import {Kind} {Path.GetFileName(request.Path)}" };
        var merge = new Merge(connection, district.DistrictId, actor, run, progress, cancel);
        var outcome = request.DryRun ? ImportOutcome.DryRun
            : log.Errors > 0 && !request.AcceptGood ? ImportOutcome.Refused
            : ImportOutcome.Applied;
        if (outcome == ImportOutcome.Applied) await merge.StoreAsync(staging.Rows <= request.Limits.RowsInOneTransaction);
        else await merge.RehearseAsync();
        await Staging.DropAsync(connection);

        return new ImportReport
        {
            FileName = Path.GetFileName(request.Path),
            Format = $"OneRoster {manifest.Version}",
            DistrictCode = district.Code,
            DistrictName = district.Name,
            Outcome = outcome,
            AcceptGood = request.AcceptGood,
            Counts = new RosterReport(roster, stored, merge.Counts).Count(),
            Skipped = [.. roster.Skipped],
            Findings = log.InOrder(RosterFiles.InOrder),
            Errors = log.Errors,
            Warnings = log.Warnings,
            Interrupted = run.Interrupted,
            Elapsed = default,
        };
    }

    private static async Task<string> DigestAsync(string path, CancellationToken cancel)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel));
    }
}
