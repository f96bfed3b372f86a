using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using HomeroomGraph.Data;
using HomeroomGraph.Data.Import;
using HomeroomGraph.Data.Import.Regions;
using HomeroomGraph.Gateway.Hosting;
using HomeroomGraph.Gateway.Settings;

namespace HomeroomGraph.Gateway.Commands;

/// <summary><c>import KIND FILE --district CODE</c>: brings a file into a district, or says what keeps it out.</summary>
internal static class ImportCommand
{
    private const string Regions = "regions";

    private static readonly Argument<string> Kind = new("kind")
    {
        Description = "What the file is: oneroster, a OneRoster 1.2 CSV bundle (zip); roll, a teacher roll 教师花名册 (.xlsx or .csv); papers, CSL-JSON or a list of papers (.xlsx or .csv); regions, the provinces, cities and counties of GB/T 2260.",
    };

    private static readonly Argument<FileInfo> File = new("file")
    {
        Description = "The file; regions can do without one.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string> District = new("--district")
    {
        Description = "The district's GB/T 2260 code, such as 371723; regions are of none.",
        HelpName = "CODE",
    };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Only say what would happen." };
    private static readonly Option<bool> AcceptGood = new("--accept-good") { Description = "Take the good rows although there are wrong ones." };

    public static Command Create()
    {
        Kind.AcceptOnlyFromAmong([.. Imports.Kinds, Regions]);
        File.AcceptExistingOnly();
        var command = new Command("import", "Import a file into a district. With wrong rows nothing is changed, unless --accept-good is given.")
        {
            Kind, File, District, DryRun, AcceptGood,
        };
        command.Validators.Add(RequireFileAndDistrict);
        command.SetAction(RunAsync);
        return command;
    }

    private static void RequireFileAndDistrict(CommandResult call)
    {
        // As written: asking for the value would pass by the check of what kinds there are.
        if (call.GetResult(Kind) is not { Tokens: [{ Value: not Regions }] }) return;
        if (call.GetResult(File) is null || call.GetValue(File) is null) call.AddError("Required argument missing: file.");
        else if (call.GetValue(File) is { Exists: false } missing) call.AddError($"File does not exist: '{missing}'.");
        if (call.GetValue(District) is null) call.AddError("Option '--district' is required.");
    }

    private static async Task<int> RunAsync(ParseResult call, CancellationToken cancellation)
    {
        var settings = GatewaySettings.FromEnvironment();
        var output = call.InvocationConfiguration.Output;
        await using var database = await OpenDatabase.RunAsync(settings, DatabasePurpose.Work, new StartLog(Terminal.Open()), cancellation);
        try
        {
            var report = await ImportAsync(call, database, new BusinessClock(TimeProvider.System, settings.Today), output, cancellation);
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

    private static Task<ImportReport> ImportAsync(
        ParseResult call, HomeroomDatabase database, BusinessClock clock, TextWriter output, CancellationToken cancellation)
    {
        var (kind, file) = (call.GetValue(Kind)!, call.GetValue(File)?.FullName);
        var (dryRun, acceptGood) = (call.GetValue(DryRun), call.GetValue(AcceptGood));
        if (kind == Regions) return new RegionImport(database.Writer, clock).RunAsync(file, dryRun, acceptGood, cancellation);
        var request = new ImportRequest(file!, call.GetValue(District)!) { DryRun = dryRun, AcceptGood = acceptGood };
        return Imports.Of(kind, database.Writer, clock).RunAsync(request, new StepLines(output), cancellation);
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
