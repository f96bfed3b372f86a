using HomeroomGraph.Data;
using Xunit;

namespace HomeroomGraph.Testing;

/// <summary>A migrated database without rows, one for a test class: <c>IClassFixture&lt;TestDatabase&gt;</c>.</summary>
public class TestDatabase(PostgresCluster cluster) : IAsyncLifetime
{
    /// <summary>The database with the pools of all its roles.</summary>
    public HomeroomDatabase Database { get; private set; } = null!;

    /// <summary>The owner's connection string.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        ConnectionString = await CreateAsync(cluster);
        Database = HomeroomDatabase.OfConnectionString(ConnectionString);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Database is null)
            return; // it could not be made, which the test has reported
        await Database.DisposeAsync();
        await cluster.DropDatabaseAsync(ConnectionString);
    }

    /// <summary>Makes the database; another content is another class.</summary>
    protected virtual Task<string> CreateAsync(PostgresCluster cluster) =>
        cluster.CreateDatabaseAsync("template_migrated", _ => Task.CompletedTask);
}
