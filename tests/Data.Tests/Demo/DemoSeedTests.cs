using HomeroomGraph.Data.Demo;
using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Data.Tests.Demo;

public sealed class DemoSeedTests(DemoDatabase test) : IClassFixture<DemoDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_has_three_districts_and_the_schools_of_one()
    {
        Assert.Equal(3, await CountAsync("homeroom.district"));
        Assert.Equal(6, await CountAsync("homeroom.school"));
        Assert.Equal(6, await CountAsync("homeroom.school s join homeroom.district d using (district_id) where d.code = '370403'"));
        Assert.Equal(64, await CountAsync("homeroom.teacher"));
        Assert.Equal(45 * 2, await CountAsync("homeroom.class"));
        Assert.Equal(DemoAccounts.All.Count, await CountAsync("access.account"));
    }

    [Fact]
    public async Task Every_class_has_a_homeroom_teacher_on_the_demo_day()
    {
        const string WithTeacher = """
            homeroom.class c join homeroom.appointment a using (district_id, class_id)
            where date '2026-11-16' >= a.starts_on and date '2026-11-16' < a.ends_on and a.state = 'active' and a.kind <> 'deputy'
            """;
        Assert.Equal(45, await CountAsync(WithTeacher));
    }

    [Fact]
    public async Task A_second_run_changes_nothing()
    {
        var before = await CountAsync("history.audit_log");
        await new DemoSeed(test.Database).RunAsync(Cancellation);
        Assert.Equal(before, await CountAsync("history.audit_log"));
    }

    [Fact]
    public async Task A_district_with_schools_of_its_own_is_left_alone()
    {
        await using var other = new NpgsqlConnection(test.ConnectionString);
        await other.OpenAsync(Cancellation);
        await using var gone = new NpgsqlCommand("delete from access.account where user_name = 'auditor'", other);
        await gone.ExecuteNonQueryAsync(Cancellation);
        await using var renamed = new NpgsqlCommand("update homeroom.school set code = '9999999999' where code = '2137040301'", other);
        await renamed.ExecuteNonQueryAsync(Cancellation);
        try
        {
            var refusal = await Assert.ThrowsAsync<SetupException>(() => new DemoSeed(test.Database).RunAsync(Cancellation));
            Assert.Contains("370403", refusal.Message, StringComparison.Ordinal);
        }
        finally
        {
            renamed.CommandText = "update homeroom.school set code = '2137040301' where code = '9999999999'";
            await renamed.ExecuteNonQueryAsync(Cancellation);
            await new DemoSeed(test.Database).RunAsync(Cancellation);
        }
    }

    private async Task<long> CountAsync(string from)
    {
        await using var command = test.Database.Owner.CreateCommand($"select count(*) from {from}");
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
