namespace HomeroomGraph.Data.Embedded;

/// <summary>Node.js, whose package manager brings PostgreSQL.</summary>
internal static class NodeJs
{
    private const int OldestVersion = 20;

    /// <summary>npm's program file.</summary>
    /// <exception cref="SetupException">There is no Node.js, no npm, or it is too old.</exception>
    public static async Task<string> FindNpmAsync(CancellationToken cancellation)
    {
        var node = ExternalCommand.Find("node") ?? throw Missing("Node.js was not found");
        var npm = ExternalCommand.Find("npm") ?? throw Missing("npm, which comes with Node.js, was not found");
        var version = (await ExternalCommand.RunAsync(node, ["--version"], Path.GetTempPath(), cancellation)).Output.Trim();
        return MajorOf(version) >= OldestVersion ? npm : throw Missing($"Node.js {version} is too old");
    }

    private static int MajorOf(string version) =>
        int.TryParse(version.TrimStart('v').Split('.')[0], out var major) ? major : 0;

    private static SetupException Missing(string what) => new(
        $"{what}: the embedded PostgreSQL is installed with it. Install Node.js {OldestVersion} or newer (https://nodejs.org), " +
        "or set ConnectionStrings__Homeroom to a PostgreSQL 18 of yours.");
}
