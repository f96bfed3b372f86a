using System.Text;
using HomeroomGraph.Data.Access;
using HomeroomGraph.Gateway.Access;

namespace HomeroomGraph.Gateway.Auth;

/// <summary>The token endpoint for machine clients (RFC 6749, section 4.4): a client's id and secret, as HTTP Basic or in the form, for an
/// access token of all its scopes or of those it asks for.</summary>
internal sealed class ClientCredentials(ClientSignIn signIn, AccessTokens tokens, SignInThrottle throttle, TimeProvider time)
{
    public const string Path = "/connect/token";
    public const string GrantType = "client_credentials";

    public async Task AnswerAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        (headers.CacheControl, headers.Pragma) = ("no-store", "no-cache");
        try
        {
            await WriteAsync(context, await GrantAsync(context));
        }
        catch (TokenRefusedException refused)
        {
            context.Response.StatusCode = refused.Status;
            if (refused.Status == StatusCodes.Status401Unauthorized)
                headers.WWWAuthenticate = "Basic realm=\"homeroomgraph\", charset=\"UTF-8\"";
            if (refused.RetryAfter is { } wait)
                headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
            await context.Response.WriteAsJsonAsync(new { error = refused.Error, error_description = refused.Message }, context.RequestAborted);
        }
    }

    private async Task<(IssuedToken Token, IReadOnlyList<string> Scopes)> GrantAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            throw new TokenRefusedException("invalid_request", "The request is a form (application/x-www-form-urlencoded).");
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form.FirstOrDefault(field => field.Value.Count > 1).Key is { } twice)
            throw new TokenRefusedException("invalid_request", $"{twice} is given twice.");
        if (form["grant_type"].ToString() is var grant && grant != GrantType)
        {
            throw grant.Length == 0
                ? new TokenRefusedException("invalid_request", "grant_type is missing.")
                : new TokenRefusedException("unsupported_grant_type", $"The only grant here is {GrantType}.");
        }

        var client = await SignInAsync(context, CredentialsOf(context.Request, form));
        var scopes = ScopesOf(client, form["scope"].ToString());
        var token = await tokens.IssueAsync(
            new TokenSubject(client.AccountId, client.SessionVersion) { ClientId = client.UserName, Scopes = scopes }, context.RequestAborted);
        return (token, scopes);
    }

    private async Task<ViewerAccount> SignInAsync(HttpContext context, (string Id, string Secret) credentials)
    {
        var address = context.Connection.RemoteIpAddress;
        if (!throttle.TryEnter(address, out var wait))
            throw new TokenRefusedException("invalid_client", "There were too many failed attempts from this address.", StatusCodes.Status429TooManyRequests) { RetryAfter = wait };
        var client = await signIn.RunAsync(credentials.Id, credentials.Secret, address?.ToString(), context.RequestAborted)
            ?? throw new TokenRefusedException("invalid_client", "The client or its secret is not known.", StatusCodes.Status401Unauthorized);
        throttle.Succeeded(address);
        return client;
    }

    private static (string Id, string Secret) CredentialsOf(HttpRequest request, IFormCollection form)
    {
        var header = request.Headers.Authorization.ToString();
        var inForm = form.ContainsKey("client_secret");
        if (header.Length > 0 && inForm)
            throw new TokenRefusedException("invalid_request", "The client proves itself in two ways at once.");
        if (header.Length > 0)
            return BasicOf(header);
        return inForm && form["client_id"].ToString() is { Length: > 0 } id
            ? (id, form["client_secret"].ToString())
            : throw new TokenRefusedException("invalid_client", "The client's id and secret are missing.", StatusCodes.Status401Unauthorized);
    }

    /// <summary>Both parts are form-encoded before they are put together (RFC 6749, section 2.3.1).</summary>
    private static (string Id, string Secret) BasicOf(string header)
    {
        const string scheme = "Basic ";
        var buffer = new byte[header.Length];
        if (header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
            && Convert.TryFromBase64String(header[scheme.Length..].Trim(), buffer, out var length)
            && Encoding.UTF8.GetString(buffer, 0, length).Split(':', 2) is [var id, var secret])
            return (Decode(id), Decode(secret));
        throw new TokenRefusedException("invalid_client", "The Authorization header is not that of HTTP Basic.", StatusCodes.Status401Unauthorized);

        static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
    }

    private static IReadOnlyList<string> ScopesOf(ViewerAccount client, string asked)
    {
        var granted = client.Roles.Select(role => role.Scope).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        var scopes = asked.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        if (scopes.Except(granted).FirstOrDefault() is { } refused)
            throw new TokenRefusedException("invalid_scope", $"The client does not have the scope {(AccessScope.All.Contains(refused) ? refused : "asked for")}.");
        if (granted.Count == 0)
            throw new TokenRefusedException("invalid_scope", "The client has no scope.");
        return scopes.Count == 0 ? granted : scopes;
    }

    private Task WriteAsync(HttpContext context, (IssuedToken Token, IReadOnlyList<string> Scopes) granted) => context.Response.WriteAsJsonAsync(
        new
        {
            access_token = granted.Token.Token,
            token_type = "Bearer",
            expires_in = (int)(granted.Token.ExpiresAt - time.GetUtcNow()).TotalSeconds,
            scope = string.Join(' ', granted.Scopes),
        }, context.RequestAborted);

    /// <summary>Why there is no token (RFC 6749, section 5.2).</summary>
    private sealed class TokenRefusedException(string error, string description, int status = StatusCodes.Status400BadRequest) : Exception(description)
    {
        public string Error { get; } = error;

        public int Status { get; } = status;

        public TimeSpan? RetryAfter { get; init; }
    }
}
