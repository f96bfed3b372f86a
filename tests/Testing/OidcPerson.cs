using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace HomeroomGraph.Testing;

/// <summary>Somebody who signs in at an <see cref="OidcAuthority"/> as an app does it for them: authorization code with PKCE (RFC 7636).</summary>
public static class OidcPerson
{
    private const string Client = "tests", Callback = "http://127.0.0.1/done";
    private const int MostSteps = 10;

    /// <summary>The access token that the person gets for a resource.</summary>
    public static async Task<string> SignInAsync(this OidcAuthority authority, string person, string resource = OidcAuthority.Api)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = new Uri(authority.Issuer) };
        var verifier = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var code = await FindCodeAsync(http, person, AuthorizeAddress(resource, verifier));
        using var answer = await http.PostAsync("/token", Form(
            ("grant_type", "authorization_code"), ("client_id", Client), ("code", code), ("redirect_uri", Callback),
            ("code_verifier", verifier), ("resource", resource)));
        var token = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return token.TryGetProperty("access_token", out var access) ? access.GetString()! : throw new InvalidOperationException($"No token: {token}");
    }

    private static string AuthorizeAddress(string resource, string verifier)
    {
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        return $"/auth?client_id={Client}&response_type=code&scope=openid%20homeroom&redirect_uri={Uri.EscapeDataString(Callback)}"
            + $"&code_challenge={challenge}&code_challenge_method=S256&resource={Uri.EscapeDataString(resource)}";
    }

    /// <summary>Goes from page to page, says who the person is where a form asks, and ends where the authority leads back to the app.</summary>
    private static async Task<string> FindCodeAsync(HttpClient http, string person, string address)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            using var page = await http.GetAsync(address);
            var next = page.Headers.Location;
            if (page.StatusCode == HttpStatusCode.OK)
            {
                using var signedIn = await http.PostAsync(address, Form(("person", person)));
                next = signedIn.Headers.Location;
            }

            address = next?.ToString() ?? throw new InvalidOperationException($"{address}: {page.StatusCode} {await page.Content.ReadAsStringAsync()}");
            if (address.StartsWith(Callback, StringComparison.Ordinal))
                return CodeOf(address);
        }

        throw new InvalidOperationException("The authority leads in a circle.");
    }

    private static string CodeOf(string address)
    {
        var code = address.Split('?', '&').FirstOrDefault(part => part.StartsWith("code=", StringComparison.Ordinal));
        return code?["code=".Length..] ?? throw new InvalidOperationException($"No code: {address}");
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
}
