using System.CommandLine;
using System.Globalization;
using HomeroomGraph.Data;
using HomeroomGraph.Gateway.Contract;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.Gateway.Commands;

/// <summary><c>schema print</c>, <c>check</c> and <c>update</c>: the contract as the code has it, and how it takes the place of the last one.</summary>
internal static class SchemaCommand
{
    private static readonly Option<DirectoryInfo> Folder = new("--folder")
    {
        Description = "Where schema.graphql and CHANGELOG.md are.", DefaultValueFactory = _ => new DirectoryInfo("schema"),
    };

    private static readonly Option<string> Landed = new("--landed")
    {
        Description = "A revision of git, such as main, whose files are the last contract; else the files in the folder are.", HelpName = "REVISION",
    };

    private static readonly Option<DateOnly?> Day = new("--day")
    {
        Description = "The business day of the new contract; today (Asia/Shanghai) where it is left out.", HelpName = "YYYY-MM-DD",
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens.Single().Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            result.AddError($"'{result.Tokens.Single().Value}' is no day: YYYY-MM-DD.");
            return null;
        },
    };

    private static readonly Option<string> Breaking = new("--breaking")
    {
        Description = "Why the contract breaks clients without a deprecation. The reason goes into the changelog.", HelpName = "REASON",
    };

    public static Command Create() => new("schema", "The GraphQL schema.") { Print(), Check(), Update(), OperationsCommand.Print(), OperationsCommand.Check() };

    private static Command Print()
    {
        var print = new Command("print", "Print the GraphQL schema as SDL.");
        print.SetAction(async (call, _) =>
        {
            await call.InvocationConfiguration.Output.WriteAsync(SchemaPrinter.Print(HomeroomSchema.Build().Schema));
            return ExitCode.Done;
        });
        return print;
    }

    private static Command Check()
    {
        var check = new Command("check", "Say what 'schema update' would do, and change nothing. The exit code is 1 where there is something to do.")
        {
            Folder, Landed, Day, Breaking,
        };
        check.SetAction(async (call, cancellation) =>
        {
            var proposal = await ProposeAsync(call, cancellation);
            await TellAsync(call, proposal);
            return proposal.IsRefused || await proposal.IsToBeWrittenAsync(cancellation) ? ExitCode.Refused : ExitCode.Done;
        });
        return check;
    }

    private static Command Update()
    {
        var update = new Command("update", "Write schema.graphql and an entry of CHANGELOG.md, unless the change breaks clients.")
        {
            Folder, Landed, Day, Breaking,
        };
        update.SetAction(async (call, cancellation) =>
        {
            var proposal = await ProposeAsync(call, cancellation);
            await TellAsync(call, proposal);
            if (proposal.IsRefused) return ExitCode.Refused;
            await proposal.WriteAsync(cancellation);
            return ExitCode.Done;
        });
        return update;
    }

    private static async Task<ContractProposal> ProposeAsync(ParseResult call, CancellationToken cancellation)
    {
        var files = new ContractFiles(call.GetValue(Folder)!);
        var last = call.GetValue(Landed) is { } revision ? await files.ReadAsync(revision, cancellation) : await files.ReadAsync(cancellation);
        var day = call.GetValue(Day) ?? new BusinessClock(TimeProvider.System, fixedToday: null).Today;
        return ContractProposal.Make(files, last, HomeroomSchema.Build().Schema, day, call.GetValue(Breaking));
    }

    private static async Task TellAsync(ParseResult call, ContractProposal proposal)
    {
        var output = proposal.IsRefused ? call.InvocationConfiguration.Error : call.InvocationConfiguration.Output;
        await output.WriteAsync(proposal.Text);
    }
}
