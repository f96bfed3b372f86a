using System.Diagnostics;
using System.Reflection;
using Npgsql;

namespace HomeroomGraph.Data.Seeding;

/// <summary>A table that is seeded: its name, and its rows until they are copied.</summary>
internal abstract class SeedTable(string name)
{
    private long analyzed;

    public string Name { get; } = name;

    /// <summary>The type of a row.</summary>
    public abstract Type Row { get; }

    /// <summary>How many rows wait.</summary>
    public abstract int Count { get; }

    /// <summary>One more than the last phase that a row waits for.</summary>
    public abstract int Phases { get; }

    /// <summary>The rows copied so far, and how long that took.</summary>
    public long Copied { get; protected set; }

    public TimeSpan Elapsed { get; protected set; }

    /// <summary>Its rows get their ids in the database, because triggers add rows too.</summary>
    public bool NumberedByDatabase { get; init; }

    /// <summary>A temporary table that the rows are copied to, where another statement enters them; see <see cref="SeedTables.Entry"/>.</summary>
    public string? Through { get; init; }

    /// <summary>The sequence of its ids, where they are given here, and the last id that is taken.</summary>
    public string? Sequence { get; private set; }

    public long LastId { get; private set; }

    /// <summary>The columns that the rows fill, and where the ids go on.</summary>
    public virtual void Open(TableColumns columns) =>
        (Sequence, LastId) = (NumberedByDatabase ? null : columns.Sequence, columns.LastId);

    /// <summary>Makes the temporary table, if the rows go through one.</summary>
    public abstract Task OpenThroughAsync(NpgsqlConnection connection, CancellationToken cancellation);

    public long NextId() => ++LastId;

    /// <summary>Copies the rows that wait for this phase.</summary>
    public abstract Task CopyAsync(NpgsqlConnection connection, int phase, CancellationToken cancellation);

    /// <summary>Tells the planner when the table has doubled. The triggers' statements were planned when it was empty, and are planned again only for
    /// new statistics: without them each row would be held against the whole table.</summary>
    public async Task AnalyzeGrownAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (Copied < 2 * analyzed)
            return;
        analyzed = Copied;
        await using var analyze = new NpgsqlCommand($"analyze homeroom.\"{Name}\"", connection) { CommandTimeout = 600 };
        await analyze.ExecuteNonQueryAsync(cancellation);
    }
}

/// <summary>
/// A table whose rows are <typeparamref name="T"/>: each property with a public setter is the column of its name in snake_case, as in
/// the model of EF Core. What the database computes has no such setter.
/// </summary>
internal sealed class SeedTable<T>(string name) : SeedTable(name)
    where T : class
{
    private readonly List<List<T>> rows = [];
    private readonly List<ColumnCopy<T>> columns = [];
    private string names = "";

    public override Type Row => typeof(T);

    public override int Count => rows.Sum(phase => phase.Count);

    public override int Phases => rows.FindLastIndex(phase => phase.Count > 0) + 1;

    public void Add(T row, int phase)
    {
        while (rows.Count <= phase)
            rows.Add([]);
        rows[phase].Add(row);
    }

    public override void Open(TableColumns columns)
    {
        base.Open(columns);
        foreach (var property in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var column = SnakeCase.Of(property.Name);
            if (NumberedByDatabase && column == columns.Identity)
                continue;
            if (property.SetMethod is { IsPublic: true } && columns.Types.TryGetValue(column, out var type) && ColumnCopies<T>.Of(property, type) is { } copy)
            {
                this.columns.Add(copy);
                names = $"{names}{(names.Length == 0 ? "" : ", ")}\"{column}\"";
            }
        }
    }

    public override async Task OpenThroughAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        if (Through is null)
            return;
        await using var make = new NpgsqlCommand($"create temp table {Through} on commit drop as select {names} from homeroom.\"{Name}\" where false", connection);
        await make.ExecuteNonQueryAsync(cancellation);
    }

    public override async Task CopyAsync(NpgsqlConnection connection, int phase, CancellationToken cancellation)
    {
        if (phase >= rows.Count || rows[phase].Count == 0)
            return;
        var clock = Stopwatch.StartNew();
        await using (var import = await connection.BeginBinaryImportAsync($"copy {Through ?? $"homeroom.\"{Name}\""} ({names}) from stdin (format binary)", cancellation))
        {
            import.Timeout = TimeSpan.FromMinutes(30);
            foreach (var row in rows[phase])
                Write(import, row);
            await import.CompleteAsync(cancellation);
        }

        Copied += rows[phase].Count;
        rows[phase].Clear();
        if (Through is null)
            await AnalyzeGrownAsync(connection, cancellation);
        Elapsed += clock.Elapsed;
    }

    // Not asynchronous: millions of values, each a few bytes into a buffer.
    private void Write(NpgsqlBinaryImporter import, T row)
    {
        import.StartRow();
        foreach (var column in columns)
            column(import, row);
    }
}
