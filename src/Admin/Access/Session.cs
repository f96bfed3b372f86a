using HomeroomGraph.Admin.Operations.Access;
using HomeroomGraph.Admin.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace HomeroomGraph.Admin.Access;

/// <summary>
/// A user's session: one encrypted cookie that holds the API's access token and ends when the token does. The server keeps nothing.
/// </summary>
public static class Session
{
    public const string SignInPath = "/sign-in";
    private const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;
    private const string TokenName = "access_token", OriginName = "origin";

    public static Task StartAsync(HttpContext context, string accessToken, DateTimeOffset expiresAt, SignedInViewer viewer, SessionOrigin origin)
    {
        var properties = new AuthenticationProperties { ExpiresUtc = expiresAt };
        properties.SetString(OriginName, $"{origin}");
        properties.StoreTokens([new AuthenticationToken { Name = TokenName, Value = accessToken }]);
        return context.SignInAsync(Scheme, CurrentViewer.ToPrincipal(viewer, Scheme), properties);
    }

    /// <summary>Where the user signed in.</summary>
    public static async Task<SessionOrigin> OriginAsync(HttpContext context) =>
        Enum.TryParse<SessionOrigin>((await context.AuthenticateAsync(Scheme)).Properties?.GetString(OriginName), out var origin) ? origin : SessionOrigin.Password;

    public static Task EndAsync(HttpContext context) => context.SignOutAsync(Scheme);

    /// <summary>Ends a session the API no longer accepts, and leads back to the page after signing in again.</summary>
    public static async Task ExpireAsync(HttpContext context)
    {
        await EndAsync(context);
        var request = context.Request;
        var returnUrl = HttpMethods.IsGet(request.Method) ? request.PathBase + request.Path + request.QueryString : "/";
        var query = QueryString.Create("returnUrl", returnUrl).Add("expired", "true");
        context.RedirectPage(request.PathBase + SignInPath + query);
    }

    /// <summary>Where a first password is changed, and where to go on after that.</summary>
    public static string FirstPasswordAddress(string? returnUrl) =>
        "/me" + (string.IsNullOrEmpty(returnUrl) ? "" : QueryString.Create("returnUrl", returnUrl).ToString());

    /// <summary>The API shows nothing before the first password is changed: leads there, and from there back.</summary>
    public static void RequirePasswordChange(HttpContext context)
    {
        var request = context.Request;
        var returnUrl = HttpMethods.IsGet(request.Method) ? request.PathBase + request.Path + request.QueryString : null;
        context.RedirectPage(request.PathBase + FirstPasswordAddress(returnUrl));
    }

    /// <summary>Lets the rest of a request speak with a token whose session only begins with its answer.</summary>
    public static void UseToken(HttpContext context, string token) => context.Items[TokenName] = token;

    public static async Task<string?> AccessTokenAsync(HttpContext context) =>
        context.Items[TokenName] as string ?? await context.GetTokenAsync(Scheme, TokenName);
}

/// <summary>Where a session came from.</summary>
public enum SessionOrigin
{
    /// <summary>Name and password, which the API has checked.</summary>
    Password,

    /// <summary>The OpenID Connect authority, where the user goes on being signed in.</summary>
    Authority,
}
