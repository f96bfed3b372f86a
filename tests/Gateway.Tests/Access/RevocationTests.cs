using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace HomeroomGraph.Gateway.Tests.Access;

/// <summary>Whatever takes a right away holds with the next request: for a question that reads tables and for one that reads none, by GET
/// and by POST, with tokens that were in use just before. (A revoked key: <c>KeysCommandTests</c>, at the running program.)</summary>
public sealed class RevocationTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    private const string Rows = "{ classes { totalCount } }", NoRows = "{ viewer { username roles { role } } }";

    [Theory]
    [InlineData("disableAccount")]
    [InlineData("resetPassword")]
    [InlineData("signOutEverywhere")]
    public async Task What_ends_an_accounts_sessions_refuses_its_tokens(string change)
    {
        var account = await gateway.NewAccountAsync();
        var token = await gateway.SignInAsync(account);
        Assert.Equal(["data"], await AnswersAsync(token));

        await gateway.DoAsync(await gateway.SignInAsync("principal"), change, new { accountId = account.Id });

        Assert.Equal(["UNAUTHENTICATED"], await AnswersAsync(token));
    }

    [Fact]
    public async Task Signing_oneself_out_everywhere_and_changing_the_password_refuse_the_tokens_before()
    {
        var account = await gateway.NewAccountAsync();
        var first = await gateway.SignInAsync(account);
        Assert.Equal(["data"], await AnswersAsync(first));
        await gateway.DoAsync(first, "signOutEverywhere", new { });
        Assert.Equal(["UNAUTHENTICATED"], await AnswersAsync(first));

        var second = await gateway.SignInAsync(account);
        Assert.Equal(["data"], await AnswersAsync(second));
        await gateway.DoAsync(second, "changePassword", new { currentPassword = OwnAccount.OwnPassword, newPassword = "another horse battery" });
        Assert.Equal(["UNAUTHENTICATED"], await AnswersAsync(second));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_role_that_is_taken_takes_its_rows_and_its_name_with_it(bool byGet)
    {
        var account = await gateway.NewAccountAsync();
        var token = await gateway.SignInAsync(account);
        Assert.NotEqual(0, await ClassesAsync(token, byGet));
        Assert.Equal(["RESEARCH_OFFICE"], await RolesAsync(token, byGet));

        await gateway.DoAsync(await gateway.SignInAsync("principal"), "revokeRole", new { roleId = await RoleIdAsync(account) });

        Assert.Equal(0, await ClassesAsync(token, byGet));
        Assert.Empty(await RolesAsync(token, byGet));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_moves_to_another_school_sees_that_one_and_no_longer_the_one_before(bool byGet)
    {
        var (admin, account) = (await gateway.AdminAsync(), await gateway.NewAccountAsync());
        var token = await gateway.SignInAsync(account);
        var own = await gateway.OwnSchoolAsync(token);
        var other = (await gateway.PostAsync("{ schools(order: [{classCount: DESC}]) { nodes { id } } }", token: await gateway.SignInAsync("analyst-370403")))
            .GetProperty("data").GetProperty("schools").GetProperty("nodes").EnumerateArray().Select(school => school.GetProperty("id").GetString()!).First(id => id != own);
        Assert.Equal([own], await SchoolsAsync(token, byGet));

        await gateway.DoAsync(admin, "revokeRole", new { roleId = await RoleIdAsync(account) });
        await gateway.DoAsync(admin, "grantRole", new { accountId = account.Id, role = "ACADEMIC_AFFAIRS", schoolId = other });

        Assert.Equal([other], await SchoolsAsync(token, byGet));
        Assert.Equal(["ACADEMIC_AFFAIRS"], await RolesAsync(token, byGet));
    }

    [Fact]
    public async Task A_client_that_is_shut_out_is_refused()
    {
        var (admin, client) = (await gateway.AdminAsync(), await ClientAsync());
        var token = await TokenAsync(client.Id, client.Secret);
        Assert.Equal(["data"], await AnswersAsync(token));

        await gateway.DoAsync(admin, "revokeClient", new { clientId = client.Row });

        Assert.Equal(["UNAUTHENTICATED"], await AnswersAsync(token));
    }

    [Fact]
    public async Task A_secret_that_is_changed_with_a_pause_leaves_the_tokens_and_one_that_is_changed_at_once_does_not()
    {
        var (admin, client) = (await gateway.AdminAsync(), await ClientAsync());
        var token = await TokenAsync(client.Id, client.Secret);
        Assert.Equal(["data"], await AnswersAsync(token));

        await gateway.DoAsync(admin, "rotateClientSecret", new { clientId = client.Row });
        Assert.Equal(["data"], await AnswersAsync(token));

        var rotated = await gateway.DoAsync(admin, "rotateClientSecret", new { clientId = client.Row, keepOldHours = 0 }, "clientSecret");
        Assert.Equal(["UNAUTHENTICATED"], await AnswersAsync(token));
        Assert.Equal(["data"], await AnswersAsync(await TokenAsync(client.Id, rotated.GetProperty("clientSecret").GetString()!)));
    }

    /// <summary>What all four questions are answered with, each thing once: data, or the code of the error.</summary>
    private async Task<string[]> AnswersAsync(string token)
    {
        var answers = new List<string>();
        foreach (var byGet in new[] { true, false })
        {
            foreach (var query in new[] { Rows, NoRows })
            {
                var answer = await AskAsync(query, token, byGet);
                answers.Add(answer.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString()! : "data");
            }
        }

        return [.. answers.Distinct()];
    }

    private async Task<int> ClassesAsync(string token, bool byGet) =>
        (await AskAsync(Rows, token, byGet)).GetProperty("data").GetProperty("classes").GetProperty("totalCount").GetInt32();

    private async Task<string[]> RolesAsync(string token, bool byGet) =>
        [.. (await AskAsync(NoRows, token, byGet)).GetProperty("data").GetProperty("viewer").GetProperty("roles").EnumerateArray().Select(role => role.GetProperty("role").GetString()!)];

    private async Task<string[]> SchoolsAsync(string token, bool byGet) =>
        [.. (await AskAsync("{ schools { nodes { id } } }", token, byGet)).GetProperty("data").GetProperty("schools").GetProperty("nodes").EnumerateArray().Select(school => school.GetProperty("id").GetString()!)];

    private async Task<JsonElement> AskAsync(string query, string token, bool byGet)
    {
        if (!byGet)
            return await gateway.PostAsync(query, token: token);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString(query)}");
        request.Headers.Authorization = new("Bearer", token);
        request.Headers.Accept.ParseAdd("application/json");
        using var response = await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    private async Task<string> RoleIdAsync(OwnAccount account) =>
        (await gateway.PostAsync("query($id: ID!) { account(id: $id) { roles { nodes { id } } } }", new { id = account.Id }, await gateway.AdminAsync()))
            .GetProperty("data").GetProperty("account").GetProperty("roles").GetProperty("nodes")[0].GetProperty("id").GetString()!;

    private async Task<(string Row, string Id, string Secret)> ClientAsync()
    {
        var admin = await gateway.AdminAsync();
        var district = await gateway.IdAsync(admin, "{ districts { nodes { id } } }", "districts");
        var made = await gateway.DoAsync(
            admin, "createClient", new { name = "Data platform", districtId = district, scopes = new[] { "roster:read" } }, "clientId clientSecret client { id }");
        return (made.GetProperty("client").GetProperty("id").GetString()!, made.GetProperty("clientId").GetString()!, made.GetProperty("clientSecret").GetString()!);
    }

    private async Task<string> TokenAsync(string id, string secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/connect/token")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("grant_type", "client_credentials")]),
        };
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{secret}")));
        using var response = await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("access_token").GetString()!;
    }
}
