using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace HomeroomGraph.Testing;

/// <summary>The packages of npm in the folder <c>Npm</c>, which <c>tests/install-npm</c> fetches, and Node.js with them.</summary>
internal static class NpmPackages
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(Here())!, "Npm");

    /// <summary>Starts a script, which finds the packages wherever it stands.</summary>
    /// <param name="script">Its path, from the folder of the packages where it is no whole one.</param>
    public static Process Start(string script, params string[] arguments)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
            throw new InvalidOperationException("The packages of npm are not installed: run tests/install-npm, as tests/run does.");
        return Process.Start(new ProcessStartInfo("node", ["--import", "./resolve.mjs", script, .. arguments])
        {
            WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
