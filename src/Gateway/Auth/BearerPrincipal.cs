using System.Security.Claims;

namespace HomeroomGraph.Gateway.Auth;

/// <summary>The user of a request whose token is remembered: what the claims say was read when the token was checked. Its requests share it, so
/// it is not changed.</summary>
internal sealed class BearerPrincipal : ClaimsPrincipal
{
    public BearerPrincipal(ClaimsIdentity identity) : base(identity)
    {
        Bearer = TokenBearer.Read(this);
        Expiry = TokenBearer.ReadExpiry(this);
    }

    public TokenBearer? Bearer { get; }

    public DateTimeOffset? Expiry { get; }
}
