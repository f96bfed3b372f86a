using System.Net;
using System.Text.Json;

namespace HomeroomGraph.Gateway.Tests.Access;

/// <summary>Accounts in bulk, and their first passwords, which are good for nothing but choosing an own one.</summary>
public sealed class FirstPasswordTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    private const string OwnPassword = "correct horse battery";

    [Fact]
    public async Task Teachers_get_accounts_whose_first_password_is_good_for_changing_it_only()
    {
        var principal = await gateway.SignInAsync("principal");
        var school = await gateway.OwnSchoolAsync(principal);
        var employed = (await gateway.PostAsync("{ teachers(where: {status: {in: [ACTIVE, ON_LEAVE]}, employments: {some: {endsOn: {eq: null}}}}) { totalCount } }", token: principal))
            .GetProperty("data").GetProperty("teachers").GetProperty("totalCount").GetInt32();

        var made = await gateway.DoAsync(principal, "createTeacherAccounts", new { schoolId = school },
            "count accounts { username password staffNumber displayName teacher { name } account { state roles { nodes { role teacher { name } } } } }");
        var accounts = made.GetProperty("accounts").EnumerateArray().ToList();
        Assert.InRange(accounts.Count, 1, employed);
        Assert.Equal(accounts.Count, accounts.Select(account => account.GetProperty("password").GetString()).Distinct().Count());
        var first = accounts[0];
        Assert.Equal($"{first.GetProperty("staffNumber").GetString()!.ToLowerInvariant()}@370403", first.GetProperty("username").GetString());
        Assert.Matches("^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$", first.GetProperty("password").GetString()!);
        Assert.Equal(first.GetProperty("displayName").GetString(), first.GetProperty("teacher").GetProperty("name").GetString());
        Assert.Equal("FIRST_PASSWORD", first.GetProperty("account").GetProperty("state").GetString());

        await UseFirstPasswordAsync(first.GetProperty("username").GetString()!, first.GetProperty("password").GetString()!);
        var again = await gateway.DoAsync(principal, "createTeacherAccounts", new { schoolId = school }, "count");
        Assert.Equal(0, again.GetProperty("count").GetInt32());
    }

    private async Task UseFirstPasswordAsync(string username, string password)
    {
        var opened = await gateway.DoAsync(null, "signIn", new { username, password }, "accessToken mustChangePassword");
        Assert.True(opened.GetProperty("mustChangePassword").GetBoolean());
        var token = opened.GetProperty("accessToken").GetString()!;

        foreach (var query in new[] { "{ schools { totalCount } }", "{ viewer { username } teachers { totalCount } }", "{ __schema { queryType { name } } }", "mutation { signOutEverywhere(input: {}) { done } }" })
            Assert.Equal("PASSWORD_CHANGE_REQUIRED", await gateway.CodeAsync(query, token));
        using (var refused = await gateway.SendAsync("{ schools { totalCount } }", token: token))
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var viewer = (await gateway.PostAsync("{ viewer { username mustChangePassword roles { role school { name } } account { username } } }", token: token))
            .GetProperty("data").GetProperty("viewer");
        Assert.Equal("TEACHER", viewer.GetProperty("roles")[0].GetProperty("role").GetString());
        Assert.Equal(JsonValueKind.Null, viewer.GetProperty("roles")[0].GetProperty("school").ValueKind);

        foreach (var bad in new[] { "short", "1234567890", "woaini1314520", "aaaaaaaaaaaaaaa", $"{username.Split('@')[0]}-secret", "Homeroom-2026!", password })
            Assert.Equal("PASSWORD_REFUSED", await gateway.RefusalAsync(token, "changePassword", new { currentPassword = password, newPassword = bad }));
        Assert.Equal("INVALID_CREDENTIALS", await gateway.RefusalAsync(token, "changePassword", new { currentPassword = "not it", newPassword = OwnPassword }));

        var changed = await gateway.DoAsync(token, "changePassword", new { currentPassword = password, newPassword = OwnPassword }, "accessToken mustChangePassword");
        Assert.False(changed.GetProperty("mustChangePassword").GetBoolean());
        Assert.Null(await gateway.CodeAsync("{ teachers { nodes { name } } }", changed.GetProperty("accessToken").GetString()));
        Assert.Equal("UNAUTHENTICATED", await gateway.CodeAsync("{ viewer { username } }", token));
        Assert.Equal("INVALID_CREDENTIALS", await gateway.RefusalAsync(null, "signIn", new { username, password }));
        Assert.NotNull(await gateway.SignInAsync(username, OwnPassword));
    }

    [Fact]
    public async Task A_first_password_whose_time_is_over_is_refused_by_its_own_code_until_there_is_another()
    {
        var principal = await gateway.SignInAsync("principal");
        var made = await gateway.DoAsync(
            principal, "createAccount", new { username = "late-comer", displayName = "迟到者", role = "RESEARCH_OFFICE", schoolId = await gateway.OwnSchoolAsync(principal) },
            "created { password passwordExpiresAt account { id firstPasswordExpiresAt } }");
        var created = made.GetProperty("created");
        var (id, password) = (created.GetProperty("account").GetProperty("id").GetString(), created.GetProperty("password").GetString()!);
        Assert.InRange(created.GetProperty("passwordExpiresAt").GetDateTimeOffset() - DateTimeOffset.UtcNow, TimeSpan.FromDays(13.9), TimeSpan.FromDays(14));
        Assert.Equal(
            created.GetProperty("passwordExpiresAt").GetDateTimeOffset(),
            created.GetProperty("account").GetProperty("firstPasswordExpiresAt").GetDateTimeOffset(), TimeSpan.FromMilliseconds(1));
        Assert.NotNull(await gateway.SignInAsync("late-comer", password));

        await using (var late = gateway.Database.Owner.CreateCommand("update access.account set first_password_expires_at = '2026-01-01' where user_name = 'late-comer'"))
            await late.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        Assert.Equal("FIRST_PASSWORD_EXPIRED", await gateway.RefusalAsync(null, "signIn", new { username = "late-comer", password }));
        Assert.Equal("INVALID_CREDENTIALS", await gateway.RefusalAsync(null, "signIn", new { username = "late-comer", password = "not it" }));

        var reset = await gateway.DoAsync(principal, "resetPassword", new { accountId = id }, "password passwordExpiresAt");
        var another = reset.GetProperty("password").GetString()!;
        var token = await gateway.SignInAsync("late-comer", another);
        await gateway.DoAsync(token, "changePassword", new { currentPassword = another, newPassword = OwnPassword });
        var account = (await gateway.PostAsync("query($id: ID!) { account(id: $id) { state firstPasswordExpiresAt } }", new { id }, principal)).GetProperty("data").GetProperty("account");
        Assert.Equal(("ACTIVE", JsonValueKind.Null), (account.GetProperty("state").GetString(), account.GetProperty("firstPasswordExpiresAt").ValueKind));
    }

    [Theory]
    [InlineData("principal")]
    [InlineData("teacher")]
    [InlineData("analyst-370403")]
    [InlineData("moral-office")]
    public async Task Nobody_makes_accounts_for_a_school_that_is_not_theirs_to_manage(string user)
    {
        var token = await gateway.SignInAsync(user);
        var own = await gateway.OwnSchoolAsync(await gateway.SignInAsync("principal"));
        var schools = (await gateway.PostAsync("{ schools { nodes { id } } }", token: await gateway.SignInAsync("analyst-370403")))
            .GetProperty("data").GetProperty("schools").GetProperty("nodes").EnumerateArray().Select(school => school.GetProperty("id").GetString()!);
        foreach (var school in user == "principal" ? schools.Where(school => school != own) : [own])
            Assert.Equal("NOT_FOUND", await gateway.RefusalAsync(token, "createTeacherAccounts", new { schoolId = school }));
        Assert.Equal("INVALID_INPUT", await gateway.RefusalAsync(token, "createTeacherAccounts", new { schoolId = "nonsense" }));
    }

    [Fact]
    public async Task Without_a_sign_in_nothing_is_made() =>
        Assert.Equal("UNAUTHENTICATED", await gateway.CodeAsync("mutation { createTeacherAccounts(input: {schoolId: \"x\"}) { count } }", token: null));
}
