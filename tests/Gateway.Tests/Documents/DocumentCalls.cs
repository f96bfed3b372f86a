using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using HomeroomGraph.Gateway.Tests.Access;
using HomeroomGraph.GraphQL.Operations;

namespace HomeroomGraph.Gateway.Tests.Documents;

/// <summary>What came back: the status, and the code of the first error or null.</summary>
internal sealed record DocumentAnswer(int Status, string? Code, JsonElement Body);

/// <summary>Requests that name their documents, as clients send them.</summary>
internal static class DocumentCalls
{
    public const string GraphQLResponse = "application/graphql-response+json";

    public static string Hash(string text) => DocumentId.HashOf(Encoding.UTF8.GetBytes(text));

    /// <summary>The hash of a file of schema/operations.</summary>
    public static string HashOfFile(string document) =>
        DocumentId.HashOf(File.ReadAllBytes(Path.Combine(Repository.Root, "schema", "operations", document + ".graphql")));

    /// <summary>The member <c>extensions</c> of Apollo's protocol.</summary>
    public static object Persisted(string hash) => new { persistedQuery = new { version = 1, sha256Hash = hash } };

    public static Task<DocumentAnswer> PostDocumentAsync(this GatewayFixture gateway, object body, string? token = null, string accept = "application/json") =>
        gateway.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(body) }, token, accept);

    public static Task<DocumentAnswer> GetDocumentAsync(this GatewayFixture gateway, string parameters, string? token = null, string accept = "application/json") =>
        gateway.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/graphql?" + parameters), token, accept);

    /// <summary>A machine client of the platform admin's district with a token: its global id, and the token.</summary>
    public static async Task<(string Id, string Token)> ClientAsync(this GatewayFixture gateway, bool? trustedDocumentsOnly = null)
    {
        string admin = await gateway.AdminAsync();
        var made = await gateway.DoAsync(
            admin, "createClient",
            new
            {
                name = "Data platform", districtId = await gateway.IdAsync(admin, "{ districts { nodes { id } } }", "districts"),
                scopes = new[] { "roster:read" }, trustedDocumentsOnly,
            },
            "clientId clientSecret client { id trustedDocumentsOnly }");
        Assert.Equal(trustedDocumentsOnly == true, made.GetProperty("client").GetProperty("trustedDocumentsOnly").GetBoolean());
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"), new("client_id", made.GetProperty("clientId").GetString()), new("client_secret", made.GetProperty("clientSecret").GetString()),
        ]);
        using var response = await gateway.Http.PostAsync(new Uri("/connect/token", UriKind.Relative), form, TestContext.Current.CancellationToken);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return (made.GetProperty("client").GetProperty("id").GetString()!, answer.GetProperty("access_token").GetString()!);
    }

    private static async Task<DocumentAnswer> SendAsync(this GatewayFixture gateway, HttpRequestMessage request, string? token, string accept)
    {
        using var sent = request;
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Accept.ParseAdd(accept);
        using var response = await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        string? code = body.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString() : null;
        return new DocumentAnswer((int)response.StatusCode, code, body);
    }
}
