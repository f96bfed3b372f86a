using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HomeroomGraph.GraphQL.Operations;

namespace HomeroomGraph.GraphQL.Answers;

/// <summary>A digest of all that an answer depends on beside the data and the day: the program, who asks, and what. As the request has it,
/// so that whoever asks again is known before anything is parsed; the same question in other words is another one.</summary>
internal readonly record struct Question(UInt128 Digest)
{
    /// <summary>The question of a request; null for one whose answer is not the data alone.</summary>
    /// <param name="edition">Of the program and its registered documents.</param>
    public static Question? Of(GraphQLRequest request, IViewer viewer, string edition)
    {
        if (!viewer.IsAuthenticated || request.Cost != CostReport.None || request.Plan != PlanReport.None) return null;
        var text = new ArrayBufferWriter<byte>(1024 + request.Query.Length);
        Append(text, edition);
        Append(text, viewer.Identity);
        Append(text, request.DocumentId);
        Append(text, request.OperationName);
        Append(text, request.Query.Span);
        Append(text, request.Variables);
        Append(text, request.Extensions);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text.WrittenSpan, digest);
        return new Question(BinaryPrimitives.ReadUInt128BigEndian(digest));
    }

    private static void Append(ArrayBufferWriter<byte> text, string? part)
    {
        // What is not there differs from what is empty.
        WriteLength(text, part is null ? -1 : Encoding.UTF8.GetByteCount(part));
        if (part is not null) text.Advance(Encoding.UTF8.GetBytes(part, text.GetSpan(Encoding.UTF8.GetMaxByteCount(part.Length))));
    }

    private static void Append(ArrayBufferWriter<byte> text, JsonElement? part)
    {
        if (part is { } json) Append(text, JsonMarshal.GetRawUtf8Value(json));
        else WriteLength(text, -1);
    }

    private static void Append(ArrayBufferWriter<byte> text, ReadOnlySpan<byte> part)
    {
        WriteLength(text, part.Length);
        text.Write(part);
    }

    private static void WriteLength(ArrayBufferWriter<byte> text, int length)
    {
        BinaryPrimitives.WriteInt32LittleEndian(text.GetSpan(sizeof(int)), length);
        text.Advance(sizeof(int));
    }
}
