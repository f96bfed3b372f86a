using HomeroomGraph.Data;
using HomeroomGraph.Data.Access;
using HomeroomGraph.Data.Demo;
using HomeroomGraph.Gateway.Hosting;
using HomeroomGraph.Gateway.Settings;
using HomeroomGraph.Testing;
using Microsoft.Extensions.Configuration;

namespace HomeroomGraph.Gateway.Tests.Hosting;

/// <summary>A database that once was a demo: it is not served beyond this machine, and its accounts don't sign in elsewhere.</summary>
public sealed class LoopbackGuardTests(DemoDatabase once) : IClassFixture<DemoDatabase>
{
    [Theory]
    [InlineData("ASPNETCORE_URLS", "http://0.0.0.0:5080")]
    [InlineData("Homeroom:AdminUrl", "http://192.0.2.1:5081")]
    [InlineData("Kestrel:Endpoints:Public:Url", "http://*:80")]
    public async Task It_is_not_served_beyond_this_machine_without_the_demo_either(string setting, string address)
    {
        var refusal = await Assert.ThrowsAsync<SetupException>(() => LoopbackGuard.RunAsync(
            Read(("Homeroom:Demo", "false"), (setting, address)), once.Database, TestContext.Current.CancellationToken));
        Assert.Contains("everybody knows", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_this_machine_it_is() =>
        await LoopbackGuard.RunAsync(Read(("Homeroom:Demo", "false")), once.Database, TestContext.Current.CancellationToken);

    [Fact]
    public async Task Without_the_demo_its_accounts_do_not_sign_in()
    {
        var outcome = await new SignIn(once.Database, TimeProvider.System, isDemo: false)
            .RunAsync("platform-admin", DemoAccounts.Password, null, TestContext.Current.CancellationToken);
        Assert.IsType<SignInOutcome.InvalidCredentials>(outcome);
    }

    private static GatewaySettings Read(params (string Key, string Value)[] values) => GatewaySettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Key, (string?)value.Value))).Build());
}
