using HomeroomGraph.Benchmarks.Measures;
using HomeroomGraph.Data;
using HomeroomGraph.Data.Bench;
using HomeroomGraph.Data.Embedded;
using Npgsql;

namespace HomeroomGraph.Benchmarks.SideBySide;

/// <summary>The database that is measured over: an embedded PostgreSQL in a folder of its own, with as many districts as asked for.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    // What the questions read; a fresh table has no visibility map, and index-only scans are none without.
    private const string Vacuum = """
        vacuum homeroom.district, homeroom.school, homeroom.teacher, homeroom.employment, homeroom.class, homeroom.appointment, homeroom.mentorship,
            homeroom.research_project, homeroom.research_member, homeroom.paper, homeroom.paper_author, homeroom.award
        """;

    private readonly EmbeddedPostgres _postgres;
    private readonly int? _postmaster;

    private BenchDatabase(EmbeddedPostgres postgres, NpgsqlDataSource owner, int district, int? postmaster) =>
        (_postgres, Owner, District, _postmaster) = (postgres, owner, district, postmaster);

    /// <summary>The owner's login.</summary>
    public string ConnectionString => _postgres.Connection.ConnectionString;

    /// <summary>The same as PostgreSQL's own programs write it.</summary>
    public string ConnectionUrl => $"postgres://{_postgres.Connection.Username}:{_postgres.Connection.Password}@{_postgres.Connection.Host}:{_postgres.Connection.Port}/{_postgres.Connection.Database}";

    public NpgsqlDataSource Owner { get; }

    /// <summary>The first district of the bench: the analyst's who asks.</summary>
    public int District { get; }

    /// <summary>Processor time of PostgreSQL's processes so far; NaN where they can't be seen.</summary>
    public double CpuSeconds => _postmaster is { } postmaster ? ProcessTree.CpuSeconds(postmaster) : double.NaN;

    public static async Task<BenchDatabase> OpenAsync(string? dataDirectory, int districts, Action<string> say, CancellationToken cancellation)
    {
        var postgres = await EmbeddedPostgres.AttachOrStartAsync(dataDirectory ?? UsualFolder, say, cancellation);
        try
        {
            await PrepareAsync(postgres.Connection.ConnectionString, districts, say, cancellation);
            var owner = NpgsqlDataSource.Create(postgres.Connection);
            var district = await ScalarAsync<int>(owner, $"select district_id from homeroom.district where code = '{BenchSeed.CodeOf(1)}'", cancellation);
            var backend = await ScalarAsync<int>(owner, "select pg_backend_pid()", cancellation);
            return new(postgres, owner, district, ProcessTree.ParentOf(backend));
        }
        catch
        {
            await postgres.DisposeAsync();
            throw;
        }
    }

    private static async Task PrepareAsync(string connectionString, int districts, Action<string> say, CancellationToken cancellation)
    {
        await using var database = HomeroomDatabase.OfConnectionString(connectionString);
        await database.MigrateAsync(cancellation);
        var there = await ScalarAsync<long>(database.Owner, "select count(*) from homeroom.district where code like '99____'", cancellation);
        if (there < districts) await new BenchSeed(database, say).RunAsync(districts, cancellation);
        else if (there > districts) say($"There are {there} districts in this folder, more than {districts}.");
        await using var vacuum = database.Owner.CreateCommand(Vacuum);
        vacuum.CommandTimeout = 1800;
        await vacuum.ExecuteNonQueryAsync(cancellation);
    }

    private static string UsualFolder => ServerAccount.IsNeeded
        ? "/var/lib/homeroomgraph-bench"
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "homeroomgraph-bench");

    private static async Task<T> ScalarAsync<T>(NpgsqlDataSource source, string sql, CancellationToken cancellation)
    {
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(cancellation) ?? throw new InvalidOperationException($"{sql} gave nothing."));
    }

    public async ValueTask DisposeAsync()
    {
        await Owner.DisposeAsync();
        await _postgres.DisposeAsync();
    }
}
