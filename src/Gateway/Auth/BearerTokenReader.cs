using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HomeroomGraph.Gateway.Auth;

/// <summary>
/// Hands a bearer token to whoever can check it, by the issuer that it names. That claim is not believed yet: each of the two checks it
/// again with keys of its own, so a token never passes by the keys of another issuer than the one it names.
/// </summary>
internal sealed class BearerTokenReader(TokenTerms terms, AccessTokenReader ours, ForeignTokenReader? foreign) : TokenHandler
{
    private const int LongestToken = 16_384;
    private readonly JsonWebTokenHandler handler = new() { MaximumTokenSizeInBytes = LongestToken };

    public override Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters) => IssuerOf(token) switch
    {
        { } issuer when foreign?.Issues(issuer) == true => foreign.ValidateTokenAsync(token),
        { Length: > 0 } issuer when issuer != terms.Issuer => Task.FromResult(
            new RefusedTokenException("The token was issued by somebody whose tokens are not accepted here.").ToResult()),
        _ => ours.ValidateTokenAsync(token, validationParameters),
    };

    public override SecurityToken ReadToken(string token) => handler.ReadToken(token);

    private string? IssuerOf(string token)
    {
        if (token.Length > LongestToken || !handler.CanReadToken(token))
            return null;
        try
        {
            return handler.ReadJsonWebToken(token).Issuer;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
