using System.CommandLine;
using HomeroomGraph.Data;
using HomeroomGraph.Gateway.Hosting;
using HomeroomGraph.Gateway.Settings;

namespace HomeroomGraph.Gateway.Commands;

/// <summary><c>migrate</c>: brings the database to the schema of this program and ends.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Bring the database to the schema of this program.");
        command.SetAction(async (_, cancellation) =>
        {
            var log = new StartLog(Terminal.Open());
            await using var database = await OpenDatabase.RunAsync(GatewaySettings.FromEnvironment(), DatabasePurpose.Work, log, cancellation);
            return ExitCode.Done;
        });
        return command;
    }
}
