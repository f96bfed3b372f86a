using System.Diagnostics;

namespace HomeroomGraph.Breaks;

/// <summary>A program that was run to its end: its exit code and what it printed.</summary>
internal sealed record Command(string Name, int ExitCode, string Output)
{
    /// <summary>Runs a program; one that does not end in time is stopped, with the programs that it started.</summary>
    /// <exception cref="BreakException">It did not end in time.</exception>
    public static async Task<Command> RunAsync(
        string program, string[] arguments, string folder, TimeSpan atMost, CancellationToken cancellation, params IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(atMost);
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(time.Token), process.StandardError.ReadToEndAsync(time.Token));
            await process.WaitForExitAsync(time.Token);
            return new($"{program} {arguments[0]}", process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new BreakException($"{program} {arguments[0]} did not end within {atMost.TotalMinutes:0} minutes");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>What it printed.</summary>
    /// <exception cref="BreakException">It failed.</exception>
    public string RequireSuccess() => ExitCode == 0 ? Output : throw new BreakException($"{Name} failed:\n{Output}");
}
