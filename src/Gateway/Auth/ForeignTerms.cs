namespace HomeroomGraph.Gateway.Auth;

/// <summary>The foreign authority (OpenID Connect) whose access tokens are accepted beside ours, as the settings name it.</summary>
/// <param name="Authority">Its issuer, to the letter; its metadata are at <c>/.well-known/openid-configuration</c> below.</param>
/// <param name="Audience">What its tokens name as their audience: this API.</param>
/// <param name="AccountClaim">The claim that tells the account.</param>
/// <param name="AccountBy">How.</param>
/// <param name="Algorithms">What its tokens may be signed with.</param>
public sealed record ForeignTerms(string Authority, string Audience, string AccountClaim, ForeignAccountBy AccountBy, IReadOnlyList<string> Algorithms)
{
    /// <summary>The asymmetric algorithms of RFC 7518 and RFC 8037 that .NET checks; an authority's secret would be a key of ours too.</summary>
    public static readonly IReadOnlyList<string> KnownAlgorithms =
        ["ES256", "ES384", "ES512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512"];
}

/// <summary>How a foreign identity finds its account.</summary>
public enum ForeignAccountBy
{
    /// <summary>Somebody who manages the account has linked it with the identity.</summary>
    Link,

    /// <summary>The claim is the account's user name: the authority is trusted to name any account.</summary>
    Username,
}
