using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HomeroomGraph.Gateway.Auth;

/// <summary>Whom a token names: the account, the session that it belongs to, and what a client may do with it.</summary>
public sealed record TokenSubject(Guid AccountId, int SessionVersion)
{
    /// <summary>The client's id, for a machine client.</summary>
    public string? ClientId { get; init; }

    /// <summary>The scopes that the token is limited to, for a machine client.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];
}

/// <summary>An access token as handed to its owner.</summary>
public sealed record IssuedToken(string Token, DateTimeOffset ExpiresAt);

/// <summary>Who issues tokens, for whom, and for how long.</summary>
public sealed record TokenTerms(string Issuer, TimeSpan Lifetime)
{
    /// <summary>The audience of every token: this API.</summary>
    public const string Audience = "homeroomgraph";

    /// <summary>The <c>typ</c> of an access token (RFC 9068, section 2.1), so that no other kind of JWT passes for one.</summary>
    public const string TokenType = "at+jwt";

    /// <summary>The longest time that the settings allow a token; keys are believed at least so long after they signed.</summary>
    public static readonly TimeSpan LongestLifetime = TimeSpan.FromDays(1);

    public const string Algorithm = SecurityAlgorithms.EcdsaSha256;
}

/// <summary>Issues access tokens (JWT, RFC 9068). A token says who the caller is; what the caller may see is looked up at each use.</summary>
public sealed class AccessTokens(SigningKeyRing keys, TokenTerms terms, TimeProvider clock)
{
    private static readonly JsonWebTokenHandler Writer = new() { SetDefaultTimesOnTokenCreation = false };

    public async Task<IssuedToken> IssueAsync(TokenSubject subject, CancellationToken cancellationToken)
    {
        var key = await keys.SigningKeyAsync(cancellationToken);

        // A JWT counts whole seconds: what the owner is told must not be later than what the token says.
        var now = DateTimeOffset.FromUnixTimeSeconds(clock.GetUtcNow().ToUnixTimeSeconds());
        var expires = now + terms.Lifetime;
        var token = Writer.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = TokenTerms.TokenType,
            Issuer = terms.Issuer,
            Audience = TokenTerms.Audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = expires.UtcDateTime,
            Claims = ClaimsOf(subject),
            SigningCredentials = new SigningCredentials(key.Private, TokenTerms.Algorithm),
        });
        return new IssuedToken(token, expires);
    }

    private static Dictionary<string, object> ClaimsOf(TokenSubject subject)
    {
        var claims = new Dictionary<string, object>
        {
            [JwtRegisteredClaimNames.Sub] = subject.AccountId.ToString(),
            [JwtRegisteredClaimNames.Jti] = Guid.NewGuid().ToString("N"),
            [TokenClaims.Session] = subject.SessionVersion,
        };
        if (subject.ClientId is not { } client)
            return claims;
        claims[TokenClaims.ClientId] = client;
        claims[TokenClaims.Scope] = string.Join(' ', subject.Scopes);
        return claims;
    }
}
