namespace HomeroomGraph.Data.Embedded;

/// <summary>
/// The account that PostgreSQL runs under. PostgreSQL refuses root, so root runs it under a system account of its own; everybody
/// else runs it as themselves.
/// </summary>
internal sealed class ServerAccount
{
    private const string Name = "homeroomgraph";
    private readonly string? setpriv;

    private ServerAccount(string? setpriv) => this.setpriv = setpriv;

    /// <summary>Whether this process is root's, so that the server needs another account.</summary>
    public static bool IsNeeded => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    /// <summary>The account to use, made if it isn't there.</summary>
    public static async Task<ServerAccount> PrepareAsync(CancellationToken cancellation)
    {
        if (!IsNeeded)
            return new(setpriv: null);
        var setpriv = OperatingSystem.IsLinux() ? ExternalCommand.Find("setpriv") : null;
        if (setpriv is null)
        {
            throw new SetupException(
                "PostgreSQL refuses to run as root, and there is no setpriv to start it under another account. " +
                "Run HomeroomGraph as an ordinary user, install util-linux, or set ConnectionStrings__Homeroom.");
        }

        if (!await ExistsAsync(cancellation))
            await CreateAsync(cancellation);
        return new(setpriv);
    }

    /// <summary>A call of a program of PostgreSQL as this account.</summary>
    public (string Program, IEnumerable<string> Arguments) Command(string program, IEnumerable<string> arguments) =>
        setpriv is null
            ? (program, arguments)
            : (setpriv, [$"--reuid={Name}", $"--regid={Name}", "--clear-groups", "--no-new-privs", "--", program, .. arguments]);

    /// <summary>Makes a folder or file the account's own, and nobody else's.</summary>
    public async Task OwnAsync(string path, CancellationToken cancellation)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, Directory.Exists(path)
                ? UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                : UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        if (setpriv is not null)
            await MustAsync("chown", [$"{Name}:{Name}", path], cancellation);
    }

    /// <summary>Refuses a folder that the account could not get to, with the folder above it that is closed.</summary>
    public void MustReach(string folder)
    {
        if (setpriv is null || OperatingSystem.IsWindows())
            return;
        for (var above = Directory.GetParent(folder); above is not null; above = above.Parent)
        {
            if (above.Exists && !above.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
            {
                throw new SetupException(
                    $"As root, PostgreSQL runs under the account \"{Name}\", which can't reach {folder}: {above.FullName} is closed " +
                    "to it. Set Homeroom__DataDirectory to a folder that it can reach, such as one under /var/lib.");
            }
        }
    }

    private static async Task<bool> ExistsAsync(CancellationToken cancellation) =>
        (await ExternalCommand.RunAsync("id", ["-u", Name], "/", cancellation)).Succeeded;

    private static async Task CreateAsync(CancellationToken cancellation)
    {
        var outcome = ExternalCommand.Find("useradd") is { } useradd
            ? await ExternalCommand.RunAsync(
                useradd, ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin", Name],
                "/", cancellation)
            : await ExternalCommand.RunAsync("adduser", ["-S", "-D", "-H", "-s", "/sbin/nologin", Name], "/", cancellation);

        // Of two programs that start at once, one may find that the other has just made it.
        if (!outcome.Succeeded && !await ExistsAsync(cancellation))
        {
            throw new SetupException(
                $"PostgreSQL refuses to run as root, and the system account \"{Name}\" can't be created: {outcome.LastLines} " +
                "Create it, run HomeroomGraph as an ordinary user, or set ConnectionStrings__Homeroom.");
        }
    }

    private static async Task MustAsync(string program, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var outcome = await ExternalCommand.RunAsync(program, arguments, "/", cancellation);
        if (!outcome.Succeeded)
            throw new SetupException($"{program} {string.Join(' ', arguments)} failed: {outcome.LastLines}");
    }
}
