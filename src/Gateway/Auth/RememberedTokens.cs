using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.IdentityModel.Tokens;

namespace HomeroomGraph.Gateway.Auth;

/// <summary>A token that passed.</summary>
internal sealed class PassedToken(TokenValidationResult result)
{
    public TokenValidationResult Result { get; } = result;

    /// <summary>Whom it names; read once for all of its requests.</summary>
    public BearerPrincipal Bearer { get; } = new(result.ClaimsIdentity);
}

/// <summary>Tokens that passed, by their digest: the signature is the dear part of a small request.</summary>
internal sealed class RememberedTokens : IDisposable
{
    private const int MostRemembered = 10_000;

    private readonly MemoryCache tokens = new(new MemoryCacheOptions { SizeLimit = MostRemembered });

    public PassedToken? Find(ReadOnlySpan<char> token) => tokens.TryGetValue(DigestOf(token), out PassedToken? passed) ? passed : null;

    public void Keep(string token, TokenValidationResult passed, DateTimeOffset until) =>
        tokens.Set(DigestOf(token), new PassedToken(passed), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpiration = until });

    public void Dispose() => tokens.Dispose();

    /// <summary>Tokens are letters, digits and a few signs; what else stands in one has a digest of its own by its UTF-8.</summary>
    private static Digest DigestOf(ReadOnlySpan<char> token)
    {
        Span<byte> text = token.Length <= 1024 ? stackalloc byte[3 * token.Length] : new byte[3 * token.Length];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..Encoding.UTF8.GetBytes(token, text)], hash);
        return MemoryMarshal.Read<Digest>(hash);
    }

    private readonly record struct Digest(UInt128 First, UInt128 Second);
}
