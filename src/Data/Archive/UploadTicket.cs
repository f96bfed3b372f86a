using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HomeroomGraph.Data.Refusals;

namespace HomeroomGraph.Data.Archive;

/// <summary>What is to be uploaded (rule V2).</summary>
/// <param name="DistrictId">The district of the school.</param>
/// <param name="SchoolId">The school of the record that the document is for.</param>
/// <param name="Category">What the document is.</param>
/// <param name="FileName">The file's name, without a folder.</param>
/// <param name="MediaType">One of <see cref="MediaTypes.MediaType.All"/>.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">The hash of the content in hexadecimal, where the client has computed it.</param>
public sealed record NewDocument(int DistrictId, long SchoolId, DocumentCategory Category, string FileName, string MediaType, long Size, string? Sha256)
{
    /// <summary>A file of that size is what was asked for.</summary>
    /// <exception cref="RefusedException">It isn't.</exception>
    public void RequireSize(long size)
    {
        if (size != Size)
            throw new RefusedException((size > Size ? DocumentRules.NotLargerThanAsked : DocumentRules.NotSmallerThanAsked).Refuse(Size.ToString(CultureInfo.InvariantCulture)));
    }
}

/// <summary>A ticket for one transfer of a file: the secret is told this once.</summary>
/// <param name="Secret">Opens the transfer, together with the token of the account it was given to.</param>
/// <param name="ExpiresAt">From then on no transfer begins with it.</param>
/// <param name="For">What it is for.</param>
public sealed record IssuedTicket(string Secret, DateTime ExpiresAt, NewDocument For);

/// <summary>A ticket whose transfer has begun: nobody else can begin one.</summary>
public sealed record TakenTicket(long TicketId, NewDocument For);

/// <summary>The secret of a ticket: 256 random bits, of which a plain hash is kept.</summary>
internal static class TicketSecret
{
    private const int Bytes = 32;

    public static (string Secret, byte[] Hash) Create()
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        return (secret, HashOf(secret));
    }

    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
