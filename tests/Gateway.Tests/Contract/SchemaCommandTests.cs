using System.CommandLine;
using System.Diagnostics;
using HomeroomGraph.Gateway.Commands;
using HomeroomGraph.GraphQL.Contract;
using HomeroomGraph.GraphQL.Types;

namespace HomeroomGraph.Gateway.Tests.Contract;

/// <summary><c>schema check</c> and <c>schema update</c>, in a folder with a contract that is older than the code's.</summary>
public sealed class SchemaCommandTests : IDisposable
{
    private const string Gone = "type Query {\n  \"\"\"Gone.\"\"\"\n  oldSchools: Int", Announced = Gone + " @deprecated(reason: \"Use Query.schools. Removal after 2026-11-29.\")";
    private static readonly string Code = SchemaPrinter.Print(HomeroomSchema.Build().Schema);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("homeroomgraph-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task The_first_contract_is_written_and_then_there_is_nothing_to_do()
    {
        Assert.Equal(1, (await RunAsync("check")).ExitCode);
        Assert.Equal(0, (await RunAsync("update")).ExitCode);
        Assert.Equal(Code, Read("schema.graphql"));
        string changelog = Read("CHANGELOG.md");

        Assert.Equal((0, "The contract is as it was.\n", ""), await RunAsync("check"));
        Assert.Equal((0, "The contract is as it was.\n", ""), await RunAsync("update"));
        Assert.Equal(changelog, Read("CHANGELOG.md"));
    }

    [Fact]
    public async Task What_breaks_clients_is_refused_and_changes_nothing()
    {
        string older = Keep(Code.Replace("type Query {", Gone, StringComparison.Ordinal));

        var (exitCode, output, errors) = await RunAsync("update");

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains("  Query.oldSchools: The field was removed.\n", errors, StringComparison.Ordinal);
        Assert.Contains("deprecate", errors, StringComparison.Ordinal);
        Assert.Equal(older, Read("schema.graphql"));
    }

    [Fact]
    public async Task A_reason_lets_it_pass_and_stands_in_the_changelog()
    {
        Keep(Code.Replace("type Query {", Gone, StringComparison.Ordinal));

        Assert.Equal(0, (await RunAsync("update", "--breaking", "It never worked.")).ExitCode);

        Assert.Equal(Code, Read("schema.graphql"));
        Assert.Contains("### Breaking\n\nIt never worked.\n\n- `Query.oldSchools`: The field was removed.\n", Read("CHANGELOG.md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-29", 1)]
    [InlineData("2026-11-30", 0)]
    public async Task What_was_announced_goes_after_its_day(string day, int exitCode)
    {
        Keep(Code.Replace("type Query {", Announced, StringComparison.Ordinal));

        Assert.Equal(exitCode, (await RunAsync("update", "--day", day)).ExitCode);
        Assert.Equal(exitCode == 0, Read("CHANGELOG.md").Contains(
            "## 2026-11-30\n\nContract: sha256 ", StringComparison.Ordinal) && Read("CHANGELOG.md").Contains("### Breaking after deprecation", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_contract_that_was_edited_by_hand_is_refused_until_the_landed_one_is_named()
    {
        await GitAsync("init", "-q", "-b", "main");
        Keep(Code.Replace("\"\"\"What can be read.\"\"\"\n", "", StringComparison.Ordinal));
        await GitAsync("add", ".");
        await GitAsync("-c", "user.name=Test", "-c", "user.email=test@homeroom.test", "commit", "-q", "-m", "The landed contract");
        File.WriteAllText(Path.Combine(folder.FullName, "schema.graphql"), "<<<<<<< a conflict\n" + Code);

        Assert.Contains("changed by hand", (await RunAsync("update")).Errors, StringComparison.Ordinal);
        File.Delete(Path.Combine(folder.FullName, "CHANGELOG.md"));
        Assert.Contains("is missing", (await RunAsync("update")).Errors, StringComparison.Ordinal);
        Assert.Equal((2, "", "error: Git knows no revision 'nowhere' in " + folder.FullName + ".\n"), await RunAsync("update", "--landed", "nowhere"));
        Assert.Equal(0, (await RunAsync("update", "--landed", "main", "--day", "2026-11-30")).ExitCode);
        string changelog = Read("CHANGELOG.md");
        Assert.Equal(Code, Read("schema.graphql"));
        Assert.Contains("- One description.", changelog, StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync("update", "--landed", "main", "--day", "2026-11-30")).ExitCode);
        Assert.Equal(changelog, Read("CHANGELOG.md"));
        Assert.Equal(0, (await RunAsync("check")).ExitCode);
    }

    [Fact]
    public async Task A_missing_folder_and_a_wrong_day_are_told()
    {
        Assert.Equal(2, (await CallAsync("schema", "check", "--folder", Path.Combine(folder.FullName, "nowhere"))).ExitCode);
        Assert.Contains("YYYY-MM-DD", (await RunAsync("update", "--day", "30.11.2026")).Errors, StringComparison.Ordinal);
    }

    /// <summary>Writes a contract with its entry, as the verb would have.</summary>
    private string Keep(string contract)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "schema.graphql"), contract);
        File.WriteAllText(Path.Combine(folder.FullName, "CHANGELOG.md"), Changelog.Add(null, ChangelogEntry.OfFirst(contract, new DateOnly(2026, 6, 1))));
        return contract;
    }

    private string Read(string file) => File.ReadAllText(Path.Combine(folder.FullName, file));

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(string verb, params string[] more) =>
        CallAsync(["schema", verb, "--folder", folder.FullName, .. more]);

    private static async Task<(int ExitCode, string Output, string Errors)> CallAsync(params string[] arguments)
    {
        StringWriter output = new() { NewLine = "\n" }, errors = new() { NewLine = "\n" };
        int exitCode = await CommandLine.RunAsync(new RootCommand { SchemaCommand.Create() }, arguments, output, errors);
        return (exitCode, output.ToString(), errors.ToString());
    }

    private async Task GitAsync(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = folder.FullName })!;
        await git.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, git.ExitCode);
    }
}
