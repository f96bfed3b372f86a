using System.Diagnostics;
using System.Text;
using HomeroomGraph.Benchmarks.Measures;
using HomeroomGraph.Benchmarks.SideBySide;
using Npgsql;

namespace HomeroomGraph.Benchmarks.Figures;

/// <summary>Measures figures from their summaries beside the same as groups over the rows, for one district and for a hundred, a row for each and one for
/// all, as the reading role with a district analyst's reach and the settings of the gateway's connections. The hundred are copies of the first
/// district's sums, made in a transaction that is given up.</summary>
internal sealed class FigureBench(BenchDatabase database, int rounds)
{
    private const int Districts = 100;

    // Of a question at a time, so that its plan and its pages are as warm as a busy dashboard's.
    private const int Repeats = 10;

    private static readonly string[] Summaries = ["project_sum", "award_sum", "homeroom_sum", "week_sum", "mentor_step", "research_step", "overdue_step"];

    /// <summary>The table: processor time of PostgreSQL for an execution at the median, and the ratios.</summary>
    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        await using var connection = await database.Owner.OpenConnectionAsync(cancellation);
        // What a run before this one has given up is not to be walked over.
        await ExecuteAsync(connection, $"vacuum {string.Join(", ", Summaries.Select(name => $"figures.{name}"))}", cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        foreach (var summary in Summaries)
            await ExecuteAsync(connection, CopySql(summary), cancellation, database.District);
        int[] hundred = [database.District, .. Enumerable.Range(1, Districts - 1).Select(n => CopyOf(database.District, n))];
        await ExecuteAsync(connection, "select set_config('homeroom.districts', $1::integer[]::text, true)", cancellation, hundred);
        await ExecuteAsync(connection, "set local plan_cache_mode = force_generic_plan", cancellation);
        await ExecuteAsync(connection, "set local max_parallel_workers_per_gather = 0", cancellation);
        await ExecuteAsync(connection, "set local role homeroom_reader", cancellation);

        var table = new StringBuilder("| figure | sums, 1 district | rows, 1 district | rows : sums | 100 districts, a row each | : 1 district | 100 in one row | : 1 district |\n|---|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (var question in FigureQuestion.All)
        {
            await using var sums = await PreparedAsync(connection, question.FromSums, cancellation);
            await using var rows = await PreparedAsync(connection, question.FromRows, cancellation);
            await using var total = await PreparedAsync(connection, question.Total, cancellation);
            var (one, grouped, many, together) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
            for (var round = -3; round < rounds; round++)
            {
                var took = (await TookAsync(sums, [database.District], cancellation), await TookAsync(rows, [database.District], cancellation),
                            await TookAsync(sums, hundred, cancellation), await TookAsync(total, hundred, cancellation));
                if (round < 0) continue;
                one.Add(took.Item1);
                grouped.Add(took.Item2);
                many.Add(took.Item3);
                together.Add(took.Item4);
            }

            var (a, b, c, d) = (one.Median(), grouped.Median(), many.Median(), together.Median());
            table.AppendLine(FormattableString.Invariant(
                $"| {question.Name} | {a:0.00} ms | {b:0.00} ms | {b / a:0.0} | {c:0.00} ms | {c / a:0.0} | {d:0.00} ms | {d / a:0.0} |"));
        }

        await transaction.RollbackAsync(cancellation);
        return table.ToString();
    }

    private static int CopyOf(int district, int number) => district * 1000 + number;

    /// <summary>Keys of periods are copied with the sums: a hundred districts of one calendar.</summary>
    private static string CopySql(string summary) => $"""
        do $$
        declare
            cols text := (select string_agg(quote_ident(attname), ', ') from pg_attribute
                          where attrelid = 'figures.{summary}'::regclass and attnum > 0 and attname not in ('stripe_id', 'district_id') and not attisdropped and attgenerated = '');
        begin
            execute format('insert into figures.{summary} (district_id, %1$s) select s.district_id * 1000 + n, %1$s
                            from figures.{summary} s, generate_series(1, {Districts - 1}) n where s.district_id = %2$s', cols, current_setting('bench.district'));
        end
        $$;
        analyze figures.{summary}
        """;

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation, params object[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        if (sql.StartsWith("do", StringComparison.Ordinal))
            command.CommandText = FormattableString.Invariant($"set local bench.district = '{parameters[0]}'; ") + sql;
        else
            foreach (var value in parameters) command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<NpgsqlCommand> PreparedAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600, Parameters = { new NpgsqlParameter<int[]>() } };
        await command.PrepareAsync(cancellation);
        return command;
    }

    /// <summary>Processor time of PostgreSQL for one execution; time on the clock where that can't be seen.</summary>
    private static async Task<double> TookAsync(NpgsqlCommand command, int[] districts, CancellationToken cancellation)
    {
        ((NpgsqlParameter<int[]>)command.Parameters[0]).TypedValue = districts;
        var (cpu, clock) = (ProcessTree.CpuMilliseconds(command.Connection!.ProcessID), Stopwatch.StartNew());
        for (var n = 0; n < Repeats; n++)
        {
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation)) { }
        }

        return (ProcessTree.CpuMilliseconds(command.Connection.ProcessID) - cpu ?? clock.Elapsed.TotalMilliseconds) / Repeats;
    }
}
