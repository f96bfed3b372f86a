using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace HomeroomGraph.Data.Access;

/// <summary>One of the at most two secrets of a machine client. The secret itself is shown once and not kept: it is 256 random bits,
/// which nobody guesses from a plain hash.</summary>
public sealed class ClientSecret
{
    private const int Bytes = 32;
    private const int HintLength = 4;

    public Guid ClientSecretId { get; set; }
    public long SecretNumber { get; private set; }
    public Guid AccountId { get; set; }
    public string AccountKind { get; private set; } = EnumText<AccountKind>.Of(Access.AccountKind.Client);
    public required int DistrictId { get; set; }

    /// <summary>1 or 2.</summary>
    public required short Slot { get; set; }

    public required byte[] SecretHash { get; set; }

    /// <summary>The secret's last letters, to tell it from the other.</summary>
    public required string Hint { get; set; }

    public required DateTimeOffset CreatedAt { get; set; }

    /// <summary>From when on it is refused; null while it is not replaced.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>The last day on which it was used, in Asia/Shanghai.</summary>
    public DateOnly? LastUsedOn { get; set; }

    public Account Account { get; set; } = null!;

    /// <summary>A new secret, and what is kept of it.</summary>
    public static (string Secret, ClientSecret Kept) Create(int districtId, short slot, DateTimeOffset now)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        return (secret, new ClientSecret
        {
            DistrictId = districtId, Slot = slot, SecretHash = HashOf(secret), Hint = secret[^HintLength..], CreatedAt = now,
        });
    }

    internal static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}

/// <summary>Who an account is at a foreign authority.</summary>
public sealed class ExternalIdentity
{
    public Guid ExternalIdentityId { get; set; }
    public required string Issuer { get; set; }
    public required string Subject { get; set; }
    public Guid AccountId { get; set; }
    public int? DistrictId { get; set; }
    public required DateTimeOffset LinkedAt { get; set; }
    public Account Account { get; set; } = null!;
}
