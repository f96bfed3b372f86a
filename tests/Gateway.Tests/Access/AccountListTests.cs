using System.Text.Json;
using Npgsql;

namespace HomeroomGraph.Gateway.Tests.Access;

/// <summary>Who sees which accounts, through the contract and through wall two alone.</summary>
public sealed class AccountListTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    private const string All = "{ accounts(first: 100) { totalCount nodes { username } } }";

    [Fact]
    public async Task A_platform_admin_sees_the_districts_accounts_a_principal_the_schools_and_others_their_own()
    {
        var admin = await NamesAsync("platform-admin");
        Assert.Contains("principal", admin);
        Assert.Contains("analyst-shandong", admin);
        Assert.DoesNotContain("analyst-371723", admin);

        Assert.Equal(
            ["academic-affairs", "grade-head", "leading-group", "moral-office", "principal", "research-office", "teacher"], await NamesAsync("principal"));
        foreach (var user in new[] { "teacher", "analyst-370403", "auditor", "moral-office", "analyst-371723" })
            Assert.Equal([user], await NamesAsync(user));
    }

    [Theory]
    [InlineData("platform-admin")]
    [InlineData("principal")]
    [InlineData("teacher")]
    [InlineData("auditor")]
    public async Task Wall_two_alone_lets_no_more_through(string user)
    {
        await using var reader = await gateway.Database.Reader.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var batch = new NpgsqlBatch(reader);
        batch.BatchCommands.Add(new("select reach.enter($1, $2)")
        {
            Parameters = { new() { Value = await ScalarAsync<Guid>("select account_id from access.account where user_name = $1", user) }, new() { Value = await ScalarAsync<int>("select access_version from access.account where user_name = $1", user) } },
        });
        batch.BatchCommands.Add(new("select user_name from reach.account order by user_name"));
        await using var rows = await batch.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        await rows.NextResultAsync(TestContext.Current.CancellationToken);
        var names = new List<string>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
            names.Add(rows.GetString(0));

        Assert.Equal(await NamesAsync(user), names);
    }

    [Fact]
    public async Task The_reading_role_reads_no_account_without_a_session_and_no_hash_ever()
    {
        Assert.Equal(0L, await ReadAsync("select count(*) from reach.account"));
        Assert.Equal(0L, await ReadAsync("select count(*) from reach.client"));
        foreach (var table in new[] { "account", "\"grant\"", "client_secret", "signing_key", "external_identity" })
            Assert.Equal("42501", (await Assert.ThrowsAsync<PostgresException>(() => ReadAsync($"select count(*) from access.{table}"))).SqlState);
    }

    [Fact]
    public async Task The_list_is_filtered_ordered_and_paged()
    {
        var admin = await gateway.AdminAsync();
        var page = (await gateway.PostAsync("""
            { accounts(first: 2, where: {roles: {some: {role: {in: [TEACHER, GRADE_HEAD, PRINCIPAL]}}}, state: {eq: ACTIVE}}, order: [{username: DESC}]) {
                totalCount pageInfo { hasNextPage endCursor } nodes { username lastSignInOn school { name } district { code } } } }
            """, token: admin)).GetProperty("data").GetProperty("accounts");
        Assert.Equal(3, page.GetProperty("totalCount").GetInt32());
        Assert.Equal(["teacher", "principal"], page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("username").GetString()));

        var next = (await gateway.PostAsync(
            "query($after: String) { accounts(first: 2, after: $after, where: {roles: {some: {role: {in: [TEACHER, GRADE_HEAD, PRINCIPAL]}}}, state: {eq: ACTIVE}}, order: [{username: DESC}]) { nodes { username } } }",
            new { after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString() }, admin)).GetProperty("data").GetProperty("accounts");
        Assert.Equal("grade-head", Assert.Single(next.GetProperty("nodes").EnumerateArray()).GetProperty("username").GetString());
    }

    [Fact]
    public async Task A_foreign_and_a_missing_account_look_the_same()
    {
        var principal = await gateway.SignInAsync("principal");
        var foreign = await gateway.AccountIdAsync("auditor");
        var missing = Convert.ToBase64String("Account:1:999999"u8).TrimEnd('=');
        foreach (var id in new[] { foreign, missing })
        {
            var answer = await gateway.PostAsync("query($id: ID!) { account(id: $id) { username } }", new { id }, principal);
            Assert.Equal(JsonValueKind.Null, answer.GetProperty("data").GetProperty("account").ValueKind);
            Assert.Equal("NOT_FOUND", await gateway.RefusalAsync(principal, "resetPassword", new { accountId = id }));
        }
    }

    [Fact]
    public async Task The_day_of_the_last_sign_in_is_told()
    {
        await gateway.SignInAsync("research-office");
        var viewer = (await gateway.PostAsync("{ viewer { account { lastSignInOn } } }", token: await gateway.SignInAsync("research-office"))).GetProperty("data").GetProperty("viewer");
        Assert.Equal(new Data.BusinessClock(TimeProvider.System).Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            viewer.GetProperty("account").GetProperty("lastSignInOn").GetString());
    }

    private async Task<List<string>> NamesAsync(string user)
    {
        var accounts = (await gateway.PostAsync(All, token: await gateway.SignInAsync(user))).GetProperty("data").GetProperty("accounts");
        var names = accounts.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("username").GetString()!).ToList();
        Assert.Equal(accounts.GetProperty("totalCount").GetInt32(), names.Count);
        return names;
    }

    private async Task<long> ReadAsync(string sql)
    {
        await using var read = gateway.Database.Reader.CreateCommand(sql);
        return (long)(await read.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private async Task<T> ScalarAsync<T>(string sql, string user)
    {
        await using var read = gateway.Database.Owner.CreateCommand(sql);
        read.Parameters.Add(new() { Value = user });
        return (T)(await read.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
