using HomeroomGraph.GraphQL.Execution;

namespace HomeroomGraph.GraphQL.Tests.Responses;

/// <summary>What is written stands in the buffer however it grows, and an answer takes no array of its own.</summary>
public sealed class PooledBufferTests
{
    [Fact]
    public void What_is_written_is_kept_while_it_grows()
    {
        using var buffer = new PooledBuffer(16);
        var expected = new List<byte>();
        var random = new Random(3);
        for (int i = 0; i < 500; i++)
        {
            byte[] part = new byte[random.Next(900)];
            random.NextBytes(part);
            part.CopyTo(buffer.GetSpan(part.Length));
            buffer.Advance(part.Length);
            expected.AddRange(part);
        }
        Assert.Equal(expected, buffer.WrittenSpan.ToArray());
        buffer.ResetWrittenCount();
        Assert.True(buffer.WrittenMemory.IsEmpty);
    }

    [Fact]
    public async Task A_large_answer_takes_no_large_array_of_its_own()
    {
        await AnswerAsync();
        long before = GC.GetAllocatedBytesForCurrentThread();
        await AnswerAsync();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * 1024);
    }

    /// <summary>200 KB, which the runtime would keep with its large objects.</summary>
    private static async Task AnswerAsync()
    {
        using var output = new ResponseOutput((_, _) => ValueTask.CompletedTask);
        output.Json.WriteStartArray();
        for (int i = 0; i < 2_000; i++) output.Json.WriteStringValue("0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"u8);
        output.Json.WriteEndArray();
        await output.CompleteAsync(CancellationToken.None);
    }
}
