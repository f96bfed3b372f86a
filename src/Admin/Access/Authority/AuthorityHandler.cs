using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace HomeroomGraph.Admin.Access.Authority;

/// <summary>The framework's options of an OAuth client. Its endpoints come by discovery, and a public client has no secret, so there is less
/// to ask for at start.</summary>
internal sealed class AuthorityOptions : OAuthOptions
{
    public override void Validate()
    {
        ArgumentException.ThrowIfNullOrEmpty(ClientId);
        if (!CallbackPath.HasValue)
            throw new InvalidOperationException("The authority leads back to no path.");
    }
}

/// <summary>
/// Signs in at the authority: authorization code with PKCE (RFC 7636), by the framework's OAuth client. What is added is discovery, the
/// resource (RFC 8707), and a client that proves itself by HTTP Basic, or is public.
/// </summary>
internal sealed class AuthorityHandler(
    IOptionsMonitor<AuthorityOptions> options, ILoggerFactory logger, UrlEncoder encoder, AuthorityDirectory directory, AuthoritySettings settings)
    : OAuthHandler<AuthorityOptions>(options, logger, encoder)
{
    public const string SchemeName = "authority";

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Options.AuthorizationEndpoint = (await directory.FindAsync(Context.RequestAborted)).Authorization;
        await base.HandleChallengeAsync(properties);
    }

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var address = base.BuildChallengeUrl(properties, redirectUri);
        return settings.Resource is { } resource ? QueryHelpers.AddQueryString(address, "resource", resource) : address;
    }

    protected override async Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        var endpoints = await directory.FindAsync(Context.RequestAborted);
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoints.Token) { Content = new FormUrlEncodedContent(FormOf(context)) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (settings.ClientSecret is { } secret)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", BasicOf(settings.ClientId, secret));
        try
        {
            using var answer = await Backchannel.SendAsync(request, Context.RequestAborted);
            var body = await answer.Content.ReadAsStringAsync(Context.RequestAborted);
            return answer.IsSuccessStatusCode
                ? OAuthTokenResponse.Success(JsonDocument.Parse(body))
                : OAuthTokenResponse.Failed(new AuthenticationFailureException($"The authority gives no token: {(int)answer.StatusCode} {body}"));
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException
            || (fault is OperationCanceledException && !Context.RequestAborted.IsCancellationRequested))
        {
            return OAuthTokenResponse.Failed(new AuthorityUnavailableException($"The authority gives no token: {fault.Message}", fault));
        }
    }

    private IEnumerable<KeyValuePair<string, string>> FormOf(OAuthCodeExchangeContext context)
    {
        yield return new("grant_type", "authorization_code");
        yield return new("code", context.Code);
        yield return new("redirect_uri", context.RedirectUri);
        yield return new("code_verifier", context.Properties.Items[OAuthConstants.CodeVerifierKey]!);
        if (settings.ClientSecret is null)
            yield return new("client_id", settings.ClientId);
        if (settings.Resource is { } resource)
            yield return new("resource", resource);
    }

    /// <summary>Both parts are form-encoded before they are put together (RFC 6749, section 2.3.1).</summary>
    private static string BasicOf(string id, string secret) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(id)}:{Uri.EscapeDataString(secret)}"));
}
