using HomeroomGraph.Gateway.Settings;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Access;

/// <summary>The API with a foreign authority in its settings, which is there, and a clock that a test can move.</summary>
public class ForeignAuthorityFixture(PostgresCluster cluster) : GatewayFixture(cluster)
{
    private readonly FastClock clock = new();

    public OidcAuthority Authority { get; private set; } = null!;

    public override TimeProvider Clock => clock;

    /// <summary>Puts the API's clock forward; the authority's stays.</summary>
    public void Wait(TimeSpan time) => clock.Ahead += time;

    public override async ValueTask InitializeAsync()
    {
        Authority = await OidcAuthority.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        await Authority.DisposeAsync();
    }

    protected override IEnumerable<KeyValuePair<string, string?>> MoreSettings() =>
        [new(SettingsTable.OidcAuthority.Key, Authority.Issuer), new(SettingsTable.OidcAudience.Key, OidcAuthority.Api)];

    private sealed class FastClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }
}
