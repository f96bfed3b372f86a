using HomeroomGraph.Data.Demo;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Data.Tests.Demo;

/// <summary>What the demo has, and that it is the same everywhere and every time.</summary>
public sealed class DemoSeedTests(FullDemoDatabase test, PostgresCluster cluster) : IClassFixture<FullDemoDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("370403", 24)]
    [InlineData("371723", 20)]
    [InlineData("370829", 16)]
    public async Task Each_of_its_three_districts_has_schools(string code, long schools)
    {
        Assert.Equal(3, await CountAsync("homeroom.district"));
        Assert.Equal(schools, await CountAsync($"homeroom.school join homeroom.district d using (district_id) where d.code = '{code}'"));
    }

    [Theory]
    [InlineData("homeroom.teacher", 1400, 1800)]
    [InlineData("homeroom.class", 1800, 2200)]
    [InlineData("homeroom.appointment", 1800, 2300)]
    public async Task It_is_as_big_as_three_small_districts(string table, long least, long most) =>
        Assert.InRange(await CountAsync(table), least, most);

    [Fact]
    public async Task All_accounts_are_there() => Assert.Equal(DemoAccounts.All.Count, await CountAsync("access.account"));

    [Fact]
    public async Task Another_database_gets_the_very_same_rows()
    {
        var elsewhere = await cluster.CreateDatabaseAsync("template_migrated", _ => Task.CompletedTask);
        try
        {
            await using var database = HomeroomDatabase.OfConnectionString(elsewhere);
            await new DemoSeed(database).RunAsync(Cancellation);
            foreach (var table in await TablesAsync())
                Assert.Equal((table, await DigestAsync(test.Database, table)), (table, await DigestAsync(database, table)));
        }
        finally
        {
            await cluster.DropDatabaseAsync(elsewhere);
        }
    }

    [Fact]
    public async Task New_rows_get_ids_behind_those_of_the_demo()
    {
        var before = await test.Database.Owner.ScalarAsync<long>("select max(school_id) from homeroom.school");
        var added = await test.Database.Owner.ScalarAsync<long>("""
            insert into homeroom.school (district_id, code, name, pinyin, stage)
            select district_id, '9999999999', 'S', 's', 'primary' from homeroom.district where code = '371723' returning school_id
            """);
        await test.Database.Owner.ExecuteAsync("delete from homeroom.school where school_id = $1", added);
        Assert.Equal(before + 1, added);
    }

    [Fact]
    [Trait("Rule", "V3")]
    public async Task Each_row_has_its_entry_in_the_audit_log()
    {
        foreach (var table in new[] { "school", "teacher", "class", "appointment" })
        {
            Assert.Equal(
                await CountAsync($"homeroom.{table}"),
                await CountAsync($"history.audit_log where table_name = 'homeroom.{table}' and operation = 'insert' and actor = 'seed' and district_id in (select district_id from homeroom.district)"));
        }
    }

    [Fact]
    public async Task A_second_run_changes_nothing()
    {
        var before = await CountAsync("history.audit_log");
        await new DemoSeed(test.Database).RunAsync(Cancellation);
        Assert.Equal(before, await CountAsync("history.audit_log"));
    }

    [Fact]
    public async Task A_main_district_with_schools_of_its_own_is_refused()
    {
        await test.Database.Owner.ExecuteAsync("delete from access.account where user_name = 'auditor'");
        await test.Database.Owner.ExecuteAsync("update homeroom.school set code = '9999999999' where code = '2137040301'");
        try
        {
            var refusal = await Assert.ThrowsAsync<SetupException>(() => new DemoSeed(test.Database).RunAsync(Cancellation));
            Assert.Contains("370403", refusal.Message, StringComparison.Ordinal);
        }
        finally
        {
            await test.Database.Owner.ExecuteAsync("update homeroom.school set code = '2137040301' where code = '9999999999'");
            await new DemoSeed(test.Database).RunAsync(Cancellation);
        }
    }

    [Fact]
    public async Task Another_district_with_schools_of_its_own_stays_as_it_is()
    {
        var elsewhere = await cluster.CreateDatabaseAsync("template_migrated", _ => Task.CompletedTask);
        try
        {
            await using var database = HomeroomDatabase.OfConnectionString(elsewhere);
            await database.Owner.ExecuteAsync("""
                with d as (insert into homeroom.district (code, name, city, province, since)
                           values ('371723', '成武县', '菏泽市', '山东省', '2000-01-01') returning district_id)
                insert into homeroom.school (district_id, code, name, pinyin, stage) select district_id, '2137101000', 'S', 's', 'primary' from d
                """);
            await new DemoSeed(database).RunAsync(Cancellation);
            Assert.Equal(1, await database.Owner.ScalarAsync<long>(
                "select count(*) from homeroom.school join homeroom.district d using (district_id) where d.code = '371723'"));
        }
        finally
        {
            await cluster.DropDatabaseAsync(elsewhere);
        }
    }

    private Task<long> CountAsync(string from) => test.Database.Owner.ScalarAsync<long>($"select count(*) from {from}");

    private static Task<string> DigestAsync(HomeroomDatabase database, string table) => database.Owner.ScalarAsync<string>(
        $"""
        select coalesce(md5(string_agg((to_jsonb(r) - 'written_in')::text, ',' order by (to_jsonb(r) - 'written_in')::text collate "C")), '')
        from homeroom."{table}" r
        """);

    private Task<List<string>> TablesAsync() => test.Database.Owner.ColumnAsync<string>(
        "select table_name::text from information_schema.tables where table_schema = 'homeroom' and table_type = 'BASE TABLE' order by 1");
}
