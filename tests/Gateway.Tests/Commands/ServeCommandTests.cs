using System.Net;
using System.Net.Sockets;
using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Gateway.Tests.Commands;

/// <summary>The program as a process: what it says and how it ends.</summary>
public sealed class ServeCommandTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task It_says_where_everything_is_and_Ctrl_C_ends_it_well()
    {
        await using var run = ProgramRun.Start([], Settings(out var api, out var admin));
        await run.SaysAsync("Ctrl-C stops it");

        using var http = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync($"{api}/health/ready", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync($"{admin}/health/live", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Contains($"{api}/graphql", run.Output, StringComparison.Ordinal);
        Assert.Contains($"{admin}/", run.Output, StringComparison.Ordinal);
        Assert.Contains("已就绪", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);

        await run.InterruptAsync();
        Assert.Equal(0, await run.ExitCodeAsync());
        Assert.Equal("", run.Errors);
    }

    [Fact]
    public async Task A_second_start_is_told_which_port_is_taken_and_what_to_set()
    {
        var settings = Settings(out _, out _);
        await using var first = ProgramRun.Start([], settings);
        await first.SaysAsync("Ctrl-C stops it");

        var second = await ProgramRun.ToEndAsync([], settings);

        Assert.Equal(2, second.ExitCode);
        Assert.Contains("is in use", second.Errors, StringComparison.Ordinal);
        Assert.Contains("ASPNETCORE_URLS", second.Errors, StringComparison.Ordinal);
        AssertNoTrace(second.Errors);
    }

    [Fact]
    public async Task A_taken_admin_port_names_its_own_setting()
    {
        var settings = Settings(out _, out var admin);
        using var taken = new TcpListener(IPAddress.Loopback, new Uri(admin).Port);
        taken.Start();

        var run = await ProgramRun.ToEndAsync([], settings);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Homeroom__AdminUrl", run.Errors, StringComparison.Ordinal);
        AssertNoTrace(run.Errors);
    }

    [Theory]
    [InlineData("ASPNETCORE_URLS")]
    [InlineData("Homeroom__AdminUrl")]
    public async Task The_demo_is_not_served_beyond_this_machine(string setting)
    {
        var run = await ProgramRun.ToEndAsync(
            [], [.. Settings(out _, out _), ("Homeroom__Demo", "true"), (setting, $"http://0.0.0.0:{FreePort.Next()}")]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(setting, run.Errors, StringComparison.Ordinal);
        Assert.Contains("everybody knows", run.Errors, StringComparison.Ordinal);
        await using var demo = test.Database.Access.CreateCommand("select count(*) from access.account where is_demo");
        Assert.Equal(0L, await demo.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Bad_settings_are_named()
    {
        var run = await ProgramRun.ToEndAsync([], [.. Settings(out _, out _), ("Homeroom__PageSizeMax", "many"), ("Homeroom__Today", "tomorrow")]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Homeroom__PageSizeMax is \"many\"", run.Errors, StringComparison.Ordinal);
        Assert.Contains("Homeroom__Today is \"tomorrow\"", run.Errors, StringComparison.Ordinal);
        AssertNoTrace(run.Errors);
    }

    [Fact]
    public async Task A_database_that_is_down_is_told_with_its_address()
    {
        var down = $"Host=127.0.0.1;Port={FreePort.Next()};Username=x;Database=x";

        var run = await ProgramRun.ToEndAsync([], [.. Settings(out _, out _), ("ConnectionStrings__Homeroom", down)]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("ConnectionStrings__Homeroom", run.Errors, StringComparison.Ordinal);
        AssertNoTrace(run.Errors);
    }

    [Fact]
    public async Task A_wrong_database_password_is_told_without_telling_it()
    {
        var wrong = new NpgsqlConnectionStringBuilder(test.ConnectionString) { Password = "not-it-at-all" }.ConnectionString;

        var run = await ProgramRun.ToEndAsync(["migrate"], ("ConnectionStrings__Homeroom", wrong));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("password authentication failed", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("not-it-at-all", run.Errors, StringComparison.Ordinal);
        AssertNoTrace(run.Errors);
    }

    [Fact]
    public async Task Migrate_ends_well_and_a_second_time_too()
    {
        var first = await ProgramRun.ToEndAsync(["migrate"], ("ConnectionStrings__Homeroom", test.ConnectionString));

        Assert.Equal((0, ""), (first.ExitCode, first.Errors));
        Assert.Contains("0 migrations applied", first.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("frob")]
    [InlineData("--frob")]
    [InlineData("migrate", "too", "much")]
    public async Task A_call_that_is_not_right_is_told_how_to_get_help(params string[] arguments)
    {
        var run = await ProgramRun.ToEndAsync(arguments);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--help", run.Errors, StringComparison.Ordinal);
        AssertNoTrace(run.Errors);
    }

    private (string Name, string Value)[] Settings(out string api, out string admin)
    {
        api = FreePort.NextAddress();
        admin = FreePort.NextAddress();
        return [("ConnectionStrings__Homeroom", test.ConnectionString), ("ASPNETCORE_URLS", api), ("Homeroom__AdminUrl", admin)];
    }

    private static void AssertNoTrace(string errors) => Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
}
