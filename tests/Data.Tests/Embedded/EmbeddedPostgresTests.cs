using System.Diagnostics;
using HomeroomGraph.Data.Embedded;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Embedded;

/// <summary>The PostgreSQL that starts by itself: two at once, a killed program, leftovers. Each test has a data folder of its own.</summary>
public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "homeroom-test-" + Guid.NewGuid().ToString("n"));

    public EmbeddedPostgresTests()
    {
        // The programs are those of the usual folder: the test run's own cluster has installed them.
        Directory.CreateDirectory(folder);
        Directory.CreateSymbolicLink(
            Path.Combine(folder, "binaries"), DataDirectory.Open(Environment.GetEnvironmentVariable("Homeroom__DataDirectory")).Binaries);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_second_start_at_the_same_time_is_refused()
    {
        await using var first = await StartAsync();
        var refusal = await Assert.ThrowsAsync<SetupException>(StartAsync);
        Assert.Contains("already running", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_start_finds_the_data_of_the_first()
    {
        await using (var first = await StartAsync())
            await ExecuteAsync(first, "create table kept as select 1 as one");
        await using var second = await StartAsync();
        await ExecuteAsync(second, "select one from kept");
    }

    [Fact]
    public async Task A_verb_joins_the_one_that_serves_and_leaves_it_running()
    {
        await using var serving = await StartAsync();
        await using (var verb = await EmbeddedPostgres.AttachOrStartAsync(folder, Say, Cancellation))
        {
            Assert.Equal(serving.Connection.Port, verb.Connection.Port);
            await ExecuteAsync(verb, "create table made_by_verb (id integer)");
        }

        await ExecuteAsync(serving, "select id from made_by_verb");
    }

    [Fact]
    public async Task A_verb_starts_it_if_nobody_serves()
    {
        await using (var verb = await EmbeddedPostgres.AttachOrStartAsync(folder, Say, Cancellation))
            await ExecuteAsync(verb, "select 1");
        Assert.Null(EmbeddedCluster.ConnectionOf(Path.Combine(folder, "cluster")));
    }

    [Fact]
    public async Task After_a_kill_of_the_program_the_server_it_left_is_replaced()
    {
        await using (await StartAsync())
        {
        }

        // A server that nobody's lock stands for, as after kill -9.
        var orphan = await StartWithoutLockAsync();
        await using var next = await StartAsync();
        Assert.NotEqual(orphan, ServerProcessId());
        await ExecuteAsync(next, "select 1");
    }

    [Fact]
    public async Task After_a_kill_of_the_server_what_was_committed_is_there()
    {
        await using (var first = await StartAsync())
        {
            await ExecuteAsync(first, "create table kept as select 1 as one");
            using var server = Process.GetProcessById(ServerProcessId());
            server.Kill();
            await server.WaitForExitAsync(Cancellation);
        }

        await using var next = await StartAsync();
        await ExecuteAsync(next, "select one from kept");
    }

    [Fact]
    public async Task A_number_left_behind_that_is_now_another_programs_does_not_stop_the_start()
    {
        await using (await StartAsync())
        {
        }

        await File.WriteAllTextAsync(
            Path.Combine(folder, "cluster", "data", "postmaster.pid"), $"{Environment.ProcessId}\n/\n0\n5432\n\n127.0.0.1\n\nready\n", Cancellation);
        await using var next = await StartAsync();
        await ExecuteAsync(next, "select 1");
    }

    [Fact]
    public async Task An_interrupted_first_start_leaves_nothing_in_the_way()
    {
        Directory.CreateDirectory(Path.Combine(folder, "cluster", "data.partial", "base"));
        await using var next = await StartAsync();
        await ExecuteAsync(next, "select 1");
    }

    [Fact]
    public async Task The_password_is_for_the_servers_account_only()
    {
        await using var running = await StartAsync();
        Assert.True(running.Connection.Password!.Length >= 32);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, "cluster", "password")));
        running.Connection.Password = "guess";
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(running, "select 1"));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refusal.SqlState);
    }

    private static void Say(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);

    private Task<EmbeddedPostgres> StartAsync() => EmbeddedPostgres.StartAsync(folder, Say, Cancellation);

    private async Task<int> StartWithoutLockAsync()
    {
        var directory = DataDirectory.Open(folder);
        var programs = await new PostgresPackage(directory, Say).ProvideAsync(Cancellation);
        var account = await ServerAccount.PrepareAsync(Cancellation);
        await new EmbeddedCluster(directory.Cluster, programs, account, settings: []).StartAsync(Cancellation);
        return ServerProcessId();
    }

    private int ServerProcessId() => PostmasterFile.Read(Path.Combine(folder, "cluster", "data"))!.ProcessId;

    private static async Task ExecuteAsync(EmbeddedPostgres postgres, string sql)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(postgres.Connection.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
