using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HomeroomGraph.Gateway.Auth;

/// <summary>An access token as handed to its owner.</summary>
public sealed record IssuedToken(string Token, DateTimeOffset ExpiresAt);

/// <summary>Who issues tokens, for whom, and for how long.</summary>
public sealed record TokenTerms(string Issuer, TimeSpan Lifetime)
{
    /// <summary>The audience of every token: this API.</summary>
    public const string Audience = "homeroomgraph";

    /// <summary>The <c>typ</c> of an access token (RFC 9068, section 2.1), so that no other kind of JWT passes for one.</summary>
    public const string TokenType = "at+jwt";

    public const string Algorithm = SecurityAlgorithms.EcdsaSha256;
}

/// <summary>Issues access tokens (JWT, RFC 9068). A token says who the caller is; what the caller may see is looked up at each use.</summary>
public sealed class AccessTokens(SigningKeyRing keys, TokenTerms terms, TimeProvider clock)
{
    private static readonly JsonWebTokenHandler Writer = new() { SetDefaultTimesOnTokenCreation = false };

    public async Task<IssuedToken> IssueAsync(Guid accountId, CancellationToken cancellationToken)
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
            Claims = new Dictionary<string, object>
            {
                [JwtRegisteredClaimNames.Sub] = accountId.ToString(),
                [JwtRegisteredClaimNames.Jti] = Guid.NewGuid().ToString("N"),
            },
            SigningCredentials = new SigningCredentials(key.Private, TokenTerms.Algorithm),
        });
        return new IssuedToken(token, expires);
    }
}
