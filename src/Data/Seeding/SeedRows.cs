using System.Diagnostics;
using Npgsql;

namespace HomeroomGraph.Data.Seeding;

/// <summary>
/// Rows on their way into the database, inside one transaction: they get their ids here, wait in memory and are copied table by table.
/// Triggers and constraints hold as for everybody; where a rule wants steps taken one after the other, the rows of a later step wait for
/// a later phase.
/// </summary>
internal sealed class SeedRows
{
    /// <summary>Rows that may wait in memory.</summary>
    private const int MostWaiting = 40_000;

    private readonly NpgsqlConnection connection;
    private readonly SeedTable[] tables;
    private readonly Dictionary<Type, SeedTable> byRow;
    private readonly SeedTable lastThrough;
    private readonly List<(int Phase, string Sql, long[] Ids)> statements = [];

    private SeedRows(NpgsqlConnection connection, SeedTable[] tables) =>
        (this.connection, this.tables, byRow, lastThrough) =
        (connection, tables, tables.ToDictionary(table => table.Row), tables.Last(table => table.Through is not null));

    /// <summary>The rows copied so far, by table, and how long that took.</summary>
    public IEnumerable<(string Table, long Rows, TimeSpan Elapsed)> Copied => tables.Select(table => (table.Name, table.Copied, table.Elapsed));

    /// <summary>How long it took to enter what was copied to temporary tables.</summary>
    public TimeSpan Entering { get; private set; }

    /// <summary>Takes the tables for itself until the transaction ends: nobody else is given an id meanwhile.</summary>
    public static async Task<SeedRows> BeginAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var tables = SeedTables.InOrder();
        var names = string.Join(", ", tables.Select(table => $"homeroom.\"{table.Name}\""));
        await using var take = new NpgsqlCommand($"lock table {names} in share row exclusive mode", connection);
        await take.ExecuteNonQueryAsync(cancellation);
        var columns = await TableColumns.ReadAsync(connection, [.. tables.Select(table => table.Name)], cancellation);
        foreach (var table in tables)
        {
            table.Open(columns[table.Name]);
            await table.OpenThroughAsync(connection, cancellation);
        }

        return new(connection, tables);
    }

    /// <summary>The next id of a table.</summary>
    public long IdOf<T>() => byRow[typeof(T)].NextId();

    /// <summary>Adds a row, to be copied in a phase.</summary>
    public T Add<T>(T row, int phase = 0)
        where T : class
    {
        ((SeedTable<T>)byRow[typeof(T)]).Add(row, phase);
        return row;
    }

    /// <summary>Adds a statement that takes a step for rows, once the phase is copied; they are its one parameter.</summary>
    public void Then(int phase, string sql, IEnumerable<long> ids) => statements.Add((phase, sql, [.. ids]));

    /// <summary>Copies what waits if it is much: the first rows at once, then as many as are there, so that triggers are soon planned well.</summary>
    public async Task FlushManyAsync(CancellationToken cancellation)
    {
        if (tables.Sum(table => table.Count) >= Math.Min(MostWaiting, tables.Sum(table => table.Copied)))
            await FlushAsync(cancellation);
    }

    private async Task FlushAsync(CancellationToken cancellation)
    {
        var phases = Math.Max(tables.Max(table => table.Phases), statements.Count == 0 ? 0 : statements.Max(s => s.Phase) + 1);
        for (var phase = 0; phase < phases; phase++)
        {
            foreach (var table in tables)
            {
                await table.CopyAsync(connection, phase, cancellation);
                if (table == lastThrough)
                    await EnterAsync(cancellation);
            }

            foreach (var (_, sql, ids) in statements.Where(s => s.Phase == phase))
                await StepAsync(sql, ids, cancellation);
        }

        statements.Clear();
    }

    /// <summary>Tells the planner at once how much there is now.</summary>
    public async Task AnalyzeAsync(CancellationToken cancellation)
    {
        var filled = tables.Where(table => table.Copied > 0).Select(table => $"homeroom.\"{table.Name}\"");
        await using var analyze = new NpgsqlCommand($"analyze {string.Join(", ", filled)}", connection) { CommandTimeout = 600 };
        await analyze.ExecuteNonQueryAsync(cancellation);
    }

    // Sheets go in with their lines.
    private async Task EnterAsync(CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        await using (var enter = new NpgsqlCommand(SeedTables.Entry, connection) { CommandTimeout = 1800 })
            await enter.ExecuteNonQueryAsync(cancellation);
        foreach (var table in tables.Where(table => table.Through is not null))
            await table.AnalyzeGrownAsync(connection, cancellation);
        Entering += clock.Elapsed;
    }

    private async Task StepAsync(string sql, long[] ids, CancellationToken cancellation)
    {
        await using var step = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = ids } }, CommandTimeout = 600 };
        await step.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Copies what waits, and lets the sequences go on behind the ids that were given.</summary>
    public async Task EndAsync(CancellationToken cancellation)
    {
        await FlushAsync(cancellation);
        var advanced = tables.Where(table => table.Sequence is not null && table.LastId > 0).ToArray();
        await using var advance = new NpgsqlCommand("select setval(s::regclass, last) from unnest($1, $2) as t (s, last)", connection)
        {
            Parameters =
            {
                new() { Value = advanced.Select(table => table.Sequence!).ToArray() },
                new() { Value = advanced.Select(table => table.LastId).ToArray() },
            },
        };
        await advance.ExecuteNonQueryAsync(cancellation);
    }
}
