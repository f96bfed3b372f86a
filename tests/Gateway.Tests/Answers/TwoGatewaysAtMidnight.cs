using HomeroomGraph.Gateway.Auth;
using HomeroomGraph.Gateway.Hosting;
using HomeroomGraph.Gateway.Settings;
using HomeroomGraph.Gateway.Tests.Transports;
using HomeroomGraph.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HomeroomGraph.Gateway.Tests.Answers;

/// <summary>Two gateways over one database, where the day is that of a clock which a test can put forward.</summary>
public sealed class TwoGatewaysAtMidnight(PostgresCluster cluster) : GatewayFixture(cluster)
{
    private WebApplication? _second;

    public override TimeProvider Clock => Time;

    public ForwardClock Time { get; } = new();

    /// <summary>The business day.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().AddHours(8).DateTime);

    public IReadOnlyList<Uri> Addresses => [new(Http.BaseAddress!, "/graphql"), new(new Uri(_second!.Urls.Single()), "/graphql")];

    /// <summary>Puts the clock shortly before the midnight that ends a Friday.</summary>
    public void GoToFridayNight()
    {
        var china = Time.GetUtcNow().AddHours(8);
        int days = ((int)DayOfWeek.Friday - (int)china.DayOfWeek + 7) % 7;
        var night = new DateTimeOffset(china.Date, TimeSpan.Zero).AddDays(days).AddHours(24).AddMinutes(-10);
        if (night > china) Time.Forward(night - china);
    }

    /// <summary>A token of an account's present session.</summary>
    public async Task<string> TokenAsync(Guid account)
    {
        int session = await Database.Owner.ScalarAsync<int>("select session_version from access.account where account_id = $1", account);
        return (await Services.GetRequiredService<AccessTokens>().IssueAsync(new TokenSubject(account, session), TestContext.Current.CancellationToken)).Token;
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Database.Owner.ExecuteAsync("update access.account set is_demo = false");
        _second = ApiHost.Build(GatewaySettings.Read(new ConfigurationBuilder().AddInMemoryCollection([
            new(SettingsTable.ApiUrls.Key, "http://127.0.0.1:0"),
            new(SettingsTable.PublicUrl.Key, "http://homeroom.test"),
            new(SettingsTable.Admin.Key, "false"),
            .. MoreSettings(),
        ]).Build()), Database, Clock);
        await _second.StartAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        if (_second is not null) await _second.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <summary>The demo's day is fixed.</summary>
    protected override IEnumerable<KeyValuePair<string, string?>> MoreSettings() => [new(SettingsTable.Demo.Key, "false")];
}
