using Npgsql;

namespace HomeroomGraph.Data.Import;

/// <summary>Writes a report as the rows that a reader of the run asks for: counts, wrong rows, what was left aside.</summary>
internal sealed class RunReportRows(NpgsqlConnection connection, int districtId, long runId, CancellationToken cancel)
{
    // One statement a row, all in one round trip: COPY is not to be had on tables under row-level security.
    private readonly NpgsqlBatch batch = new(connection);

    public async Task WriteAsync(ImportReport report)
    {
        Add(
            "run_count", "kind, read, accepted, created, changed, unchanged, withdrawn, not_in_file", report.Counts,
            c => [EnumText<RecordKind>.Of(c.Kind), c.Read, c.Accepted, c.Created, c.Changed, c.Unchanged, c.Withdrawn, c.NotInFile]);
        Add(
            "run_finding",
            "severity, code, file, line, \"column\", value, chinese, english, consequences_chinese, consequences_english", report.Findings,
            f =>
            [
                EnumText<Severity>.Of(f.Severity), f.Code, f.File, f.Line, f.Column, f.Value, f.Message.Chinese, f.Message.English,
                f.ConsequencesText.Chinese, f.ConsequencesText.English,
            ]);
        Add("run_aside", "file, count, chinese, english", report.Skipped, a => [a.File, a.Count, a.What.Chinese, a.What.English]);
        if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync(cancel);
    }

    private void Add<T>(string table, string columns, IReadOnlyList<T> rows, Func<T, object[]> values)
    {
        foreach (var (place, row) in rows.Index())
        {
            object[] all = [districtId, runId, place, .. values(row)];
            var command = new NpgsqlBatchCommand(
                $"insert into import.{table} (district_id, run_id, place, {columns}) values ({string.Join(", ", Enumerable.Range(1, all.Length).Select(n => $"${n}"))})");
            foreach (var value in all) command.Parameters.Add(new() { Value = value });
            batch.BatchCommands.Add(command);
        }
    }
}
