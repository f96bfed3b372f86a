using HomeroomGraph.Data.Access;
using Microsoft.IdentityModel.Tokens;

namespace HomeroomGraph.Gateway.Auth;

/// <summary>What others need to check our tokens: metadata (RFC 8414) and keys (RFC 7517). It announces only what there is.</summary>
internal static class TokenEndpoints
{
    private const string KeysPath = "/.well-known/jwks.json";

    public static void MapTokenEndpoints(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/.well-known/openid-configuration", (TokenTerms terms) => Results.Json(new
        {
            issuer = terms.Issuer,
            jwks_uri = terms.Issuer.TrimEnd('/') + KeysPath,
            token_endpoint = terms.Issuer.TrimEnd('/') + ClientCredentials.Path,
            token_endpoint_auth_methods_supported = new[] { "client_secret_basic", "client_secret_post" },
            response_types_supported = Array.Empty<string>(),
            grant_types_supported = new[] { ClientCredentials.GrantType },
            scopes_supported = AccessScope.All,
            subject_types_supported = new[] { "public" },
        }));

        endpoints.MapPost(ClientCredentials.Path, (ClientCredentials grant, HttpContext context) => grant.AnswerAsync(context))
            .WithMetadata(new ReadsCredentialsItself());

        endpoints.MapGet(KeysPath, async (SigningKeyRing ring, HttpContext context) =>
        {
            await ring.SigningKeyAsync(context.RequestAborted);
            context.Response.Headers.CacheControl = "public, max-age=300";
            return Results.Json(new { keys = ring.Keys.Select(key => Describe(key.Public)) });
        });
    }

    private static object Describe(JsonWebKey key) =>
        new { kty = key.Kty, crv = key.Crv, x = key.X, y = key.Y, kid = key.Kid, use = "sig", alg = TokenTerms.Algorithm };
}
