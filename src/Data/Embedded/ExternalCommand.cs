using System.ComponentModel;
using System.Diagnostics;

namespace HomeroomGraph.Data.Embedded;

/// <summary>How a started program ended.</summary>
internal sealed record CommandOutcome(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>The last lines that say something, for an error message.</summary>
    public string LastLines => string.Join(
        Environment.NewLine, Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).TakeLast(8));
}

/// <summary>Another program, run to its end in a folder of our choice.</summary>
internal static class ExternalCommand
{
    /// <summary>Runs it and keeps what it prints.</summary>
    public static async Task<CommandOutcome> RunAsync(
        string program, IEnumerable<string> arguments, string folder, CancellationToken cancellation)
    {
        using var process = Start(program, arguments, folder, keepOutput: true);
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new(process.ExitCode, await output + await errors);
    }

    /// <summary>
    /// Runs a program that leaves another one running behind it. Its output is not kept: the one left behind may inherit the
    /// pipe, and its end would never come. Nor is it cancelled: it would leave a half-started server.
    /// </summary>
    public static async Task<int> RunLauncherAsync(string program, IEnumerable<string> arguments, string folder)
    {
        using var process = Start(program, arguments, folder, keepOutput: false);
        await process.WaitForExitAsync(CancellationToken.None);
        return process.ExitCode;
    }

    /// <summary>The full path of a program on the PATH, or null.</summary>
    public static string? Find(string name)
    {
        string[] endings = OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [""];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!OperatingSystem.IsWindows())
            folders = [.. folders, "/usr/sbin", "/sbin"];
        return folders
            .Where(folder => folder.Length > 0)
            .SelectMany(folder => endings.Select(ending => Path.Combine(folder, name + ending)))
            .FirstOrDefault(File.Exists);
    }

    private static Process Start(string program, IEnumerable<string> arguments, string folder, bool keepOutput)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = keepOutput,
            RedirectStandardError = keepOutput,
        };

        // PostgreSQL takes its defaults from such variables; ours come from the command line alone.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);

        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception refusal)
        {
            throw new SetupException($"{program} can't be started: {refusal.Message}.", refusal);
        }
    }
}
