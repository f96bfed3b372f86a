using HomeroomGraph.Data.Import.Merging;
using HomeroomGraph.Data.Import.Rolls.Merging;
using HomeroomGraph.Data.Import.Sheets;
using Npgsql;

namespace HomeroomGraph.Data.Import.Rolls;

/// <summary>
/// Imports a teacher roll (教师花名册) of a district or a school, .xlsx or .csv. It comes after the district's roster, finds
/// teachers by staff number and records what the roll says of them (rule O5); it brings no new teacher and moves nobody.
/// </summary>
/// <param name="writer">Connections of the role <c>homeroom_writer</c>.</param>
/// <param name="clock">The business day, beyond which no date of a roll may lie.</param>
public sealed class RollImport(NpgsqlDataSource writer, BusinessClock clock) : DistrictImport(writer, clock)
{
    /// <inheritdoc/>
    public override ImportKind Kind => ImportKind.Roll;

    // Reading with checking, staging.
    private protected override int Steps => 2 + RollSteps.All.Length;

    private protected override IOpenFile Open(ImportRequest request) =>
        new Roll(SpreadsheetFile.Open(request.Path, request.FileName, request.Limits));

    private sealed class Roll(SpreadsheetFile file) : IOpenFile
    {
        public async Task<ImportReport> RunAsync(ImportWork work)
        {
            var staff = await StoredStaff.ReadAsync(work);
            var reading = new RollReading(file, staff, work);
            reading.ReadAll();

            work.Report(ImportStep.Staging);
            var staged = await RollStaging.FillAsync(work, reading.Good, staff);
            var merge = new Merge(work, RollSteps.All);
            await merge.RunAsync(work.Outcome, staged);
            await RollStaging.DropAsync(work.Connection);

            return new ImportReport
            {
                FileName = work.Request.FileName,
                Format = $"花名册 {file.Format}",
                DistrictCode = work.District.Code,
                DistrictName = work.District.Name,
                Outcome = work.Outcome,
                AcceptGood = work.Request.AcceptGood,
                Counts = Count(reading, merge.Counts),
                Skipped = reading.Aside,
                Findings = work.Log.InOrder(reading.Files),
                Errors = work.Log.Errors,
                Warnings = work.Log.Warnings,
                Interrupted = work.Run.Interrupted,
                Elapsed = default,
            };
        }

        public void Dispose() => file.Dispose();

        private static ImportCount[] Count(RollReading reading, IReadOnlyDictionary<RecordKind, MergeCounts> merged)
        {
            var subjects = reading.Good.SelectMany(r => r.Subjects).Distinct().Count();
            return
            [
                Of(RecordKind.RollEntry, reading.RowsRead, reading.Good.Count),
                Of(RecordKind.Title, reading.Good.Count(r => r.Title is not null)),
                Of(RecordKind.TaughtSubject, reading.Good.Sum(r => r.Subjects.Count)),
                Of(RecordKind.Subject, subjects),
            ];

            ImportCount Of(RecordKind kind, int read, int? accepted = null)
            {
                var good = accepted ?? read;
                var (created, changed, withdrawn) = merged[kind];
                return new(kind, read, good, created, changed, good - created - changed, withdrawn, 0);
            }
        }
    }
}
