using System.Diagnostics;
using Npgsql;

namespace HomeroomGraph.Data.Embedded;

/// <summary>
/// The PostgreSQL 18 that starts by itself: found or installed, started by the program that serves, shared with the verbs
/// (<c>import</c>, <c>migrate</c>, <c>seed</c>) that are called meanwhile, stopped with the program that started it.
/// </summary>
internal sealed class EmbeddedPostgres : IAsyncDisposable
{
    private const string Database = "homeroom";
    private static readonly TimeSpan LongestWaitForAnother = TimeSpan.FromSeconds(60);

    private readonly EmbeddedCluster? ours;
    private readonly DataDirectoryLock? lockOfOurs;

    private EmbeddedPostgres(NpgsqlConnectionStringBuilder connection, EmbeddedCluster? ours, DataDirectoryLock? lockOfOurs) =>
        (Connection, this.ours, this.lockOfOurs) = (connection, ours, lockOfOurs);

    /// <summary>How to connect as the owner.</summary>
    public NpgsqlConnectionStringBuilder Connection { get; }

    /// <summary>Starts it for a program that serves.</summary>
    /// <exception cref="SetupException">It is running already, or can't be installed or started.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(string? dataDirectory, Action<string> say, CancellationToken cancellation)
    {
        var directory = DataDirectory.Open(dataDirectory);
        var held = DataDirectoryLock.TryTake(directory) ?? throw new SetupException(
            $"HomeroomGraph is already running with the data in {directory.Path}. Stop it first, or set Homeroom__DataDirectory " +
            "to give this one data of its own.");
        return await StartAsync(directory, held, say, cancellation);
    }

    /// <summary>Joins the one that a serving program runs; starts one if there is none.</summary>
    public static async Task<EmbeddedPostgres> AttachOrStartAsync(
        string? dataDirectory, Action<string> say, CancellationToken cancellation)
    {
        var directory = DataDirectory.Open(dataDirectory);
        var waited = Stopwatch.StartNew();
        while (true)
        {
            if (DataDirectoryLock.TryTake(directory) is { } held)
                return await StartAsync(directory, held, say, cancellation);
            if (await TryAttachAsync(directory, cancellation) is { } running)
                return new(running, ours: null, lockOfOurs: null);
            if (waited.Elapsed > LongestWaitForAnother)
                throw new SetupException($"The program that uses {directory.Path} has not started its database; stop it and try again.");
            await Task.Delay(TimeSpan.FromMilliseconds(200), cancellation);
        }
    }

    /// <summary>Stops it, if this program started it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (ours is not null)
            await ours.StopAsync();
        lockOfOurs?.Dispose();
    }

    private static async Task<EmbeddedPostgres> StartAsync(
        DataDirectory directory, DataDirectoryLock held, Action<string> say, CancellationToken cancellation)
    {
        EmbeddedCluster? cluster = null;
        try
        {
            var account = await ServerAccount.PrepareAsync(cancellation);
            account.MustReach(directory.Cluster);
            var programs = await new PostgresPackage(directory, say).ProvideAsync(cancellation);
            cluster = new EmbeddedCluster(directory.Cluster, programs, account, settings: []);
            var connection = await cluster.StartAsync(cancellation);
            await EnsureDatabaseAsync(connection, cancellation);
            connection.Database = Database;
            return new(connection, cluster, held);
        }
        catch
        {
            if (cluster is not null)
                await cluster.StopAsync();
            held.Dispose();
            throw;
        }
    }

    private static async Task<NpgsqlConnectionStringBuilder?> TryAttachAsync(DataDirectory directory, CancellationToken cancellation)
    {
        if (EmbeddedCluster.ConnectionOf(directory.Cluster) is not { } connection)
            return null;
        connection.Database = Database;
        try
        {
            await using var probe = new NpgsqlConnection(connection.ConnectionString);
            await probe.OpenAsync(cancellation);
            return connection;
        }
        catch (NpgsqlException)
        {
            // Still starting, or its database is not made yet: the caller tries again.
            return null;
        }
    }

    private static async Task EnsureDatabaseAsync(NpgsqlConnectionStringBuilder server, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var exists = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection)
        {
            Parameters = { new() { Value = Database } },
        };
        if (await exists.ExecuteScalarAsync(cancellation) is not null)
            return;
        await using var create = new NpgsqlCommand($"create database {Database}", connection);
        await create.ExecuteNonQueryAsync(cancellation);
    }
}
