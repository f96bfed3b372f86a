using System.Diagnostics;
using HomeroomGraph.Benchmarks.Measures;
using HomeroomGraph.Benchmarks.SideBySide;
using Npgsql;

namespace HomeroomGraph.Benchmarks.Sheets;

/// <summary>
/// Check sheets in bulk: as an import writes them (a copy into staging tables, then homeroom.enter_check_sheets by the writer's role with every
/// trigger: full marks, rules, totals, figures, both logs), beside COPY into the same tables, with their constraints and indexes, and triggers off.
/// Each is rolled back.
/// </summary>
internal sealed class BulkSheets(BenchDatabase database, int sheets, TextWriter log)
{
    private const int LinesOfASheet = 3;

    // Sheets of the district's classes on days that have none yet.
    private const string MakeSheets = """
        create temp table source_sheet on commit drop as
        select nextval(pg_get_serial_sequence('homeroom.check_sheet', 'check_sheet_id')) as check_sheet_id, x.*
        from (select s.district_id, s.school_id, s.semester_id, s.class_id, s.evaluation_scheme_id, s.check_round_id, d::date as day, s.starting_year
              from (select distinct on (class_id, check_round_id) * from homeroom.check_sheet
                    where district_id = $1 order by class_id, check_round_id, day desc) s
              join homeroom.semester m on m.district_id = s.district_id and m.semester_id = s.semester_id
              cross join generate_series(m.starts_on, m.ends_on - 1, interval '1 day') d
              where not exists (select from homeroom.check_sheet o where o.district_id = s.district_id and o.class_id = s.class_id
                                   and o.day = d::date and o.check_round_id = s.check_round_id)
              order by d, s.class_id limit $2) x
        """;

    private const string MakeLines = """
        create temp table source_line on commit drop as
        select s.district_id, s.starting_year, s.school_id, s.check_sheet_id, i.check_item_id, i.full_marks - 1 as points
        from source_sheet s
        cross join lateral (
            select i.* from homeroom.check_item i
            where i.district_id = s.district_id and i.evaluation_scheme_id = s.evaluation_scheme_id and i.full_marks >= 1
              and (i.check_round_id is null or i.check_round_id = s.check_round_id)
            order by md5(concat(i.check_item_id, s.check_sheet_id)) limit $1) i
        """;

    private const string SheetColumns = "district_id, check_sheet_id, school_id, semester_id, class_id, evaluation_scheme_id, check_round_id, day, entered_by, entered_at";
    private const string KeptColumns = ", total, starting_year, written_in";
    private const string LineColumns = "district_id, starting_year, school_id, check_sheet_id, check_item_id, points";
    private const string SheetValues = "district_id, check_sheet_id, school_id, semester_id, class_id, evaluation_scheme_id, check_round_id, day, 'bench'::text, timestamptz '2026-11-16'";
    private const string KeptValues = ", 97::numeric(7, 2), starting_year, pg_current_xact_id()";

    /// <summary>Writes them both ways in turns and tells what each took.</summary>
    public async Task<string> RunAsync(int rounds, CancellationToken cancellation)
    {
        await using var connection = await database.Owner.OpenConnectionAsync(cancellation);
        var (copied, written) = (new List<(double Wall, double Cpu)>(), new List<(double Wall, double Cpu)>());
        var (count, lines) = (0L, 0L);
        for (var round = 0; round <= rounds; round++)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            (count, lines) = await MakeAsync(connection, cancellation);
            var source = await SourceAsync(connection, cancellation);
            await transaction.SaveAsync("made", cancellation);
            var copy = await TimeAsync(() => CopyAsync(connection, source, cancellation));
            await transaction.RollbackAsync("made", cancellation);
            var write = await TimeAsync(() => WriteAsync(connection, source, cancellation));
            await transaction.RollbackAsync(cancellation);

            // The first is a warm-up.
            if (round == 0) continue;
            copied.Add(copy);
            written.Add(write);
            await log.WriteLineAsync($"{round}/{rounds} COPY {copy.Wall:0.00} s (CPU {copy.Cpu:0.00}), with all triggers {write.Wall:0.00} s (CPU {write.Cpu:0.00})");
        }

        return $"""
            {count:N0} check sheets with {lines:N0} lines, median of {rounds} rounds:

            | way | s | rows/s | PostgreSQL CPU s |
            |---|--:|--:|--:|
            | COPY, triggers off | {copied.Select(c => c.Wall).Median():0.00} | {(count + lines) / copied.Select(c => c.Wall).Median():0} | {copied.Select(c => c.Cpu).Median():0.00} |
            | as an import writes them | {written.Select(c => c.Wall).Median():0.00} | {(count + lines) / written.Select(c => c.Wall).Median():0} | {written.Select(c => c.Cpu).Median():0.00} |

            Speed of ours: {copied.Zip(written, (c, w) => c.Wall / w.Wall).Median():0.00} of COPY's; by CPU {copied.Zip(written, (c, w) => c.Cpu / w.Cpu).Median():0.00}.
            """;
    }

    private async Task<(long Sheets, long Lines)> MakeAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await RunAsync(connection, MakeSheets, [database.District, sheets], cancellation);
        await RunAsync(connection, MakeLines, [LinesOfASheet], cancellation);
        await RunAsync(connection, "analyze source_sheet, source_line", [], cancellation);
        await using var command = new NpgsqlCommand("select (select count(*) from source_sheet), (select count(*) from source_line)", connection);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        return (row.GetInt64(0), row.GetInt64(1));
    }

    private sealed record Source(byte[] Sheets, byte[] KeptSheets, byte[] Lines);

    private static async Task<Source> SourceAsync(NpgsqlConnection connection, CancellationToken cancellation) => new(
        await ReadAsync(connection, $"copy (select {SheetValues} from source_sheet) to stdout (format binary)", cancellation),
        await ReadAsync(connection, $"copy (select {SheetValues}{KeptValues} from source_sheet) to stdout (format binary)", cancellation),
        await ReadAsync(connection, $"copy (select {LineColumns} from source_line) to stdout (format binary)", cancellation));

    private static async Task CopyAsync(NpgsqlConnection connection, Source source, CancellationToken cancellation)
    {
        await RunAsync(connection, "alter table homeroom.check_sheet disable trigger user", [], cancellation);
        await RunAsync(connection, "alter table homeroom.check_line disable trigger user", [], cancellation);
        await SendAsync(connection, $"copy homeroom.check_sheet ({SheetColumns}{KeptColumns}) from stdin (format binary)", source.KeptSheets, cancellation);
        await SendAsync(connection, $"copy homeroom.check_line ({LineColumns}) from stdin (format binary)", source.Lines, cancellation);
        await RunAsync(connection, "set constraints all immediate", [], cancellation);
    }

    private static async Task WriteAsync(NpgsqlConnection connection, Source source, CancellationToken cancellation)
    {
        await RunAsync(connection, "set local role homeroom_writer", [], cancellation);
        await RunAsync(connection, "select set_config('homeroom.actor', 'bench', true), set_config('homeroom.origin', 'bench', true)", [], cancellation);
        await RunAsync(connection, $"create temp table sheet_in on commit drop as select {SheetColumns} from homeroom.check_sheet where false", [], cancellation);
        await RunAsync(connection, $"create temp table line_in on commit drop as select {LineColumns} from homeroom.check_line where false", [], cancellation);
        await SendAsync(connection, $"copy sheet_in ({SheetColumns}) from stdin (format binary)", source.Sheets, cancellation);
        await SendAsync(connection, $"copy line_in ({LineColumns}) from stdin (format binary)", source.Lines, cancellation);
        await RunAsync(connection, "call homeroom.enter_check_sheets('sheet_in', 'line_in')", [], cancellation);
        await RunAsync(connection, "set constraints all immediate", [], cancellation);
    }

    private async Task<(double Wall, double Cpu)> TimeAsync(Func<Task> work)
    {
        var (cpu, clock) = (database.CpuSeconds, Stopwatch.StartNew());
        await work();
        return (clock.Elapsed.TotalSeconds, database.CpuSeconds - cpu);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, object[] values, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<byte[]> ReadAsync(NpgsqlConnection connection, string copy, CancellationToken cancellation)
    {
        using var all = new MemoryStream();
        await using var stream = await connection.BeginRawBinaryCopyAsync(copy, cancellation);
        await stream.CopyToAsync(all, cancellation);
        return all.ToArray();
    }

    private static async Task SendAsync(NpgsqlConnection connection, string copy, byte[] rows, CancellationToken cancellation)
    {
        await using var stream = await connection.BeginRawBinaryCopyAsync(copy, cancellation);
        await stream.WriteAsync(rows, cancellation);
    }
}
