using System.Globalization;
using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;

namespace HomeroomGraph.Gateway.Auth;

/// <summary>The names of claims that are ours or of RFC 9068.</summary>
internal static class TokenClaims
{
    /// <summary>The session's number: when all sessions of the account end, it is no longer the account's.</summary>
    public const string Session = "ses";

    public const string ClientId = "client_id";
    public const string Scope = "scope";

    /// <summary>Set by us, never read from a token: the time of issue of a token that a foreign authority issued.</summary>
    public const string ForeignSince = "homeroom:foreign-since";
}

/// <summary>Who a checked token says is calling.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="SessionVersion">The session, for a token of ours.</param>
/// <param name="ForeignSince">The time of issue, for a token of a foreign authority.</param>
/// <param name="Scopes">The scopes that the token is limited to, as it states them; null without a limit.</param>
internal sealed record TokenBearer(Guid AccountId, int? SessionVersion, DateTimeOffset? ForeignSince, string? Scopes)
{
    /// <summary>When a request's token is no longer good: as late as it still passes; null without one.</summary>
    public static DateTimeOffset? ExpiryOf(ClaimsPrincipal user) => user is BearerPrincipal known ? known.Expiry : ReadExpiry(user);

    /// <summary>The bearer of a request's token; null without one.</summary>
    public static TokenBearer? Of(ClaimsPrincipal user) => user is BearerPrincipal known ? known.Bearer : Read(user);

    internal static DateTimeOffset? ReadExpiry(ClaimsPrincipal user) =>
        long.TryParse(user.FindFirst(JwtRegisteredClaimNames.Exp)?.Value, CultureInfo.InvariantCulture, out var at)
            ? DateTimeOffset.FromUnixTimeSeconds(at) + AccessTokenReader.ClockSkew : null;

    internal static TokenBearer? Read(ClaimsPrincipal user)
    {
        if (user.FindFirst(JwtRegisteredClaimNames.Sub)?.Value is not { } subject)
            return null;
        var foreign = user.FindFirst(TokenClaims.ForeignSince)?.Value;
        return new TokenBearer(
            Guid.Parse(subject),
            foreign is null && int.TryParse(user.FindFirst(TokenClaims.Session)?.Value, CultureInfo.InvariantCulture, out var session) ? session : null,
            foreign is null ? null : DateTimeOffset.FromUnixTimeSeconds(long.Parse(foreign, CultureInfo.InvariantCulture)),
            user.FindFirst(TokenClaims.Scope)?.Value);
    }
}
