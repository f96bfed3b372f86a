using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace HomeroomGraph.Data.Embedded;

/// <summary>
/// One PostgreSQL cluster in a folder of its own: created, started on a free port of 127.0.0.1, stopped. The folder holds
/// <c>data/</c>, <c>password</c> and <c>server.log</c>, and belongs to the account that runs the server.
/// </summary>
internal sealed class EmbeddedCluster(string folder, PostgresPrograms programs, ServerAccount account, IReadOnlyList<string> settings)
{
    public const string Login = "homeroom";
    private const int PostgresMajor = 18;
    private const int StartTries = 3;

    private static readonly string[] CommonSettings =
    [
        "listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=160", "shared_buffers=256MB",
        "random_page_cost=1.1", "effective_io_concurrency=16", "jit=off", "timezone=UTC", "log_min_messages=warning",
    ];

    private string Data => Path.Combine(folder, "data");
    private string PasswordFile => Path.Combine(folder, "password");
    private string Log => Path.Combine(folder, "server.log");

    /// <summary>Creates the cluster if it isn't there, ends a server that a killed program left behind, and starts it.</summary>
    public async Task<NpgsqlConnectionStringBuilder> StartAsync(CancellationToken cancellation)
    {
        if (!Directory.Exists(Data))
            await CreateAsync(cancellation);
        RefuseOtherVersion();
        await RecoverAsync(cancellation);
        try
        {
            await LaunchAsync(cancellation);
            return ConnectionOf(folder) ?? throw new SetupException($"The embedded PostgreSQL stopped as soon as it started; see {Log}.");
        }
        catch
        {
            await StopAsync();
            throw;
        }
    }

    /// <summary>How to connect to the server that runs on a folder; null while none is ready.</summary>
    public static NpgsqlConnectionStringBuilder? ConnectionOf(string folder) =>
        PostmasterFile.Read(Path.Combine(folder, "data")) is { IsReady: true } running && running.IsRunning()
            ? new()
            {
                Host = IPAddress.Loopback.ToString(),
                Port = running.Port,
                Username = Login,
                Password = File.ReadAllText(Path.Combine(folder, "password")).Trim(),
                Database = "postgres",
                SslMode = SslMode.Disable,
                GssEncryptionMode = GssEncryptionMode.Disable,
            }
            : null;

    /// <summary>Ends the server in good order: sessions are cut off, everything is written. No error if it isn't running.</summary>
    public async Task StopAsync()
    {
        if (PostmasterFile.Read(Data) is not { } server || !server.IsRunning())
            return;
        var exitCode = await RunPgCtlAsync("stop", "-m", "fast", "-w", "-t", "60", "-s");
        if (exitCode != 0 && server.IsRunning())
            throw new SetupException($"PostgreSQL (process {server.ProcessId}) did not stop within 60 s; see {Log}.");
        await UntilGoneAsync(server);
    }

    /// <summary>pg_ctl is done when the server's file is gone, which is a moment before its process is: whoever looks after we
    /// have ended must find neither.</summary>
    private static async Task UntilGoneAsync(PostmasterFile server)
    {
        for (var patience = 100; patience > 0 && server.IsRunning(); patience--)
            await Task.Delay(TimeSpan.FromMilliseconds(50));
    }

    private async Task CreateAsync(CancellationToken cancellation)
    {
        // Made beside its place and moved there when whole, so that an interrupted first start leaves nothing half-done.
        Directory.CreateDirectory(folder);
        await account.OwnAsync(folder, cancellation);
        await WritePasswordAsync(cancellation);
        var partial = Data + ".partial";
        if (Directory.Exists(partial))
            Directory.Delete(partial, recursive: true);
        var (program, arguments) = account.Command(programs.InitDb,
        [
            "--pgdata", partial, "--username", Login, "--pwfile", PasswordFile, "--auth", "scram-sha-256", "--data-checksums",
            "--encoding", "UTF8", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8", "--locale", "C",
        ]);
        var outcome = await ExternalCommand.RunAsync(program, arguments, folder, cancellation);
        if (!outcome.Succeeded)
            throw new SetupException($"PostgreSQL can't create its data folder {Data}:{Environment.NewLine}{outcome.LastLines}");
        Directory.Move(partial, Data);
    }

    private async Task WritePasswordAsync(CancellationToken cancellation)
    {
        // Closed to others before the password is in it.
        await File.WriteAllTextAsync(PasswordFile, "", cancellation);
        await account.OwnAsync(PasswordFile, cancellation);
        await File.WriteAllTextAsync(PasswordFile, RandomNumberGenerator.GetHexString(48, lowercase: true) + "\n", cancellation);
    }

    private void RefuseOtherVersion()
    {
        var version = File.ReadAllText(Path.Combine(Data, "PG_VERSION")).Trim();
        if (version != $"{PostgresMajor}")
        {
            throw new SetupException(
                $"The data in {Data} is of PostgreSQL {version}, and this program brings {PostgresMajor}. " +
                "Start the program that made it, or set Homeroom__DataDirectory to another folder.");
        }
    }

    // We hold the lock of the data directory, so a server that runs on it is one that a killed program left behind.
    private async Task RecoverAsync(CancellationToken cancellation)
    {
        if (PostmasterFile.Read(Data) is not { } left)
            return;
        if (left.IsRunning())
            await StopAsync();
        else
            File.Delete(left.Path);
        cancellation.ThrowIfCancellationRequested();
    }

    private async Task LaunchAsync(CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (File.Exists(Log))
                File.Move(Log, Log + ".previous", overwrite: true);
            string[] all = [.. CommonSettings, $"port={FreePort()}", .. settings];
            var options = string.Join(' ', all.Select(setting => $"-c {setting}"));

            // pg_ctl puts the server into a session of its own: Ctrl-C in a terminal reaches us, and we stop it.
            var exitCode = await RunPgCtlAsync("start", "-w", "-t", "60", "-s", "-l", Log, "-o", options);
            cancellation.ThrowIfCancellationRequested();
            if (exitCode == 0)
                return;
            if (attempt == StartTries)
            {
                throw new SetupException(
                    $"The embedded PostgreSQL did not start. Its log, {Log}, ends with:{Environment.NewLine}{LogTail()}");
            }
        }
    }

    private Task<int> RunPgCtlAsync(string verb, params string[] options)
    {
        var (program, arguments) = account.Command(programs.PgCtl, [verb, "--pgdata", Data, .. options]);
        return ExternalCommand.RunLauncherAsync(program, arguments, folder);
    }

    private string LogTail() => File.Exists(Log) ? string.Join(Environment.NewLine, File.ReadLines(Log).TakeLast(8)) : "(no log)";

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
