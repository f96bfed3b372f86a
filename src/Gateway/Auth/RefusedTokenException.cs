using Microsoft.IdentityModel.Tokens;

namespace HomeroomGraph.Gateway.Auth;

/// <summary>Why a token is refused, in words that whoever sends it may read.</summary>
internal sealed class RefusedTokenException(string message) : SecurityTokenException(message)
{
    /// <summary>The token may be good: it can't be checked now.</summary>
    public bool IsForNow { get; init; }

    public TokenValidationResult ToResult() => new() { IsValid = false, Exception = this };
}
