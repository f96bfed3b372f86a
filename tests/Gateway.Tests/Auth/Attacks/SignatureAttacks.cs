using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace HomeroomGraph.Gateway.Tests.Auth.Attacks;

/// <summary>RFC 8725, sections 2.3 and 3.4: signatures that are none, in the numbers (CVE-2022-21449 among them) and in how they are written.</summary>
internal static class SignatureAttacks
{
    private const int Half = 32;

    /// <summary>The order of P-256 (FIPS 186-4, D.1.2.3).</summary>
    private static readonly BigInteger Order = BigInteger.Parse(
        "115792089210356248762697446949407573529996955224135760342422259061068512044369", System.Globalization.CultureInfo.InvariantCulture);

    private static readonly byte[] Zero = new byte[Half];

    public static IEnumerable<(string Name, Func<TokenForge, string> Make)> All =>
    [
        ("r and s zero", forge => forge.Under([.. Zero, .. Zero])),
        ("r zero", forge => forge.Under([.. Zero, .. Genuine(forge)[Half..]])),
        ("s zero", forge => forge.Under([.. Genuine(forge)[..Half], .. Zero])),
        ("r and s the order", forge => forge.Under([.. Bytes(Order), .. Bytes(Order)])),
        ("r and s one", forge => forge.Under([.. Bytes(1), .. Bytes(1)])),
        ("all bits set", forge => forge.Under([.. Enumerable.Repeat((byte)0xFF, 2 * Half)])),
        ("in DER and not r and s side by side", forge => forge.Under(forge.Key.SignData(Input(forge), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence))),
        ("r and s zero in DER", forge => forge.Under([0x30, 6, 2, 1, 0, 2, 1, 0])),
        ("a byte short", forge => forge.Under(Genuine(forge)[..^1])),
        ("a byte long", forge => forge.Under([.. Genuine(forge), 0])),
        ("half of it", forge => forge.Under(Genuine(forge)[..Half])),
        ("a hundred times", forge => forge.Under([.. Enumerable.Repeat(Genuine(forge), 10).SelectMany(part => part)])),
        ("r and s exchanged", forge => forge.Under([.. Genuine(forge)[Half..], .. Genuine(forge)[..Half]])),
        ("a bit changed", Changed),
        ("nothing", forge => forge.Under([])),
        ("of another token", forge => forge.Under(forge.SignatureOf($"{TokenForge.Encode(forge.Header)}.{TokenForge.Encode("{}")}"))),
        ("of the payload alone", forge => forge.Under(forge.SignatureOf(TokenForge.Encode(forge.Payload)))),
        ("by SHA-512", forge => forge.Under(forge.Key.SignData(Input(forge), HashAlgorithmName.SHA512))),
    ];

    /// <summary>The other signature that whoever has one can make: (r, n − s). It signs the same text by the same key.</summary>
    public static string Mirrored(TokenForge forge)
    {
        var genuine = Genuine(forge);
        return forge.Under([.. genuine[..Half], .. Bytes(Order - new BigInteger(genuine[Half..], isUnsigned: true, isBigEndian: true))]);
    }

    private static string Changed(TokenForge forge)
    {
        var signature = Genuine(forge);
        signature[10] ^= 1;
        return forge.Under(signature);
    }

    private static byte[] Genuine(TokenForge forge) => forge.SignatureOf(Encoding.ASCII.GetString(Input(forge)));

    private static byte[] Input(TokenForge forge) => Encoding.ASCII.GetBytes($"{TokenForge.Encode(forge.Header)}.{TokenForge.Encode(forge.Payload)}");

    private static byte[] Bytes(BigInteger number)
    {
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[Half - bytes.Length], .. bytes];
    }
}
