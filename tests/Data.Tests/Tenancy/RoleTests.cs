using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Tenancy;

public sealed class RoleTests(TestDatabase test) : IClassFixture<TestDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_pool_works_under_its_role_and_falls_back_to_it()
    {
        Assert.Equal("homeroom_reader", await RoleAfterResetAsync(test.Database.Reader));
        Assert.Equal("homeroom_district_reader", await RoleAfterResetAsync(test.Database.DistrictReader));
        Assert.Equal("homeroom_writer", await RoleAfterResetAsync(test.Database.Writer));
        Assert.Equal("homeroom_access", await RoleAfterResetAsync(test.Database.Access));
        Assert.Equal("homeroom_feed", await RoleAfterResetAsync(test.Database.Feed));
        Assert.Equal("homeroom_content", await RoleAfterResetAsync(test.Database.Contents));
    }

    private static async Task<string?> RoleAfterResetAsync(NpgsqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync(Cancellation);
        await using (var reset = new NpgsqlCommand("discard all", connection))
            await reset.ExecuteNonQueryAsync(Cancellation);
        await using var role = new NpgsqlCommand("select current_user::text", connection);
        return (string?)await role.ExecuteScalarAsync(Cancellation);
    }
}
