using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace HomeroomGraph.CopyKeeper;

/// <summary>An answer with errors.</summary>
/// <param name="code">Of the first of them.</param>
internal sealed class RefusedException(string code, string message) : Exception($"{code}: {message}")
{
    public string Code { get; } = code;
}

/// <summary>The API as a program sees it that runs for months: tokens end, the budget of cost may be spent, the server may be away for a while.</summary>
/// <param name="signIn">Gets a token.</param>
internal sealed class Api(HttpClient http, Func<HttpClient, Task<string>> signIn)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    private string? _token;

    /// <summary>Signs in as a machine client.</summary>
    public static async Task<string> AsClientAsync(HttpClient http, string id, string secret)
    {
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", id), new("client_secret", secret)]);
        using var response = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), form);
        var answer = await response.Content.ReadFromJsonAsync<JsonNode>();
        return (string?)answer?["access_token"] ?? throw new RefusedException((string?)answer?["error"] ?? "error", "The client can't sign in.");
    }

    /// <summary>Signs in as a user.</summary>
    public static async Task<string> AsUserAsync(HttpClient http, string username, string password)
    {
        using var response = await http.PostAsJsonAsync("/graphql", new { query = Documents.SignIn, variables = new { input = new { username, password } } });
        var made = (await response.Content.ReadFromJsonAsync<JsonNode>())!["data"]!["signIn"]!;
        if (made["errors"]!.AsArray().FirstOrDefault() is { } error) throw new RefusedException((string)error["code"]!, (string)error["message"]!);
        return (string)made["accessToken"]!;
    }

    /// <summary>The data of a query. It waits where the server asks for that or is away, and signs in anew where the token has ended.</summary>
    /// <exception cref="RefusedException">The answer has errors.</exception>
    public async Task<JsonNode> AskAsync(string query, object? variables = null)
    {
        for (var away = TimeSpan.FromSeconds(1); ; away = away * 2 < LongestWait ? away * 2 : LongestWait)
        {
            var (response, wait) = await TryAsync(query, variables);
            using (response)
            {
                if (response is { StatusCode: < HttpStatusCode.InternalServerError } && wait is null) return await DataOfAsync(response);
            }
            if (wait is null) await Console.Error.WriteLineAsync($"The API is away; asking again in {away.TotalSeconds} s.");
            await Task.Delay(wait ?? away);
        }
    }

    /// <summary>The response, if one came, and how long to wait where another one is to be asked for.</summary>
    private async Task<(HttpResponseMessage? Response, TimeSpan? Wait)> TryAsync(string query, object? variables)
    {
        try
        {
            _token ??= await signIn(http);
            using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
            request.Headers.Authorization = new("Bearer", _token);
            var response = await http.SendAsync(request);
            if (response.StatusCode == HttpStatusCode.TooManyRequests) return (response, response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1));
            if (response.StatusCode != HttpStatusCode.Unauthorized) return (response, null);
            _token = null;
            return (response, TimeSpan.Zero);
        }
        catch (HttpRequestException)
        {
            return (null, null);
        }
    }

    private static async Task<JsonNode> DataOfAsync(HttpResponseMessage response)
    {
        var answer = (await response.Content.ReadFromJsonAsync<JsonNode>())!;
        if (answer["errors"]?.AsArray().FirstOrDefault() is { } error) throw new RefusedException((string)error["extensions"]!["code"]!, (string)error["message"]!);
        return answer["data"]!;
    }
}
