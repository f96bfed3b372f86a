using System.Net;
using System.Text.Json;
using HomeroomGraph.Data.Demo;

namespace HomeroomGraph.Gateway.Tests.Access;

public sealed class SignInTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    private const string Mutation = """
        mutation($input: SignInInput!) { signIn(input: $input) { accessToken expiresAt errors { __typename ... on Error { code message } } } }
        """;

    [Fact]
    public async Task The_right_password_gives_a_token_that_opens_the_callers_view()
    {
        var token = await gateway.SignInAsync("analyst-370403");

        var viewer = (await gateway.PostAsync("{ viewer { username today } }", token: token)).GetProperty("data").GetProperty("viewer");

        Assert.Equal("analyst-370403", viewer.GetProperty("username").GetString());
        Assert.Equal("2026-11-16", viewer.GetProperty("today").GetString());
    }

    [Fact]
    public async Task The_time_a_token_ends_is_told()
    {
        var payload = await SignInAsync("principal", DemoAccounts.Password);

        Assert.InRange(payload.GetProperty("expiresAt").GetDateTimeOffset() - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(58), TimeSpan.FromMinutes(60));
        Assert.Empty(payload.GetProperty("errors").EnumerateArray());
    }

    [Theory]
    [InlineData("analyst-371723", "not the password")]
    [InlineData("nobody", "Homeroom-2026!")]
    [InlineData("", "")]
    public async Task A_wrong_password_and_an_unknown_name_are_not_told_apart(string username, string password)
    {
        var payload = await SignInAsync(username, password);

        Assert.Equal(JsonValueKind.Null, payload.GetProperty("accessToken").ValueKind);
        var error = Assert.Single(payload.GetProperty("errors").EnumerateArray());
        Assert.Equal("InvalidCredentialsError", error.GetProperty("__typename").GetString());
        Assert.Equal("INVALID_CREDENTIALS", error.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_disabled_account_is_shut_out_at_once_whatever_its_token_says()
    {
        var token = await gateway.SignInAsync("leading-group");
        Assert.True((await gateway.PostAsync("{ schools { totalCount } }", token: token)).TryGetProperty("data", out _));

        await ExecuteAsync("update access.account set is_disabled = true where user_name = 'leading-group'");
        using var response = await gateway.SendAsync("{ schools { totalCount } }", token: token);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_withdrawn_role_takes_its_rows_with_it_at_once()
    {
        var token = await gateway.SignInAsync("research-officer-370403");
        Assert.NotEqual(0, await SchoolCountAsync(token));

        await ExecuteAsync("""delete from access."grant" where account_id = (select account_id from access.account where user_name = 'research-officer-370403')""");

        Assert.Equal(0, await SchoolCountAsync(token));
    }

    [Fact]
    public async Task Without_a_token_no_row_is_read()
    {
        using var response = await gateway.SendAsync("{ schools { totalCount } }");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private async Task<int> SchoolCountAsync(string token) =>
        (await gateway.PostAsync("{ schools { totalCount } }", token: token)).GetProperty("data").GetProperty("schools").GetProperty("totalCount").GetInt32();

    private async Task<JsonElement> SignInAsync(string username, string password) =>
        (await gateway.PostAsync(Mutation, new { input = new { username, password } })).GetProperty("data").GetProperty("signIn");

    private async Task ExecuteAsync(string sql)
    {
        await using var command = gateway.Database.Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
