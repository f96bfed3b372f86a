using HomeroomGraph.Gateway.Hosting;
using HomeroomGraph.Gateway.Settings;
using HomeroomGraph.GraphQL.Subscriptions;
using HomeroomGraph.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HomeroomGraph.Gateway.Tests.Transports;

/// <summary>Two gateways over one database, with small limits and a clock that a test can put forward.</summary>
public sealed class TwoGateways(PostgresCluster cluster) : GatewayFixture(cluster)
{
    public const int Waiting = 40, PerAccount = 3, Ids = 5, SocketOperations = 2;

    private WebApplication? _second;

    public override TimeProvider Clock => Time;

    public ForwardClock Time { get; } = new();

    /// <summary>Where the first gateway answers.</summary>
    public Uri First => new(Http.BaseAddress!, "/graphql");

    /// <summary>Where the second gateway answers.</summary>
    public Uri Second => new(new Uri(_second!.Urls.Single()), "/graphql");

    /// <summary>The second gateway stops.</summary>
    public async Task StopSecondAsync()
    {
        await _second!.StopAsync();
        await _second.DisposeAsync();
        _second = null;
    }

    /// <summary>Starts the second gateway where it does not run.</summary>
    public async Task StartSecondAsync()
    {
        if (_second is not null) return;
        _second = ApiHost.Build(GatewaySettings.Read(new ConfigurationBuilder().AddInMemoryCollection([
            new(SettingsTable.ApiUrls.Key, "http://127.0.0.1:0"),
            new(SettingsTable.PublicUrl.Key, "http://homeroom.test"),
            new(SettingsTable.Admin.Key, "false"),
            new(SettingsTable.Reminders.Key, "false"),
            .. MoreSettings(),
        ]).Build()), Database, Clock);
        await _second.StartAsync();
    }

    /// <summary>Waits until a client's subscriptions have begun at a gateway, or are gone.</summary>
    public async Task UntilFollowedAsync(Guid account, int count = 1, bool atSecond = false)
    {
        var hub = (atSecond ? _second!.Services : Services).GetRequiredService<SubscriptionHub>();
        for (var until = DateTime.UtcNow.AddMinutes(1); hub.CountOf(account.ToString("N")) != count; await Task.Delay(10))
            Assert.True(DateTime.UtcNow < until, $"{hub.CountOf(account.ToString("N"))} subscriptions of the account, not {count}.");
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await StartSecondAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        if (_second is not null) await _second.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override IEnumerable<KeyValuePair<string, string?>> MoreSettings() =>
    [
        new(SettingsTable.SubscriptionWaiting.Key, $"{Waiting}"), new(SettingsTable.SubscriptionsPerAccount.Key, $"{PerAccount}"),
        new(SettingsTable.SubscriptionIds.Key, $"{Ids}"), new(SettingsTable.SocketOperations.Key, $"{SocketOperations}"),
    ];
}
