using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace HomeroomGraph.GraphQL.Answers;

/// <summary>Entity tags of answers (RFC 9110, 8.8.3): the question, then its version. They are weak, for what they promise is the same data and
/// not the same bytes: an answer may be newer than the version that was looked up before it, and one tag holds for every content coding.</summary>
internal static class EntityTag
{
    private const int QuestionBytes = 8, VersionBytes = 16;
    private const string Weak = "W/";

    /// <param name="form">The media type: another form of the answer is another representation.</param>
    public static string Of(Question question, AnswerVersion version, string form) => $"{Start(question)}{VersionOf(question, version, form)}\"";

    /// <summary>Whether one of the tags is of that question, in whatever version: it is worth looking up which one holds.</summary>
    /// <param name="ifNoneMatch">The header's value, a list of tags or a star.</param>
    public static bool Concerns(string ifNoneMatch, Question question) =>
        ifNoneMatch == "*" || ifNoneMatch.Contains(Start(question)[Weak.Length..], StringComparison.Ordinal);

    /// <summary>Whether one of the tags is this one, compared weakly (RFC 9110, 13.1.2).</summary>
    public static bool Matches(string ifNoneMatch, string tag)
    {
        if (ifNoneMatch == "*") return true;
        foreach (var range in ifNoneMatch.AsSpan().Split(','))
        {
            var given = ifNoneMatch.AsSpan()[range].Trim();
            if (given.StartsWith(Weak, StringComparison.Ordinal)) given = given[Weak.Length..];
            if (given.Equals(tag.AsSpan(Weak.Length), StringComparison.Ordinal)) return true;
        }
        return false;
    }

    private static string Start(Question question)
    {
        Span<byte> digest = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(digest, question.Digest);
        return $"{Weak}\"{Base64Url.EncodeToString(digest[..QuestionBytes])}-";
    }

    /// <summary>A digest, for the numbers themselves would tell how much is written.</summary>
    private static string VersionOf(Question question, AnswerVersion version, string form)
    {
        Span<byte> text = stackalloc byte[16 + 8 + 8 + 4 + 64];
        BinaryPrimitives.WriteUInt128BigEndian(text, question.Digest);
        BinaryPrimitives.WriteInt64BigEndian(text[16..], version.Data.Changes);
        BinaryPrimitives.WriteInt64BigEndian(text[24..], version.Data.Lineage);
        BinaryPrimitives.WriteInt32BigEndian(text[32..], version.Today?.DayNumber ?? -1);
        int length = 36 + Encoding.ASCII.GetBytes(form, text[36..]);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..length], digest);
        return Base64Url.EncodeToString(digest[..VersionBytes]);
    }
}
