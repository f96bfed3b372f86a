using HomeroomGraph.Data;
using HomeroomGraph.Data.Embedded;
using HomeroomGraph.Data.Migrations;
using Npgsql;
using Xunit;

namespace HomeroomGraph.Testing;

/// <summary>
/// One real PostgreSQL for all tests of an assembly: <c>[assembly: AssemblyFixture(typeof(PostgresCluster))]</c>. Databases are
/// copied from a migrated template.
/// </summary>
public sealed class PostgresCluster : IAsyncLifetime
{
    private readonly SemaphoreSlim oneAtATime = new(1);
    private readonly HashSet<string> templates = [];
    private TemporaryCluster? cluster;
    private int databases;

    /// <summary>The connection string of the owner, to another database of the cluster.</summary>
    public string ConnectionStringTo(string database) => new NpgsqlConnectionStringBuilder(Running.Connection.ConnectionString)
    {
        Database = database,
    }.ConnectionString;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() =>
        cluster = await TemporaryCluster.StartAsync(
            Environment.GetEnvironmentVariable("Homeroom__DataDirectory"), Console.WriteLine, CancellationToken.None);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (cluster is not null)
            await cluster.DisposeAsync();
        oneAtATime.Dispose();
    }

    /// <summary>A new, empty database, not migrated.</summary>
    public Task<string> CreateEmptyDatabaseAsync() => CreateDatabaseAsync("template1");

    /// <summary>A new database with what <paramref name="fill"/> once put into the template of that name, after the migrations.</summary>
    public async Task<string> CreateDatabaseAsync(string template, Func<HomeroomDatabase, Task> fill)
    {
        await oneAtATime.WaitAsync();
        try
        {
            if (templates.Add(template))
                await CreateTemplateAsync(template, fill);
        }
        finally
        {
            oneAtATime.Release();
        }

        return await CreateDatabaseAsync(template);
    }

    /// <summary>Removes a database, whoever is still connected to it.</summary>
    public Task DropDatabaseAsync(string connectionString) =>
        ExecuteAsync($"drop database \"{new NpgsqlConnectionStringBuilder(connectionString).Database}\" with (force)");

    private TemporaryCluster Running => cluster ?? throw new InvalidOperationException(
        $"The cluster is not started: give the assembly [assembly: AssemblyFixture(typeof({nameof(PostgresCluster)}))].");

    private async Task CreateTemplateAsync(string name, Func<HomeroomDatabase, Task> fill)
    {
        await ExecuteAsync($"create database \"{name}\"");
        var connectionString = new NpgsqlConnectionStringBuilder(ConnectionStringTo(name)) { Pooling = false };
        await using var database = HomeroomDatabase.OfConnectionString(connectionString.ConnectionString);
        await new Migrator(database.Owner, MigrationFolder.Given()).MigrateAsync(CancellationToken.None);
        await fill(database);
    }

    private async Task<string> CreateDatabaseAsync(string template)
    {
        var name = $"test_{Interlocked.Increment(ref databases)}";
        await ExecuteAsync($"create database {name} template \"{template}\" strategy file_copy");
        return ConnectionStringTo(name);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Running.Connection.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
