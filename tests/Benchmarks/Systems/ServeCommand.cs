using System.CommandLine;
using HomeroomGraph.Benchmarks.EfCore;
using HomeroomGraph.Benchmarks.Limit;

namespace HomeroomGraph.Benchmarks.Systems;

/// <summary><c>serve SYSTEM --url URL</c>: a system that is part of this program, as a process of its own over ConnectionStrings__Homeroom.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var system = new Argument<string>("system") { Description = $"{RunningSystems.Limit} or {RunningSystems.EfCore}" };
        var url = new Option<string>("--url") { Description = "Where it listens.", Required = true };
        var command = new Command("serve", "Serves one of the systems over ConnectionStrings__Homeroom.") { system, url };
        command.SetAction(async (parsed, cancellation) =>
        {
            var connection = Environment.GetEnvironmentVariable("ConnectionStrings__Homeroom") ?? throw new InvalidOperationException("ConnectionStrings__Homeroom is not set.");
            await using var host = parsed.GetValue(system) switch
            {
                RunningSystems.Limit => await LimitHost.BuildAsync(connection, parsed.GetValue(url)!),
                RunningSystems.EfCore => EfCoreHost.Build(connection, parsed.GetValue(url)!),
                var other => throw new InvalidOperationException($"There is no '{other}' to serve."),
            };
            host.MapGet("/ready", () => "ready");
            await host.StartAsync(cancellation);
            await Task.Delay(Timeout.Infinite, cancellation);
        });
        return command;
    }
}
