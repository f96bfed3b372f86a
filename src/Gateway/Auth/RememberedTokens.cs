using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.IdentityModel.Tokens;

namespace HomeroomGraph.Gateway.Auth;

/// <summary>Tokens that passed, by their digest: the signature is the dear part of a small request.</summary>
internal sealed class RememberedTokens : IDisposable
{
    private const int MostRemembered = 10_000;

    private readonly MemoryCache tokens = new(new MemoryCacheOptions { SizeLimit = MostRemembered });

    public TokenValidationResult? Find(string token) => tokens.TryGetValue(DigestOf(token), out TokenValidationResult? passed) ? passed : null;

    public void Keep(string token, TokenValidationResult passed, DateTimeOffset until) =>
        tokens.Set(DigestOf(token), passed, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpiration = until });

    public void Dispose() => tokens.Dispose();

    private static string DigestOf(string token) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
