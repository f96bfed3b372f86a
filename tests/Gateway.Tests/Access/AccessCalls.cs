using System.Text.Json;

namespace HomeroomGraph.Gateway.Tests.Access;

/// <summary>Mutations of accounts as a client calls them.</summary>
internal static class AccessCalls
{
    /// <summary>The payload of a mutation.</summary>
    public static async Task<JsonElement> MutateAsync(this GatewayFixture gateway, string? token, string name, object input, string selection = "__typename")
    {
        var query = $"mutation($input: {char.ToUpperInvariant(name[0])}{name[1..]}Input!) {{ {name}(input: $input) {{ {selection} errors {{ __typename ... on Error {{ code message path }} }} }} }}";
        var answer = await gateway.PostAsync(query, new { input }, token);
        return answer.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object
            ? data.GetProperty(name)
            : throw new InvalidOperationException($"{name}: {answer}");
    }

    /// <summary>The payload of a mutation that is done.</summary>
    public static async Task<JsonElement> DoAsync(this GatewayFixture gateway, string? token, string name, object input, string selection = "__typename")
    {
        var payload = await gateway.MutateAsync(token, name, input, selection);
        Assert.True(payload.GetProperty("errors").GetArrayLength() == 0, payload.ToString());
        return payload;
    }

    /// <summary>The code of the only error of a mutation.</summary>
    public static async Task<string?> RefusalAsync(this GatewayFixture gateway, string? token, string name, object input) =>
        Assert.Single((await gateway.MutateAsync(token, name, input)).GetProperty("errors").EnumerateArray()).GetProperty("code").GetString();

    /// <summary>The code of the request's error; null where it has none.</summary>
    public static async Task<string?> CodeAsync(this GatewayFixture gateway, string query, string? token) =>
        (await gateway.PostAsync(query, token: token)).TryGetProperty("errors", out var errors)
            ? errors[0].GetProperty("extensions").GetProperty("code").GetString()
            : null;

    /// <summary>The global id of a demo account, as the platform admin sees it.</summary>
    public static async Task<string> AccountIdAsync(this GatewayFixture gateway, string username) =>
        await gateway.IdAsync(await gateway.AdminAsync(), $$$"""{ accounts(where: {username: {eq: "{{{username}}}"}}) { nodes { id } } }""", "accounts");

    /// <summary>The id of the only row of a list.</summary>
    public static async Task<string> IdAsync(this GatewayFixture gateway, string token, string query, string list)
    {
        var answer = await gateway.PostAsync(query, token: token);
        var nodes = answer.GetProperty("data").GetProperty(list).GetProperty("nodes");
        return nodes.GetArrayLength() == 1 ? nodes[0].GetProperty("id").GetString()! : throw new InvalidOperationException($"{query}: {answer}");
    }

    /// <summary>An account of the principal's school with its own password, for a test that changes it: the accounts of the demo are shared
    /// by all tests of a class, which run in any order.</summary>
    public static async Task<OwnAccount> NewAccountAsync(this GatewayFixture gateway, string role = "RESEARCH_OFFICE")
    {
        var principal = await gateway.SignInAsync("principal");
        var username = $"own-{Guid.NewGuid():N}";
        var made = await gateway.DoAsync(
            principal, "createAccount", new { username, displayName = "临时账号", role, schoolId = await gateway.OwnSchoolAsync(principal) },
            "created { password account { id } }");
        var created = made.GetProperty("created");
        var first = await gateway.SignInAsync(username, created.GetProperty("password").GetString()!);
        await gateway.DoAsync(first, "changePassword", new { currentPassword = created.GetProperty("password").GetString(), newPassword = OwnAccount.OwnPassword });
        return new(username, created.GetProperty("account").GetProperty("id").GetString()!);
    }

    /// <summary>Signs an account of the test in.</summary>
    public static Task<string> SignInAsync(this GatewayFixture gateway, OwnAccount account) => gateway.SignInAsync(account.Username, OwnAccount.OwnPassword);

    public static Task<string> AdminAsync(this GatewayFixture gateway) => gateway.SignInAsync("platform-admin");

    /// <summary>The school of the demo's principal.</summary>
    public static async Task<string> OwnSchoolAsync(this GatewayFixture gateway, string token) =>
        await gateway.IdAsync(token, "{ schools { nodes { id } } }", "schools");
}

/// <summary>An account that belongs to one test.</summary>
internal sealed record OwnAccount(string Username, string Id)
{
    public const string OwnPassword = "correct horse battery";
}
