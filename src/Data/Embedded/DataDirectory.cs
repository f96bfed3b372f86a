namespace HomeroomGraph.Data.Embedded;

/// <summary>
/// Where the embedded PostgreSQL lives: <c>binaries/</c> (its programs, one folder a version), <c>cluster/</c> (the data),
/// <c>in-use.lock</c>.
/// </summary>
internal sealed class DataDirectory
{
    private const string RootsFolder = "/var/lib/homeroomgraph";

    private DataDirectory(string path) => Path = path;

    public string Path { get; }
    public string Binaries => System.IO.Path.Combine(Path, "binaries");
    public string Cluster => System.IO.Path.Combine(Path, "cluster");
    public string Lock => System.IO.Path.Combine(Path, "in-use.lock");

    /// <summary>The folder of the setting Homeroom__DataDirectory; else root's, else the user's own. Created if need be.</summary>
    public static DataDirectory Open(string? setting)
    {
        var path = setting is { Length: > 0 } ? System.IO.Path.GetFullPath(setting)
            : ServerAccount.IsNeeded ? RootsFolder
            : UsersFolder();
        try
        {
            Directory.CreateDirectory(path);

            // Root's folder has to let PostgreSQL's account through to what is its own, whatever the umask.
            if (ServerAccount.IsNeeded && !OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, OpenToAll);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            throw new SetupException(
                $"The data folder {path} can't be used: {refusal.Message} Set Homeroom__DataDirectory to a folder you can write to.", refusal);
        }

        return new(path);
    }

    public const UnixFileMode OpenToAll =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute |
        UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private static string UsersFolder()
    {
        var folder = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return folder.Length > 0
            ? System.IO.Path.Combine(folder, "homeroomgraph")
            : throw new SetupException("There is no home folder to keep data in: set Homeroom__DataDirectory.");
    }
}
