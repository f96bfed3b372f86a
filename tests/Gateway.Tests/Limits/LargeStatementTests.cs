using HomeroomGraph.Gateway.Tests.Queries;

namespace HomeroomGraph.Gateway.Tests.Limits;

/// <summary>PostgreSQL keeps what was asked twice prepared, for each connection: the small statements, and not those of megabytes.</summary>
public sealed class LargeStatementTests(DemoEngine demo) : IClassFixture<DemoEngine>
{
    [Fact]
    public async Task A_large_statement_is_not_kept_prepared()
    {
        string lists = string.Join(' ', Enumerable.Range(0, 80).Select(i => $"a{i}: classes(first: {i + 1}) {{ totalCount nodes {{ name school {{ name }} }} }}"));
        for (int i = 0; i < 3; i++)
        {
            Assert.True((await demo.DataAsync("analyst-370403", $"{{ schools(first: 1) {{ nodes {{ {lists} }} }} }}")).TryGetProperty("schools", out _));
            await demo.DataAsync("analyst-370403", "{ schools(first: 1) { nodes { name } } }");
        }

        Assert.Contains(demo.Rows.Statements, statement => statement.Length > 32 * 1024);
        Assert.NotEqual(0, (await demo.OfConnectionAsync("analyst-370403", "select count(*) from pg_prepared_statements where length(statement) < 32768"))[0]);
        Assert.Equal(0, (await demo.OfConnectionAsync("analyst-370403", "select count(*) from pg_prepared_statements where length(statement) >= 32768"))[0]);
        Assert.Equal(0, await PreparedAsync(demo.Database.LargeReader, "true"));
    }

    /// <summary>Of the one connection that was used.</summary>
    private static async Task<long> PreparedAsync(Npgsql.NpgsqlDataSource connections, string which)
    {
        await using var count = connections.CreateCommand($"select count(*) from pg_prepared_statements where {which}");
        return (long)(await count.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
