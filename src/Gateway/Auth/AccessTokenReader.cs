using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HomeroomGraph.Gateway.Auth;

/// <summary>
/// Checks access tokens: ES256 by a key of ours and nothing else, issuer, audience, type, lifetime, and a subject. A token
/// that passed is remembered until it expires, since the signature is the dear part of a small request.
/// </summary>
public sealed class AccessTokenReader(SigningKeyRing keys, TokenTerms terms, TimeProvider clock) : TokenHandler, IDisposable
{
    /// <summary>How far the clocks of two machines may be apart.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    private const int LongestToken = 4_096;

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken };
    private readonly RememberedTokens remembered = new();

    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        if (token.Length > LongestToken)
            return Refused("The token is too long.");

        if (Recall(token) is { } passed)
            return passed.Result;

        var result = await CheckAsync(token);
        if (result.IsValid)
            remembered.Keep(token, result, result.SecurityToken.ValidTo + ClockSkew);
        return result;
    }

    /// <summary>What is remembered of a token that passed every check before, for as long as it holds; null of any other.</summary>
    internal PassedToken? Recall(ReadOnlySpan<char> token) =>
        // A revoked key is no longer believed, whatever it signed before.
        remembered.Find(token) is { Result.SecurityToken: JsonWebToken known } passed && InForce(known) && keys.Believes(known.Kid) ? passed : null;

    public override SecurityToken ReadToken(string token) => handler.ReadToken(token);

    public void Dispose() => remembered.Dispose();

    private async Task<TokenValidationResult> CheckAsync(string token)
    {
        if (!handler.CanReadToken(token))
            return Refused("The token is not a JWT.");
        string? keyId;
        try
        {
            keyId = handler.ReadJsonWebToken(token).Kid;
        }
        catch (ArgumentException)
        {
            return Refused("The token is not a JWT.");
        }

        if (await keys.FindAsync(keyId, CancellationToken.None) is not { } key)
            return Refused("The token is signed by an unknown key.");
        var result = await handler.ValidateTokenAsync(token, Rules(key));
        return result.IsValid && !NamesAccount(result.ClaimsIdentity.FindFirst(JwtRegisteredClaimNames.Sub)?.Value)
            ? Refused("The token names no account.")
            : result;
    }

    /// <summary>As we write it: the parser alone would pass over blanks around it.</summary>
    private static bool NamesAccount(string? subject) => Guid.TryParseExact(subject, "D", out var account) && account.ToString() == subject;

    private TokenValidationParameters Rules(SigningKey key) => new()
    {
        ValidIssuer = terms.Issuer,
        ValidAudience = TokenTerms.Audience,
        IgnoreTrailingSlashWhenValidatingAudience = false,
        ValidTypes = [TokenTerms.TokenType],
        ValidAlgorithms = [TokenTerms.Algorithm],
        IssuerSigningKey = key.Public,
        TryAllIssuerSigningKeys = false,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (notBefore, expires, token, _) => InForce(notBefore, expires) && ((JsonWebToken)token).IssuedAt <= clock.GetUtcNow().UtcDateTime + ClockSkew,
        NameClaimType = JwtRegisteredClaimNames.Sub,
    };

    private bool InForce(SecurityToken token) => InForce(token.ValidFrom, token.ValidTo);

    private bool InForce(DateTime? notBefore, DateTime? expires)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return notBefore is { } from && expires is { } until && from <= now + ClockSkew && now < until + ClockSkew;
    }

    private static TokenValidationResult Refused(string why) =>
        new() { IsValid = false, Exception = new SecurityTokenException(why) };
}
