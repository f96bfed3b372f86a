using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace HomeroomGraph.Gateway.Tests.Access;

/// <summary>Machine clients: client_credentials with scopes (RFC 6749, sections 4.4 and 5.2).</summary>
public sealed class ClientTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    private const string Grant = "client_credentials";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_client_gets_a_token_that_reads_what_its_scopes_say(bool basic)
    {
        var client = await CreateAsync(["roster:read", "papers:read"]);

        var (status, answer) = await AskAsync(client, basic: basic);

        Assert.Equal((HttpStatusCode.OK, "Bearer", "papers:read roster:read"), (status, answer.GetProperty("token_type").GetString(), answer.GetProperty("scope").GetString()));
        Assert.InRange(answer.GetProperty("expires_in").GetInt32(), 3500, 3600);
        Assert.NotEqual(0, await SchoolClassesAsync(Token(answer)));
    }

    [Fact]
    public async Task A_token_with_fewer_scopes_reads_less()
    {
        var client = await CreateAsync(["roster:read", "papers:read"]);

        var narrow = Token((await AskAsync(client, scope: "papers:read")).Answer);
        var wide = Token((await AskAsync(client)).Answer);

        Assert.Equal(0, await SchoolClassesAsync(narrow));
        Assert.NotEqual(0, await SchoolClassesAsync(wide));
        Assert.Equal(0, await SchoolClassesAsync(narrow));
    }

    [Fact]
    public async Task A_client_of_some_schools_reads_no_other()
    {
        var principal = await gateway.SignInAsync("principal");
        var client = await CreateAsync(["roster:read"], await gateway.OwnSchoolAsync(principal));
        var token = Token((await AskAsync(client)).Answer);

        Assert.Equal(await SchoolClassesAsync(principal), await SchoolClassesAsync(token));
        Assert.Equal(1, (await gateway.PostAsync("{ schools { totalCount } }", token: token)).GetProperty("data").GetProperty("schools").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task Refusals_are_those_of_the_specification()
    {
        var client = await CreateAsync(["roster:read"]);
        await RefusedAsync("invalid_client", 401, AskAsync(client with { Secret = "wrong" }));
        await RefusedAsync("invalid_client", 401, AskAsync(client with { Id = "nobody" }));
        await RefusedAsync("invalid_client", 401, AskAsync(client with { Secret = new string('x', 10_000) }));
        await RefusedAsync("invalid_scope", 400, AskAsync(client, scope: "papers:read"));
        await RefusedAsync("invalid_scope", 400, AskAsync(client, scope: "everything"));
        await RefusedAsync("unsupported_grant_type", 400, AskAsync(client, grant: "password"));
        await RefusedAsync("invalid_request", 400, AskAsync(client, grant: null));
        await RefusedAsync("invalid_client", 401, PostAsync(Form(("grant_type", Grant))));
        await RefusedAsync("invalid_request", 400, PostAsync(new StringContent("{}", Encoding.UTF8, "application/json")));
        await RefusedAsync("invalid_request", 400, PostAsync(Form(("grant_type", Grant), ("client_id", client.Id), ("client_secret", client.Secret)), Basic(client)));
        await RefusedAsync("invalid_request", 400, PostAsync(Form(("grant_type", Grant), ("grant_type", Grant), ("client_id", client.Id), ("client_secret", client.Secret))));
        await RefusedAsync("invalid_client", 401, PostAsync(Form(("grant_type", Grant)), new AuthenticationHeaderValue("Bearer", "x")));
        await RefusedAsync("invalid_client", 401, PostAsync(Form(("grant_type", Grant)), new AuthenticationHeaderValue("Basic", "%%%")));
    }

    [Fact]
    public async Task People_are_no_clients_and_clients_no_people()
    {
        var client = await CreateAsync(["roster:read"]);

        await RefusedAsync("invalid_client", 401, AskAsync(new(client.Row, "principal", "Homeroom-2026!")));
        Assert.Equal("INVALID_CREDENTIALS", await gateway.RefusalAsync(null, "signIn", new { username = client.Id, password = client.Secret }));
        Assert.Equal("INVALID_INPUT", await gateway.RefusalAsync(await gateway.AdminAsync(), "resetPassword", new { accountId = client.Row }));
    }

    [Fact]
    public async Task A_secret_is_changed_without_a_pause_and_there_are_two_at_most()
    {
        var admin = await gateway.AdminAsync();
        var first = await CreateAsync(["roster:read"]);

        var second = first with { Secret = await RotateAsync(admin, first) };
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(first)).Status);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(second)).Status);

        var third = first with { Secret = await RotateAsync(admin, first) };
        await RefusedAsync("invalid_client", 401, AskAsync(first));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(second)).Status);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(third)).Status);

        var fourth = first with { Secret = await RotateAsync(admin, first, keepOldHours: 0) };
        await RefusedAsync("invalid_client", 401, AskAsync(third));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(fourth)).Status);
        Assert.Equal("INVALID_INPUT", await gateway.RefusalAsync(admin, "rotateClientSecret", new { clientId = first.Row, keepOldHours = 721 }));

        var secrets = (await gateway.PostAsync("query($id: ID!) { client(id: $id) { secrets(order: [{createdAt: DESC}]) { nodes { hint expiresAt lastUsedOn } } } }", new { id = first.Row }, admin))
            .GetProperty("data").GetProperty("client").GetProperty("secrets").GetProperty("nodes");
        Assert.Equal(2, secrets.GetArrayLength());
        Assert.Equal(fourth.Secret[^4..], secrets[0].GetProperty("hint").GetString());
    }

    [Fact]
    public async Task A_revoked_client_is_shut_out_at_once()
    {
        var client = await CreateAsync(["roster:read"]);
        var token = Token((await AskAsync(client)).Answer);
        Assert.NotEqual(0, await SchoolClassesAsync(token));

        var revoked = await gateway.DoAsync(await gateway.AdminAsync(), "revokeClient", new { clientId = client.Row }, "client { isRevoked secrets { totalCount } }");

        Assert.True(revoked.GetProperty("client").GetProperty("isRevoked").GetBoolean());
        Assert.Equal("UNAUTHENTICATED", await gateway.CodeAsync("{ viewer { username } }", token));
        Assert.Equal("UNAUTHENTICATED", await gateway.CodeAsync("{ schools { totalCount } }", token));
        await RefusedAsync("invalid_client", 401, AskAsync(client));
        Assert.Equal("NOT_ALLOWED", await gateway.RefusalAsync(await gateway.AdminAsync(), "rotateClientSecret", new { clientId = client.Row }));
    }

    [Theory]
    [InlineData("principal")]
    [InlineData("analyst-370403")]
    [InlineData("auditor")]
    public async Task Only_platform_admins_see_and_change_clients(string user)
    {
        var client = await CreateAsync(["roster:read"]);
        var token = await gateway.SignInAsync(user);
        var seen = await gateway.PostAsync("query($id: ID!) { client(id: $id) { name } clients { totalCount } }", new { id = client.Row }, token);
        Assert.Equal(JsonValueKind.Null, seen.GetProperty("data").GetProperty("client").ValueKind);
        Assert.Equal(0, seen.GetProperty("data").GetProperty("clients").GetProperty("totalCount").GetInt32());
        Assert.Equal("NOT_FOUND", await gateway.RefusalAsync(token, "revokeClient", new { clientId = client.Row }));
        Assert.Equal("NOT_FOUND", await gateway.RefusalAsync(token, "rotateClientSecret", new { clientId = client.Row }));
        var district = await gateway.IdAsync(await gateway.AdminAsync(), "{ districts { nodes { id } } }", "districts");
        Assert.Equal("NOT_FOUND", await gateway.RefusalAsync(token, "createClient", new { name = "x", districtId = district, scopes = new[] { "roster:read" } }));
    }

    [Fact]
    public async Task Wrong_terms_are_refused()
    {
        var admin = await gateway.AdminAsync();
        var district = await gateway.IdAsync(admin, "{ districts { nodes { id } } }", "districts");
        foreach (var input in new object[]
        {
            new { name = " ", districtId = district, scopes = new[] { "roster:read" } },
            new { name = "x", districtId = district, scopes = Array.Empty<string>() },
            new { name = "x", districtId = district, scopes = new[] { "everything" } },
            new { name = "x", districtId = district, scopes = new[] { "roster:read" }, schoolIds = new[] { "U2Nob29sOjE6OTk5OTk5" } },
        })
            Assert.Equal("INVALID_INPUT", await gateway.RefusalAsync(admin, "createClient", input));
    }

    private sealed record Client(string Row, string Id, string Secret);

    private async Task<Client> CreateAsync(string[] scopes, params string[] schoolIds)
    {
        var admin = await gateway.AdminAsync();
        var made = await gateway.DoAsync(
            admin, "createClient",
            new { name = "Data platform", districtId = await gateway.IdAsync(admin, "{ districts { nodes { id } } }", "districts"), scopes, schoolIds },
            "clientId clientSecret client { id }");
        return new(made.GetProperty("client").GetProperty("id").GetString()!, made.GetProperty("clientId").GetString()!, made.GetProperty("clientSecret").GetString()!);
    }

    private async Task<string> RotateAsync(string admin, Client client, int? keepOldHours = null) =>
        (await gateway.DoAsync(admin, "rotateClientSecret", new { clientId = client.Row, keepOldHours }, "clientSecret")).GetProperty("clientSecret").GetString()!;

    private Task<(HttpStatusCode Status, JsonElement Answer)> AskAsync(Client client, string? scope = null, string? grant = Grant, bool basic = true)
    {
        var fields = new List<(string, string)>();
        if (grant is not null) fields.Add(("grant_type", grant));
        if (scope is not null) fields.Add(("scope", scope));
        if (!basic) fields.AddRange([("client_id", client.Id), ("client_secret", client.Secret)]);
        return PostAsync(Form([.. fields]), basic ? Basic(client) : null);
    }

    private async Task<(HttpStatusCode Status, JsonElement Answer)> PostAsync(HttpContent form, AuthenticationHeaderValue? authorization = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/connect/token") { Content = form };
        request.Headers.Authorization = authorization;
        using var response = await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        if (response.StatusCode == HttpStatusCode.Unauthorized)
            Assert.Equal("Basic", Assert.Single(response.Headers.WwwAuthenticate).Scheme);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }

    private static async Task RefusedAsync(string error, int status, Task<(HttpStatusCode Status, JsonElement Answer)> asked)
    {
        var (got, answer) = await asked;
        Assert.Equal((status, error), ((int)got, answer.GetProperty("error").GetString()));
        Assert.NotEmpty(answer.GetProperty("error_description").GetString()!);
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private static AuthenticationHeaderValue Basic(Client client) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(client.Id)}:{Uri.EscapeDataString(client.Secret)}")));

    private static string Token(JsonElement answer) => answer.GetProperty("access_token").GetString()!;

    private async Task<int> SchoolClassesAsync(string token) =>
        (await gateway.PostAsync("{ classes { totalCount } }", token: token)).GetProperty("data").GetProperty("classes").GetProperty("totalCount").GetInt32();
}
