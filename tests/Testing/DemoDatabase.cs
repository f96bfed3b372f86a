using HomeroomGraph.Data.Demo;

namespace HomeroomGraph.Testing;

/// <summary>
/// A migrated database with a few schools of the demo, their people and appointments, one for a test class:
/// <c>IClassFixture&lt;DemoDatabase&gt;</c>. Records of the other areas are what the test adds.
/// </summary>
public sealed class DemoDatabase(PostgresCluster cluster) : TestDatabase(cluster)
{
    /// <inheritdoc/>
    protected override Task<string> CreateAsync(PostgresCluster cluster) => cluster.CreateDatabaseAsync(
        "template_demo", database => new DemoSeed(database, isWhole: false).RunAsync(CancellationToken.None));
}

/// <summary>A migrated database with the whole demo, as the program has it.</summary>
public sealed class FullDemoDatabase(PostgresCluster cluster) : TestDatabase(cluster)
{
    /// <inheritdoc/>
    protected override Task<string> CreateAsync(PostgresCluster cluster) =>
        cluster.CreateDatabaseAsync("template_full_demo", database => new DemoSeed(database).RunAsync(CancellationToken.None));
}
