using System.Diagnostics;

namespace HomeroomGraph.Gateway.Tests;

/// <summary>The program as a user runs it: a process with arguments and settings, its output, and its exit code.</summary>
public sealed class ProgramRun : IAsyncDisposable
{
    private readonly Process process;
    private readonly List<string> output = [];
    private readonly List<string> errors = [];

    private ProgramRun(Process process) => this.process = process;

    public string Output => Text(output);

    public string Errors => Text(errors);

    public static ProgramRun Start(IEnumerable<string> arguments, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "HomeroomGraph.Gateway.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;

        var run = new ProgramRun(new Process { StartInfo = start });
        run.process.OutputDataReceived += (_, line) => Add(run.output, line.Data);
        run.process.ErrorDataReceived += (_, line) => Add(run.errors, line.Data);
        run.process.Start();
        run.process.StandardInput.Close();
        run.process.BeginOutputReadLine();
        run.process.BeginErrorReadLine();
        return run;
    }

    /// <summary>Runs to the end.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> ToEndAsync(
        IEnumerable<string> arguments, params (string Name, string Value)[] settings)
    {
        await using var run = Start(arguments, settings);
        return (await run.ExitCodeAsync(), run.Output, run.Errors);
    }

    public async Task<int> ExitCodeAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(5));
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    /// <summary>What a terminal's Ctrl-C sends.</summary>
    public async Task InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>What <c>kill -9</c> sends: the program can do nothing any more.</summary>
    public async Task KillAsync()
    {
        using var kill = Process.Start("kill", ["-KILL", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until the program has said something on its output.</summary>
    public async Task SaysAsync(string text)
    {
        var watch = Stopwatch.StartNew();
        while (!Output.Contains(text, StringComparison.Ordinal))
        {
            if (process.HasExited || watch.Elapsed > TimeSpan.FromMinutes(2))
                Assert.Fail($"The program never said \"{text}\". It said:\n{Output}\n{Errors}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }

        process.Dispose();
    }

    private static void Add(List<string> lines, string? line)
    {
        if (line is null)
            return;
        lock (lines)
            lines.Add(line);
    }

    private static string Text(List<string> lines)
    {
        lock (lines)
            return string.Join('\n', lines);
    }
}
