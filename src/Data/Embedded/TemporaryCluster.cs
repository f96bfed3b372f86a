using Npgsql;

namespace HomeroomGraph.Data.Embedded;

/// <summary>
/// A cluster for a test run: fast because it forgets, beside the real one and with its programs. What a killed run left behind
/// is removed by the next.
/// </summary>
internal sealed class TemporaryCluster : IAsyncDisposable
{
    private static readonly string[] Settings =
    [
        "fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off", "max_connections=300", "shared_buffers=128MB",
        "shared_preload_libraries=pg_stat_statements", "pg_stat_statements.track_planning=off",
    ];

    private readonly string folder;
    private readonly EmbeddedCluster cluster;
    private readonly FileStream held;

    private TemporaryCluster(string folder, EmbeddedCluster cluster, FileStream held, NpgsqlConnectionStringBuilder connection) =>
        (this.folder, this.cluster, this.held, Connection) = (folder, cluster, held, connection);

    /// <summary>How to connect as the owner, to the database <c>postgres</c>.</summary>
    public NpgsqlConnectionStringBuilder Connection { get; }

    /// <summary>Starts a new one.</summary>
    public static async Task<TemporaryCluster> StartAsync(string? dataDirectory, Action<string> say, CancellationToken cancellation)
    {
        var directory = DataDirectory.Open(dataDirectory);
        var account = await ServerAccount.PrepareAsync(cancellation);
        account.MustReach(directory.Cluster);
        var programs = await new PostgresPackage(directory, say).ProvideAsync(cancellation);
        var home = Directory.CreateDirectory(Path.Combine(directory.Path, "temporary")).FullName;
        await RemoveLeftoversAsync(home, programs, account);

        var folder = Path.Combine(home, Guid.NewGuid().ToString("n"));
        var held = TryHold(folder)!;
        var cluster = new EmbeddedCluster(folder, programs, account, Settings);
        return new(folder, cluster, held, await cluster.StartAsync(cancellation));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await cluster.StopAsync();
        Remove(folder, held);
    }

    private static async Task RemoveLeftoversAsync(string home, PostgresPrograms programs, ServerAccount account)
    {
        foreach (var left in Directory.EnumerateDirectories(home))
        {
            // One that is held belongs to a test run of this moment.
            if (TryHold(left) is not { } held)
                continue;
            await new EmbeddedCluster(left, programs, account, Settings).StopAsync();
            Remove(left, held);
        }
    }

    private static FileStream? TryHold(string folder)
    {
        try
        {
            return new FileStream(folder + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static void Remove(string folder, FileStream held)
    {
        Directory.Delete(folder, recursive: true);
        File.Delete(held.Name);
        held.Dispose();
    }
}
