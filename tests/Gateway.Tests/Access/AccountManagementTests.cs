using System.Text.Json;

namespace HomeroomGraph.Gateway.Tests.Access;

/// <summary>What the managers of accounts do, and what they may not; each change holds with the next request.</summary>
public sealed class AccountManagementTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    private static readonly string[] Changes = ["resetPassword", "unlockAccount", "disableAccount", "enableAccount", "signOutEverywhere"];

    [Fact]
    public async Task A_reset_ends_the_sessions_and_gives_a_first_password()
    {
        var (principal, account) = (await gateway.SignInAsync("principal"), await gateway.NewAccountAsync());
        var session = await gateway.SignInAsync(account);
        Assert.Null(await gateway.CodeAsync("{ viewer { username } }", session));

        var reset = await gateway.DoAsync(principal, "resetPassword", new { accountId = account.Id }, "password account { state }");

        Assert.Equal("FIRST_PASSWORD", reset.GetProperty("account").GetProperty("state").GetString());
        Assert.Equal("UNAUTHENTICATED", await gateway.CodeAsync("{ viewer { username } }", session));
        var opened = await gateway.DoAsync(null, "signIn", new { username = account.Username, password = reset.GetProperty("password").GetString() }, "mustChangePassword");
        Assert.True(opened.GetProperty("mustChangePassword").GetBoolean());
    }

    [Fact]
    public async Task A_disabled_account_is_shut_out_at_once_also_from_what_reads_no_table()
    {
        var admin = await gateway.AdminAsync();
        var account = await gateway.NewAccountAsync();
        var (id, session) = (account.Id, await gateway.SignInAsync(account));
        foreach (var query in new[] { "{ viewer { username } }", "{ __typename }", "mutation { signOutEverywhere(input: {}) { done } }", "{ classes { totalCount } }" })
        {
            await gateway.DoAsync(admin, "enableAccount", new { accountId = id });
            session = await gateway.SignInAsync(account);
            Assert.Null(await gateway.CodeAsync("{ viewer { username } }", session));

            await gateway.DoAsync(admin, "disableAccount", new { accountId = id });

            Assert.Equal("UNAUTHENTICATED", await gateway.CodeAsync(query, session));
            Assert.Equal("INVALID_CREDENTIALS", await gateway.RefusalAsync(null, "signIn", new { username = account.Username, password = OwnAccount.OwnPassword }));
        }

        await gateway.DoAsync(admin, "enableAccount", new { accountId = id });
        Assert.Equal("UNAUTHENTICATED", await gateway.CodeAsync("{ viewer { username } }", session));
        Assert.NotNull(await gateway.SignInAsync(account));
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_session_and_no_other_accounts()
    {
        var account = await gateway.NewAccountAsync();
        var (one, two, other) = (await gateway.SignInAsync(account), await gateway.SignInAsync(account), await gateway.SignInAsync("research-office"));

        var done = await gateway.DoAsync(one, "signOutEverywhere", new { }, "done");

        Assert.True(done.GetProperty("done").GetBoolean());
        foreach (var token in new[] { one, two })
            Assert.Equal("UNAUTHENTICATED", await gateway.CodeAsync("{ schools { totalCount } }", token));
        Assert.Null(await gateway.CodeAsync("{ schools { totalCount } }", other));
        Assert.Null(await gateway.CodeAsync("{ schools { totalCount } }", await gateway.SignInAsync(account)));
    }

    [Fact]
    public async Task A_lock_is_taken_off()
    {
        var account = await gateway.NewAccountAsync();
        for (var i = 0; i < 10; i++)
            await gateway.MutateAsync(null, "signIn", new { username = account.Username, password = "wrong" });
        Assert.Equal("ACCOUNT_LOCKED", await gateway.RefusalAsync(null, "signIn", new { username = account.Username, password = OwnAccount.OwnPassword }));

        var unlocked = await gateway.DoAsync(await gateway.SignInAsync("principal"), "unlockAccount", new { accountId = account.Id }, "account { lockedUntil }");

        Assert.Equal(JsonValueKind.Null, unlocked.GetProperty("account").GetProperty("lockedUntil").ValueKind);
        Assert.NotNull(await gateway.SignInAsync(account));
    }

    [Theory]
    [InlineData("principal", "analyst-370403", "NOT_FOUND")]
    [InlineData("principal", "platform-admin", "NOT_FOUND")]
    [InlineData("principal", "principal", "NOT_ALLOWED")]
    [InlineData("platform-admin", "platform-admin", "NOT_ALLOWED")]
    [InlineData("research-officer-370403", "principal", "NOT_FOUND")]
    [InlineData("auditor", "teacher", "NOT_FOUND")]
    [InlineData("analyst-370403", "principal", "NOT_FOUND")]
    public async Task Nobody_changes_an_account_that_is_not_theirs_to_manage(string user, string target, string code)
    {
        var token = await gateway.TokenOfAsync(await AccountAsync(user));
        var id = await gateway.AccountIdAsync(target);
        foreach (var change in Changes)
            Assert.Equal(code, await gateway.RefusalAsync(token, change, new { accountId = id }));
    }

    [Fact]
    public async Task An_account_with_wider_rights_than_the_manager_is_left_alone()
    {
        var (admin, principal) = (await gateway.AdminAsync(), await gateway.SignInAsync("principal"));
        var id = (await gateway.NewAccountAsync("LEADING_GROUP")).Id;
        var district = await gateway.IdAsync(admin, "{ districts { nodes { id } } }", "districts");
        await gateway.DoAsync(admin, "grantRole", new { accountId = id, role = "DISTRICT_ANALYST", districtId = district });

        foreach (var change in Changes)
            Assert.Equal("NOT_ALLOWED", await gateway.RefusalAsync(principal, change, new { accountId = id }));
    }

    [Fact]
    [Trait("Rule", "V3")]
    public async Task Changes_of_accounts_are_in_the_audit_log_of_the_district_without_secrets()
    {
        var (principal, account) = (await gateway.SignInAsync("principal"), await gateway.NewAccountAsync());
        await gateway.DoAsync(principal, "resetPassword", new { accountId = account.Id });

        await using var find = gateway.Database.Owner.CreateCommand("""
            select count(*) from history.audit_log l join access.account p on p.account_id::text = l.actor and p.user_name = 'principal'
            where l.table_name = 'access.account' and l.after ->> 'user_name' = $1 and not (l.before ->> 'must_change_password')::boolean and l.district_id = p.district_id
              and l.school_id = p.school_id and (l.after ->> 'must_change_password')::boolean and not l.after ? 'password_hash' and l.origin is not null
            """);
        find.Parameters.Add(new() { Value = account.Username });
        Assert.Equal(1L, await find.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    private async Task<Guid> AccountAsync(string user)
    {
        await using var find = gateway.Database.Owner.CreateCommand("select account_id from access.account where user_name = $1");
        find.Parameters.Add(new() { Value = user });
        return (Guid)(await find.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
