using System.Security.Cryptography;
using System.Text;
using HomeroomGraph.Data;
using HomeroomGraph.Gateway.Settings;

namespace HomeroomGraph.Gateway.Auth;

/// <summary>Encrypts private keys where they are kept (AES-256-GCM), if the settings give a key for that: whoever reads a copy of the
/// database then can't sign tokens.</summary>
internal sealed class KeyProtection(byte[]? secret)
{
    public const int SecretLength = 32;
    private const int NonceLength = 12, TagLength = 16, HeadLength = NonceLength + TagLength;

    public bool IsOn => secret is not null;

    /// <summary>What is kept of a private key: nonce, tag and text; or the plain key (PKCS #8).</summary>
    public byte[] Protect(SigningKey key)
    {
        if (secret is null)
            return key.Pkcs8;
        var kept = new byte[HeadLength + key.Pkcs8.Length];
        RandomNumberGenerator.Fill(kept.AsSpan(0, NonceLength));
        using var cipher = new AesGcm(secret, TagLength);
        cipher.Encrypt(kept.AsSpan(0, NonceLength), key.Pkcs8, kept.AsSpan(HeadLength), kept.AsSpan(NonceLength, TagLength), NameOf(key.Id));
        return kept;
    }

    /// <summary>The private key of what was encrypted.</summary>
    /// <exception cref="SetupException">It is encrypted with another key than the setting's.</exception>
    public byte[] Unprotect(string keyId, byte[] kept)
    {
        if (secret is null || kept.Length < HeadLength)
            throw Wrong(keyId);
        var pkcs8 = new byte[kept.Length - HeadLength];
        try
        {
            using var cipher = new AesGcm(secret, TagLength);
            cipher.Decrypt(kept.AsSpan(0, NonceLength), kept.AsSpan(HeadLength), kept.AsSpan(NonceLength, TagLength), pkcs8, NameOf(keyId));
        }
        catch (AuthenticationTagMismatchException)
        {
            throw Wrong(keyId);
        }

        return pkcs8;
    }

    private static byte[] NameOf(string keyId) => Encoding.ASCII.GetBytes(keyId);

    private static SetupException Wrong(string keyId) => new(
        $"The signing key {keyId} in the database is encrypted with another key than {SettingsTable.SigningKeyEncryptionKey.Name} gives. "
        + $"Set it to the one that was in use; if that is lost, remove the signing key: keys revoke {keyId}");
}
