using System.Diagnostics;

namespace HomeroomGraph.Benchmarks.Systems;

/// <summary>A folder whose packages npm fetches by its lock file.</summary>
internal static class NpmFolder
{
    /// <summary>Fetches what is not there.</summary>
    public static async Task InstallAsync(string folder, CancellationToken cancellation)
    {
        using var install = Process.Start(new ProcessStartInfo(Path.Combine(folder, "../../install-npm"), [folder]) { RedirectStandardError = true })!;
        var said = await install.StandardError.ReadToEndAsync(cancellation);
        await install.WaitForExitAsync(cancellation);
        if (install.ExitCode != 0) throw new InvalidOperationException($"npm could not fetch the packages of {folder}: {said}");
    }
}
