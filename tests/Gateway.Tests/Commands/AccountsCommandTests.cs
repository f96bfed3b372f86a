using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Commands;

/// <summary>The verb <c>accounts</c> as an operator calls it.</summary>
public sealed class AccountsCommandTests(DemoDatabase demo) : IClassFixture<DemoDatabase>, IDisposable
{
    private const string Header = "school,staff_number,name,username,first_password";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("homeroomgraph-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Accounts_for_a_school_are_printed_for_the_next_program_and_the_rest_of_the_district_goes_to_a_file()
    {
        var school = await demo.Database.Owner.ScalarAsync<string>(
            "select s.code from homeroom.school s join homeroom.district d using (district_id) where d.code = '370829' order by s.code limit 1");

        // Without a file the accounts are all there is on stdout.
        var printed = await RunAsync("create", "--district", "370829", "--school", school);
        Assert.Equal(0, printed.ExitCode);
        var lines = printed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Header, lines[0]);
        Assert.True(lines.Length > 1, printed.Output);
        Assert.All(lines[1..], line => Assert.Matches("^[^,]+,[^,]+,[^,]+,[a-z0-9.-]+@370829,[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$", line));
        Assert.Contains($"{lines.Length - 1} accounts were made; first passwords are good until ", printed.Errors, StringComparison.Ordinal);

        var file = Path.Combine(folder.FullName, "accounts.csv");
        var rest = await RunAsync("create", "--district", "370829", "--out", file);
        Assert.Equal(0, rest.ExitCode);
        var written = (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken))[1..];
        Assert.NotEmpty(written);
        Assert.Equal(lines.Length - 1 + written.Length, await CountAsync());
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.DoesNotContain(written[0].Split(',')[^1], rest.Output, StringComparison.Ordinal);

        // A file is never written over, and nothing is made that could not be told.
        var before = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var refused = await RunAsync("create", "--district", "371723", "--out", file);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("can't be made", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal(0, await CountAsync("371723"));

        // Again: nothing to make.
        var again = await RunAsync("create", "--district", "370829");
        Assert.Equal((0, Header), (again.ExitCode, again.Output.Trim()));
        Assert.Contains("0 accounts were made.", again.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_platform_admin_of_a_district_is_made_once()
    {
        var made = await RunAsync("admin", "--district", "371723", "--username", "first-admin", "--name", "首任管理员");
        Assert.Equal(0, made.ExitCode);
        Assert.Matches("^first-admin  .*: [a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}  good until", made.Output);
        Assert.Equal("platform_admin", await demo.Database.Owner.ScalarAsync<string>(
            "select role from access.\"grant\" g join access.account a using (account_id) where a.user_name = 'first-admin' and a.display_name = '首任管理员'"));

        var again = await RunAsync("admin", "--district", "371723", "--username", "first-admin");
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("taken", again.Errors, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", again.Errors, StringComparison.Ordinal);
        Assert.Equal(1L, await demo.Database.Owner.ScalarAsync<long>("select count(*) from access.account where user_name = 'first-admin'"));
    }

    [Theory]
    [InlineData("There is no district 999999.", "create", "--district", "999999")]
    [InlineData("There is no school 0000000000 in the district 371723.", "create", "--district", "371723", "--school", "0000000000")]
    [InlineData("There is no district 999999.", "admin", "--district", "999999", "--username", "somebody")]
    [InlineData("--district", "create")]
    [InlineData("--username", "admin", "--district", "371723")]
    [InlineData("See: accounts --help")]
    public async Task A_wrong_call_is_told_what_is_wrong(string said, params string[] arguments)
    {
        var run = await RunAsync(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(said, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        ProgramRun.ToEndAsync(["accounts", .. arguments], ("ConnectionStrings__Homeroom", demo.ConnectionString));

    private async Task<int> CountAsync(string district = "370829") => (int)await demo.Database.Owner.ScalarAsync<long>(
        "select count(*) from access.account where must_change_password and user_name like '%@' || $1", district);
}
