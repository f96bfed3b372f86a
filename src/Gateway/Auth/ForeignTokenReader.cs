using System.Globalization;
using System.Security.Claims;
using HomeroomGraph.Data.Access;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HomeroomGraph.Gateway.Auth;

/// <summary>Checks access tokens of the foreign authority: its keys, its issuer, our audience, an asymmetric algorithm, the lifetime; and
/// finds the account. What the token says beside is not believed: rights are ours to give.</summary>
internal sealed class ForeignTokenReader(ForeignTerms terms, ForeignAuthority authority, ExternalIdentities identities, TimeProvider clock) : IDisposable
{
    private const int LongestToken = 16_384;

    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken };
    private readonly RememberedTokens remembered = new();

    /// <summary>Whether that is the authority's name.</summary>
    public bool Issues(string issuer) => issuer == terms.Authority;

    public async Task<TokenValidationResult> ValidateTokenAsync(string token)
    {
        // A key that the authority has withdrawn is no longer believed, whatever it signed before.
        if (remembered.Find(token) is { SecurityToken: JsonWebToken known } passed && InForce(known.ValidTo) && authority.Publishes(known.Kid))
            return passed;
        var read = handler.ReadJsonWebToken(token);
        if (!terms.Algorithms.Contains(read.Alg))
            return Refused($"The token is not signed by an algorithm that is accepted here ({string.Join(", ", terms.Algorithms)}).");
        if (await authority.FindAsync(read.Kid, CancellationToken.None) is not { } metadata)
            return new RefusedTokenException("The authority that issued the token could not be asked for its keys. Try again shortly. 暂时无法连接外部身份认证，请稍后再试。") { IsForNow = true }.ToResult();
        var result = await handler.ValidateTokenAsync(token, Rules(metadata.SigningKeys.Where(key => key.KeyId == read.Kid)));
        if (!result.IsValid)
            return Refused(ReasonOf(result.Exception));
        if (read.IssuedAt == default || result.ClaimsIdentity.FindFirst(terms.AccountClaim)?.Value is not { Length: > 0 } name)
            return Refused($"The token does not say when it was issued (iat), or for whom ({terms.AccountClaim}).");
        if (await AccountOfAsync(name) is not { } account)
            return Refused("No account here is linked with the token's identity: whoever manages your account can link it. 该身份尚未关联账号，请联系账号管理员。");

        result = Accepted(read, account);
        remembered.Keep(token, result, clock.GetUtcNow() + Remembered);
        return result;
    }

    public void Dispose() => remembered.Dispose();

    private Task<Guid?> AccountOfAsync(string name) => terms.AccountBy == ForeignAccountBy.Username
        ? identities.FindNamedAsync(name, CancellationToken.None)
        : identities.FindLinkedAsync(terms.Authority, name, CancellationToken.None);

    private TokenValidationParameters Rules(IEnumerable<SecurityKey> keys) => new()
    {
        ValidIssuer = terms.Authority,
        ValidAudience = terms.Audience,
        ValidAlgorithms = terms.Algorithms,
        IssuerSigningKeys = keys,
        TryAllIssuerSigningKeys = false,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (notBefore, expires, _, _) =>
            expires is { } until && InForce(until) && (notBefore ?? DateTime.MinValue) <= clock.GetUtcNow().UtcDateTime + AccessTokenReader.ClockSkew,
    };

    private bool InForce(DateTime expires) => clock.GetUtcNow().UtcDateTime < expires + AccessTokenReader.ClockSkew;

    private static TokenValidationResult Accepted(JsonWebToken token, Guid account) => new()
    {
        IsValid = true,
        SecurityToken = token,
        Issuer = token.Issuer,
        ClaimsIdentity = new ClaimsIdentity(
            [
                new Claim(JwtRegisteredClaimNames.Sub, account.ToString()),
                new Claim(TokenClaims.ForeignSince, new DateTimeOffset(token.IssuedAt).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            ],
            "foreign"),
    };

    private static string ReasonOf(Exception fault) => fault switch
    {
        SecurityTokenInvalidAudienceException => "The token is for another audience than this API.",
        SecurityTokenInvalidLifetimeException => "The token has expired, or is not good yet.",
        _ => "The token is not signed by a key that its authority publishes.",
    };

    private static TokenValidationResult Refused(string why) => new RefusedTokenException(why).ToResult();
}
