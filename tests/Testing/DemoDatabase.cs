using HomeroomGraph.Data.Demo;

namespace HomeroomGraph.Testing;

/// <summary>A migrated database with the demo, one for a test class: <c>IClassFixture&lt;DemoDatabase&gt;</c>.</summary>
public sealed class DemoDatabase(PostgresCluster cluster) : TestDatabase(cluster)
{
    /// <inheritdoc/>
    protected override Task<string> CreateAsync(PostgresCluster cluster) =>
        cluster.CreateDatabaseAsync("template_demo", database => new DemoSeed(database).RunAsync(CancellationToken.None));
}
