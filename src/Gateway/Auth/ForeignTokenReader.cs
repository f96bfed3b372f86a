using System.Globalization;
using System.Security.Claims;
using HomeroomGraph.Data.Access;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace HomeroomGraph.Gateway.Auth;

/// <summary>Checks access tokens of the foreign authority: its keys, its issuer, our audience, an asymmetric algorithm, the lifetime; and
/// finds the account. What the token says beside is not believed: rights are ours to give.</summary>
internal sealed class ForeignTokenReader(ForeignTerms terms, ForeignAuthority authority, ExternalIdentities identities, TimeProvider clock) : IDisposable
{
    private const int LeastRsaBits = 2_048;

    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(5);
    private static readonly string[] AccessTokenTypes = ["", "at+jwt", "application/at+jwt", "JWT"], OtherTokensClaims = ["at_hash", "c_hash", "events"];

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = CompactToken.Longest };
    private readonly RememberedTokens remembered = new();

    /// <summary>Whether that is the authority's name.</summary>
    public bool Issues(string issuer) => issuer == terms.Authority;

    /// <summary>What is remembered of a token that passed every check a moment ago, for as long as it holds; null of any other.</summary>
    public PassedToken? Recall(ReadOnlySpan<char> token) =>
        // A key that the authority has withdrawn is no longer believed, whatever it signed before.
        remembered.Find(token) is { Result.SecurityToken: JsonWebToken known } passed && InForce(known.ValidTo) && authority.Publishes(known.Kid) ? passed : null;

    public async Task<TokenValidationResult> ValidateTokenAsync(string token)
    {
        if (Recall(token) is { } passed)
            return passed.Result;
        var read = handler.ReadJsonWebToken(token);
        if (!terms.Algorithms.Contains(read.Alg))
            return Refused($"The token is not signed by an algorithm that is accepted here ({string.Join(", ", terms.Algorithms)}).");
        if (!IsAccessToken(read))
            return Refused("The token is not an access token.");
        if (await authority.FindAsync(read.Kid, CancellationToken.None) is not { } metadata)
            return new RefusedTokenException("The authority that issued the token could not be asked for its keys. Try again shortly. 暂时无法连接外部身份认证，请稍后再试。") { IsForNow = true }.ToResult();
        var result = await handler.ValidateTokenAsync(token, Rules(KeysOf(metadata, read)));
        if (!result.IsValid)
            return Refused(ReasonOf(result.Exception));
        if (read.IssuedAt == default || result.ClaimsIdentity.FindAll(terms.AccountClaim).ToList() is not [{ Value: { Length: > 0 } name }])
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

    /// <summary>Not every authority writes the type of RFC 9068, but none writes that of another kind for an access token, nor what only ID tokens
    /// and logout tokens say (RFC 8725, section 3.12).</summary>
    private static bool IsAccessToken(JsonWebToken token) =>
        AccessTokenTypes.Contains(token.Typ ?? "", StringComparer.OrdinalIgnoreCase) && !OtherTokensClaims.Any(claim => token.TryGetPayloadValue<object>(claim, out _));

    /// <summary>The key that the token names, where it signs with that algorithm alone or says none (RFC 8725, section 3.1), and is long enough
    /// (RFC 7518, section 3.3).</summary>
    private static IEnumerable<SecurityKey> KeysOf(OpenIdConnectConfiguration metadata, JsonWebToken token) => metadata.SigningKeys.Where(key =>
        key.KeyId == token.Kid
        && metadata.JsonWebKeySet.Keys.All(published => published.Kid != token.Kid || string.IsNullOrEmpty(published.Alg) || published.Alg == token.Alg)
        && (token.Alg.StartsWith("ES", StringComparison.Ordinal) || key.KeySize >= LeastRsaBits));

    private TokenValidationParameters Rules(IEnumerable<SecurityKey> keys) => new()
    {
        ValidIssuer = terms.Authority,
        ValidAudience = terms.Audience,
        IgnoreTrailingSlashWhenValidatingAudience = false,
        ValidAlgorithms = terms.Algorithms,
        IssuerSigningKeys = keys,
        TryAllIssuerSigningKeys = false,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        LifetimeValidator = (notBefore, expires, token, _) =>
            expires is { } until && InForce(until) && HasBegun(notBefore ?? DateTime.MinValue) && HasBegun(((JsonWebToken)token).IssuedAt),
    };

    private bool InForce(DateTime expires) => clock.GetUtcNow().UtcDateTime < expires + AccessTokenReader.ClockSkew;

    private bool HasBegun(DateTime from) => from <= clock.GetUtcNow().UtcDateTime + AccessTokenReader.ClockSkew;

    private static TokenValidationResult Accepted(JsonWebToken token, Guid account) => new()
    {
        IsValid = true,
        SecurityToken = token,
        Issuer = token.Issuer,
        ClaimsIdentity = new ClaimsIdentity(
            [
                new Claim(JwtRegisteredClaimNames.Sub, account.ToString()),
                new Claim(JwtRegisteredClaimNames.Exp, new DateTimeOffset(token.ValidTo).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
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
