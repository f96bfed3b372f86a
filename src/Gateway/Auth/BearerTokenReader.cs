using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HomeroomGraph.Gateway.Auth;

/// <summary>
/// Hands a bearer token to whoever can check it, by the issuer that it names. That claim is not believed yet: each of the two checks it
/// again with keys of its own, so a token never passes by the keys of another issuer than the one it names.
/// </summary>
internal sealed class BearerTokenReader(TokenTerms terms, AccessTokenReader ours, ForeignTokenReader? foreign) : TokenHandler
{
    private readonly JsonWebTokenHandler handler = new() { MaximumTokenSizeInBytes = CompactToken.Longest };

    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        // The same text was taken apart before; what may have changed since is asked.
        if (Recall(token) is { } passed)
            return passed.Result;
        try
        {
            return await HandOnAsync(token, CompactToken.Read(token).Issuer, validationParameters);
        }
        catch (RefusedTokenException refused)
        {
            return refused.ToResult();
        }
        catch (Exception fault) when (fault is ArgumentException or SecurityTokenException)
        {
            // The library's word for what it can't read, which not every caller of ours would take for a refusal.
            return new RefusedTokenException("The token is not a signed JWT.").ToResult();
        }
    }

    /// <summary>What is remembered of a token that passed before, for as long as it holds; null of any other.</summary>
    public PassedToken? Recall(ReadOnlySpan<char> token) => ours.Recall(token) ?? foreign?.Recall(token);

    public override SecurityToken ReadToken(string token) => handler.ReadToken(token);

    private Task<TokenValidationResult> HandOnAsync(string token, string? issuer, TokenValidationParameters validationParameters)
    {
        if (issuer is not null && foreign?.Issues(issuer) == true)
            return foreign.ValidateTokenAsync(token);
        if (issuer is { Length: > 0 } && issuer != terms.Issuer)
            throw new RefusedTokenException("The token was issued by somebody whose tokens are not accepted here.");
        return ours.ValidateTokenAsync(token, validationParameters);
    }
}
