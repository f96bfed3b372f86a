using System.CommandLine;
using System.Globalization;
using HomeroomGraph.Data;
using HomeroomGraph.Data.Import;
using HomeroomGraph.Gateway.Hosting;
using HomeroomGraph.Gateway.Settings;

namespace HomeroomGraph.Gateway.Commands;

/// <summary><c>import KIND FILE --district CODE</c>: brings a file into a district, or says what keeps it out.</summary>
internal static class ImportCommand
{
    private static readonly Argument<string> Kind = new("kind")
    {
        Description = "What the file is: oneroster, a OneRoster 1.2 CSV bundle (zip); roll, a teacher roll 教师花名册 (.xlsx or .csv); papers, CSL-JSON or a list of papers (.xlsx or .csv).",
    };

    private static readonly Argument<FileInfo> File = new("file") { Description = "The file." };
    private static readonly Option<string> District = new("--district")
    {
        Description = "The district's GB/T 2260 code, such as 371723.",
        HelpName = "CODE",
        Required = true,
    };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Only say what would happen." };
    private static readonly Option<bool> AcceptGood = new("--accept-good") { Description = "Take the good rows although there are wrong ones." };

    public static Command Create()
    {
        Kind.AcceptOnlyFromAmong([.. Imports.Kinds]);
        File.AcceptExistingOnly();
        var command = new Command("import", "Import a file into a district. With wrong rows nothing is changed, unless --accept-good is given.")
        {
            Kind, File, District, DryRun, AcceptGood,
        };
        command.SetAction((call, cancellation) => RunAsync(call, new ImportRequest(call.GetValue(File)!.FullName, call.GetValue(District)!)
        {
            DryRun = call.GetValue(DryRun),
            AcceptGood = call.GetValue(AcceptGood),
        }, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult call, ImportRequest request, CancellationToken cancellation)
    {
        var settings = GatewaySettings.FromEnvironment();
        var output = call.InvocationConfiguration.Output;
        await using var database = await OpenDatabase.RunAsync(settings, DatabasePurpose.Work, new StartLog(Terminal.Open()), cancellation);
        var import = Imports.Of(call.GetValue(Kind)!, database.Writer, new BusinessClock(TimeProvider.System, settings.Today));
        try
        {
            var report = await import.RunAsync(request, new StepLines(output), cancellation);
            await output.WriteLineAsync();
            await output.WriteAsync(ImportReportText.Of(report, CultureInfo.CurrentUICulture));
            return report.ExitCode;
        }
        catch (ImportRefusedException refusal)
        {
            await call.InvocationConfiguration.Error.WriteLineAsync(ImportReportText.Of(refusal, CultureInfo.CurrentUICulture));
            return ExitCode.Refused;
        }
    }

    /// <summary>A line when a step begins, and for each file that is read.</summary>
    private sealed class StepLines(TextWriter output) : IProgress<ImportProgress>
    {
        private string? last;

        public void Report(ImportProgress value)
        {
            var line = value.Step switch
            {
                ImportStep.Reading => $"Reading {value.Detail} · 读取",
                ImportStep.Checking => "Checking · 检查",
                ImportStep.Staging => "Comparing with what is there · 比对",
                ImportStep.Storing => "Storing · 写入",
                ImportStep.Rehearsing => "Rehearsing, nothing is kept · 试写（不保留）",
                _ => last,
            };
            if (line != last)
                output.WriteLine(line);
            last = line;
        }
    }
}
