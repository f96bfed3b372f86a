using System.CommandLine;

namespace HomeroomGraph.Gateway.Commands;

/// <summary>Runs a command line: usage errors, expected faults and Ctrl-C become short text on stderr and an exit code.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(RootCommand root, string[] args, TextWriter output, TextWriter errors)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await errors.WriteLineAsync(error.Message);
            await errors.WriteLineAsync("See: " + string.Join(' ', [.. PathOf(parsed.CommandResult.Command, root), "--help"]));
            return ExitCode.Setup;
        }

        using var stop = new StopSignal();
        try
        {
            var configuration = new InvocationConfiguration
            {
                Output = output,
                Error = errors,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await parsed.InvokeAsync(configuration, stop.Token);
        }
        catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
        {
            await errors.WriteLineAsync("Stopped.");
            return ExitCode.Stopped;
        }
        catch (Exception e) when (ExpectedFaults.Explain(e) is { } reason)
        {
            await errors.WriteLineAsync("error: " + reason);
            return ExitCode.Setup;
        }
        catch (Exception e)
        {
            await errors.WriteLineAsync("This is a fault of the program; please report it with what follows.");
            await errors.WriteLineAsync(e.ToString());
            return ExitCode.Fault;
        }
    }

    private static IEnumerable<string> PathOf(Command command, RootCommand root) =>
        command == root ? [] : [.. command.Parents.OfType<Command>().Where(parent => parent != root).Select(parent => parent.Name), command.Name];
}
