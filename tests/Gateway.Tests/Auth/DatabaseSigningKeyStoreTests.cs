using HomeroomGraph.Gateway.Auth;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Auth;

public sealed class DatabaseSigningKeyStoreTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task Gateways_that_start_at_once_end_with_one_key_and_the_next_finds_it()
    {
        var store = new DatabaseSigningKeyStore(test.Database.Access);
        var now = new DateTimeOffset(2026, 11, 16, 8, 0, 0, TimeSpan.Zero);

        var loads = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => store.LoadAsync(now.AddDays(-1), now, TestContext.Current.CancellationToken)));
        var later = await store.LoadAsync(now.AddHours(-1), now, TestContext.Current.CancellationToken);

        var key = Assert.Single(later);
        Assert.All(loads, keys => Assert.Equal(key.Id, Assert.Single(keys).Id));
        Assert.Equal(now, key.CreatedAt);
        Assert.Equal(loads[0][0].Public.X, key.Public.X);
    }
}
