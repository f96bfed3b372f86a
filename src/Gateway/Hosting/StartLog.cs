using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace HomeroomGraph.Gateway.Hosting;

/// <summary>Tells each step of a start in one line, with the time it took.</summary>
internal sealed class StartLog(IAnsiConsole console)
{
    private readonly Stopwatch total = Stopwatch.StartNew();

    public IAnsiConsole Console => console;

    public TimeSpan Elapsed => total.Elapsed;

    /// <summary>Does a step; <paramref name="tell"/> says in a few words what came of it.</summary>
    public async Task<T> StepAsync<T>(Func<Task<T>> step, Func<T, string> tell)
    {
        var watch = Stopwatch.StartNew();
        var result = await step();
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[grey]{watch.Elapsed.TotalSeconds,6:0.00} s[/]  {tell(result)}");
        return result;
    }

    public Task StepAsync(Func<Task> step, string told) => StepAsync(
        async () =>
        {
            await step();
            return told;
        },
        done => done);
}
