using HomeroomGraph.Data;
using HomeroomGraph.Data.Access;
using HomeroomGraph.Gateway.Settings;
using HomeroomGraph.GraphQL;
using HomeroomGraph.GraphQL.AspNetCore;
using Microsoft.Extensions.Caching.Memory;

namespace HomeroomGraph.Gateway.Auth;

/// <summary>Looks up the viewer of a request's token. Viewers are remembered for a while: that is safe, for the database refuses
/// one whose rights have changed, and then the account is read again.</summary>
internal sealed class ViewerSource(ViewerAccounts accounts, BearerTokenReader tokens, BusinessClock clock, GatewaySettings settings) : IViewerAccessor, IDisposable
{
    private const int MostAccounts = 10_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    private readonly MemoryCache _viewers = new(new MemoryCacheOptions { SizeLimit = MostAccounts });

    public async ValueTask<IViewer> GetAsync(HttpContext context, bool fresh)
    {
        if (TokenBearer.Of(context.User) is not { } bearer) return HomeroomViewer.Anonymous(clock.Today, context.Connection.RemoteIpAddress);
        var key = (bearer.AccountId, bearer.Scopes, IsForeign: bearer.ForeignSince is not null);
        if (!fresh && _viewers.TryGetValue(key, out HomeroomViewer? known) && known!.Today == clock.Today && IsInForce(bearer, known.Account!)) return known;

        var account = await accounts.FindAsync(bearer.AccountId, context.RequestAborted);
        if (account is null || !IsInForce(bearer, account) || (account.IsDemo && !settings.Demo))
            throw Ended(context);
        return _viewers.Set(key, ViewerOf(account, bearer), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Remembered });
    }

    public async Task SignInAsync(HttpContext context, string authorization)
    {
        const string scheme = "Bearer ";
        var checkedToken = authorization.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
            ? await tokens.ValidateTokenAsync(authorization[scheme.Length..].Trim(), new())
            : new RefusedTokenException("Send the access token as 'Bearer …'.").ToResult();
        if (!checkedToken.IsValid)
            throw Refused((checkedToken.Exception as RefusedTokenException)?.Message ?? TokenAuthentication.NotValid);
        context.User = new(checkedToken.ClaimsIdentity);
    }

    public DateTimeOffset? ExpiryOf(HttpContext context) => TokenBearer.ExpiryOf(context.User);

    public void Dispose() => _viewers.Dispose();

    private HomeroomViewer ViewerOf(ViewerAccount account, TokenBearer bearer)
    {
        if (account.Kind == AccountKind.Client) account = account.WithScopes((bearer.Scopes ?? "").Split(' '));
        return bearer.ForeignSince is null ? HomeroomViewer.Of(account, clock.Today) : HomeroomViewer.OfForeign(account, clock.Today);
    }

    private static GraphQLRequestException Ended(HttpContext context)
    {
        // As with every other token that is not good (RFC 6750, section 3); what runs for long may have answered by now.
        if (!context.Response.HasStarted) context.Response.Headers.WWWAuthenticate = TokenAuthentication.InvalidToken;
        return Refused("The session has ended, or the account is disabled or gone. Sign in again.");
    }

    private static GraphQLRequestException Refused(string message) => new([new GraphQLError(message, ErrorCodes.Unauthenticated)]);

    /// <summary>The token belongs to a session that was not ended. Times of issue are whole seconds, so a token of the second in which
    /// sessions ended is taken for one before.</summary>
    private static bool IsInForce(TokenBearer bearer, ViewerAccount account) => bearer.ForeignSince is { } since
        ? account.SessionsEndedAt is not { } ended || since > ended
        : bearer.SessionVersion == account.SessionVersion;
}
