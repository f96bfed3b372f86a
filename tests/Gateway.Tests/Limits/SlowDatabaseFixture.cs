using HomeroomGraph.Gateway.Settings;
using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Gateway.Tests.Limits;

/// <summary>A server that gives an operation a second and a client two at once, over a database in which one table can be made slow.</summary>
public sealed class SlowDatabaseFixture(PostgresCluster cluster) : GatewayFixture(cluster)
{
    /// <summary>Asks of the table that is slow.</summary>
    public const string Slow = "{ subjects(first: 1) { nodes { id } } }";

    protected override IEnumerable<KeyValuePair<string, string?>> MoreSettings() =>
    [
        new(SettingsTable.TimeLimitSeconds.Key, "1"), new(SettingsTable.ConcurrentOperations.Key, "2"),
        new(SettingsTable.AnswerMegabytes.Key, "0"), // A kept answer needs no table.
    ];

    /// <summary>Nobody reads the table until the lock is given back: a statement that does waits in PostgreSQL.</summary>
    public async Task<IAsyncDisposable> LockAsync()
    {
        var connection = await Database.Owner.OpenConnectionAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var take = new NpgsqlCommand("lock table homeroom.subject in access exclusive mode", connection, transaction);
        await take.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>Statements of the reading role that wait for the table now; whatever the program reads of its own accord does not.</summary>
    public async Task<long> RunningAsync()
    {
        await using var count = Database.Owner.CreateCommand(
            "select count(*) from pg_stat_activity where datname = current_database() and application_name in ('homeroom_reader', 'homeroom_district_reader') and state <> 'idle' and wait_event_type = 'Lock'");
        return (long)(await count.ExecuteScalarAsync())!;
    }

    /// <summary>Waits until as many run.</summary>
    public async Task UntilRunningAsync(long count, TimeSpan patience)
    {
        var end = DateTime.UtcNow + patience;
        long running;
        while ((running = await RunningAsync()) != count && DateTime.UtcNow < end) await Task.Delay(20);
        Assert.Equal(count, running);
    }
}
