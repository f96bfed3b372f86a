using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HomeroomGraph.Data.History;

namespace HomeroomGraph.Gateway.History;

/// <summary>A place in the feed of changes as the contract has it: opaque, good for the types and the reach that it was given for, and with a check
/// sum. It grants nothing, for what is read from it is held to the reach of whoever sends it.</summary>
internal static class FeedPosition
{
    // Edition, transaction, entry, digest of types, digest of reach, check sum.
    private const int Entry = 9, Types = 17, ReachAt = 21, Check = 29, Length = 33;
    private const byte Edition = 1;

    /// <summary>Makes the text of a position.</summary>
    public static string Encode(ChangePosition position, FeedQuestion question)
    {
        Span<byte> bytes = stackalloc byte[Length];
        bytes[0] = Edition;
        BinaryPrimitives.WriteUInt64BigEndian(bytes[1..], position.Transaction);
        BinaryPrimitives.WriteInt64BigEndian(bytes[Entry..], position.Entry);
        DigestOfTypes(question).CopyTo(bytes[Types..]);
        DigestOfReach(question).CopyTo(bytes[ReachAt..]);
        CheckSum(bytes).CopyTo(bytes[Check..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads a position.</summary>
    /// <exception cref="FeedException">It is none, or was given for other types or another reach.</exception>
    public static ChangePosition Decode(string text, FeedQuestion question)
    {
        Span<byte> bytes = stackalloc byte[Length];
        if (text.Length != Base64Url.GetEncodedLength(Length) || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out int length)
            || length != Length || bytes[0] != Edition || !CheckSum(bytes).SequenceEqual(bytes[Check..]) || Base64Url.EncodeToString(bytes) != text)
            throw FeedException.Invalid("This is not a position of the feed.");
        if (!DigestOfTypes(question).SequenceEqual(bytes[Types..ReachAt]))
            throw FeedException.Invalid("This position was given for other types: changes of those asked for now could have been missed before it. Ask for the same types as before.");
        if (!DigestOfReach(question).SequenceEqual(bytes[ReachAt..Check]))
            throw FeedException.ReachChanged();
        return new(BinaryPrimitives.ReadUInt64BigEndian(bytes[1..]), BinaryPrimitives.ReadInt64BigEndian(bytes[Entry..]));
    }

    private static byte[] DigestOfTypes(FeedQuestion question) => Digest(question.TypesAsked, Types, ReachAt);

    private static byte[] DigestOfReach(FeedQuestion question) => Digest(
        string.Join(';', question.Reach.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Table}/{r.DistrictId}/{(r.IsWhole ? "all" : string.Join(',', r.Circles))}"))),
        ReachAt, Check);

    private static byte[] Digest(string text, int from, int to) => SHA256.HashData(Encoding.UTF8.GetBytes(text))[..(to - from)];

    private static byte[] CheckSum(ReadOnlySpan<byte> bytes) => SHA256.HashData(bytes[..Check])[..(Length - Check)];
}
