using HomeroomGraph.Gateway.Settings;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Attacks;

/// <summary>The running server as it stands in production: callers who are not signed in may not read the schema. All attacks go to the same one,
/// one after the other: a later one finds what an earlier one left.</summary>
public sealed class AttackFixture(PostgresCluster cluster) : GatewayFixture(cluster)
{
    // Some attacks use up the sign-ins of this address, so these are made before any of them.
    private readonly Dictionary<string, string> _tokens = [];

    /// <summary>A token of an analyst.</summary>
    public string Analyst => _tokens["analyst-370403"];

    /// <summary>A token of one who may read a school.</summary>
    public string Principal => _tokens["principal"];

    /// <summary>A token of one who makes accounts and clients.</summary>
    public string PlatformAdmin => _tokens["platform-admin"];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (string user in new[] { "analyst-370403", "principal", "platform-admin" }) _tokens[user] = await SignInAsync(user);
    }

    protected override IEnumerable<KeyValuePair<string, string?>> MoreSettings() => [new(SettingsTable.Introspection.Key, "false")];
}

[CollectionDefinition(Name)]
public sealed class Attacks : ICollectionFixture<AttackFixture>
{
    public const string Name = "attacks";
}
