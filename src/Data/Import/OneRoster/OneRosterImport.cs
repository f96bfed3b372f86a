using HomeroomGraph.Data.Import.Files;
using HomeroomGraph.Data.Import.Merging;
using HomeroomGraph.Data.Import.OneRoster.Merging;
using Npgsql;

namespace HomeroomGraph.Data.Import.OneRoster;

/// <summary>Imports a district's roster: a OneRoster 1.2 CSV bundle (1.1 where it differs only in names) in bulk.</summary>
/// <param name="writer">Connections of the role <c>homeroom_writer</c>.</param>
/// <param name="clock">The business day, on which withdrawn employments end.</param>
public sealed class OneRosterImport(NpgsqlDataSource writer, BusinessClock clock) : DistrictImport(writer, clock)
{
    private static readonly MergeStep[] MergeSteps =
    [
        CalendarSteps.SchoolYears,
        CalendarSteps.Semesters,
        SchoolSteps.Schools,
        PeopleSteps.Teachers,
        PeopleSteps.Employments,
        SchoolSteps.Cohorts,
        SchoolSteps.Classes,
        PeopleSteps.Appointments,
    ];

    /// <inheritdoc/>
    public override ImportKind Kind => ImportKind.Oneroster;

    // Seven files, checking, staging.
    private protected override int Steps => 9 + MergeSteps.Length;

    private protected override IOpenFile Open(ImportRequest request) =>
        new Bundle(ZipBundle.Open(request.Path, RosterFiles.Manifest, request.Limits));

    private sealed class Bundle(ZipBundle files) : IOpenFile
    {
        public async Task<ImportReport> RunAsync(ImportWork work)
        {
            var roster = new Roster(work.District, work.Log, work.Request.Limits);
            var manifest = Manifest.Read(files, work.Log, work.Request.Limits);
            new RosterReading(files, roster, work).ReadAll(manifest);
            Linking.Link(roster);

            work.Report(ImportStep.Checking);
            var stored = await StoredDistrictReader.ReadAsync(work.Connection, roster, work.Cancel);
            stored.MatchAll();
            RosterChecks.CheckAll(roster, stored, work.Log);

            work.Report(ImportStep.Staging);
            var staging = await Staging.FillAsync(work.Connection, roster, stored, work.Today, work.Cancel);
            var merge = new Merge(work, MergeSteps);
            await merge.RunAsync(work.Outcome, staging.Rows);
            await Staging.DropAsync(work.Connection);
            await LeftOut.RecordAsync(work, roster);

            return new ImportReport
            {
                FileName = work.Request.FileName,
                Format = $"OneRoster {manifest.Version}",
                DistrictCode = work.District.Code,
                DistrictName = work.District.Name,
                Outcome = work.Outcome,
                AcceptGood = work.Request.AcceptGood,
                Counts = new RosterReport(roster, stored, merge.Counts).Count(),
                Skipped = [.. roster.Skipped],
                Findings = work.Log.InOrder(RosterFiles.InOrder),
                Errors = work.Log.Errors,
                Warnings = work.Log.Warnings,
                Interrupted = work.Run.Interrupted,
                Elapsed = default,
            };
        }

        public void Dispose() => files.Dispose();
    }
}
