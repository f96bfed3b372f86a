using HomeroomGraph.Gateway.Settings;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Attacks;

/// <summary>The running server as it stands in production: callers who are not signed in may not read the schema. All attacks go to the same one,
/// one after the other: a later one finds what an earlier one left.</summary>
public sealed class AttackFixture(PostgresCluster cluster) : GatewayFixture(cluster)
{
    /// <summary>A token of an analyst.</summary>
    public string Analyst { get; private set; } = "";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Analyst = await SignInAsync("analyst-370403");
    }

    protected override IEnumerable<KeyValuePair<string, string?>> MoreSettings() => [new(SettingsTable.Introspection.Key, "false")];
}

[CollectionDefinition(Name)]
public sealed class Attacks : ICollectionFixture<AttackFixture>
{
    public const string Name = "attacks";
}
