using System.IO.Compression;
using HomeroomGraph.GraphQL.AspNetCore;
using Microsoft.AspNetCore.Http;

namespace HomeroomGraph.GraphQL.Tests.AspNetCore;

/// <summary>An answer on its way: what is sent when, in which coding, and what is left of one that breaks off.</summary>
public sealed class HttpAnswerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_part_that_was_flushed_is_readable_and_only_a_complete_answer_ends(string coding)
    {
        var (whole, flushed) = await SendAsync(coding, complete: true);
        var (brokenOff, _) = await SendAsync(coding, complete: false);

        Assert.Equal(flushed, brokenOff.Length);
        Assert.True(whole.Length > flushed);
        Assert.Equal(300 * 1024, Readable(brokenOff, coding));
        Assert.Equal(300 * 1024 + 5, Readable(whole, coding));
    }

    [Theory]
    [InlineData(true, true, "application/graphql-response+json", 294)]
    [InlineData(true, true, "application/json", 200)]
    [InlineData(true, false, "application/graphql-response+json", 200)]
    [InlineData(false, true, "application/graphql-response+json", 200)]
    public async Task Data_with_errors_is_a_partial_success_by_the_newer_edition(bool hasErrors, bool newer, string accept, int status)
    {
        var context = new DefaultHttpContext { Request = { Headers = { Accept = accept } } };
        var mediaType = ResponseMediaType.Negotiate(context.Request)!;
        using var answer = new HttpAnswer(context.Response, mediaType) { Status = output => mediaType.StatusOf(output, newer) };
        answer.Output.HasErrors = hasErrors;
        await answer.CompleteAsync(Cancellation);
        Assert.Equal(status, context.Response.StatusCode);
    }

    /// <summary>Sends a part that is large enough to be flushed, and a small one with the end.</summary>
    private static async Task<(byte[] Sent, long Flushed)> SendAsync(string coding, bool complete)
    {
        var body = new MemoryStream();
        var context = new DefaultHttpContext { Request = { Headers = { AcceptEncoding = coding } }, Response = { Body = body } };
        long flushed;
        using (var answer = new HttpAnswer(context.Response, ResponseMediaType.Json, ContentCoding.Negotiate(context.Request)) { Status = _ => 200 })
        {
            answer.Output.Json.WriteRawValue(new string('1', 300 * 1024), skipInputValidation: true);
            await answer.Output.FlushIfLargeAsync(Cancellation);
            flushed = body.Length;
            answer.Output.Json.WriteRawValue("2222", skipInputValidation: true);
            if (complete) await answer.CompleteAsync(Cancellation);
        }
        return (body.ToArray(), flushed);
    }

    private static int Readable(byte[] sent, string coding)
    {
        using var stream = new MemoryStream(sent);
        using Stream decoder = coding == "br" ? new BrotliStream(stream, CompressionMode.Decompress) : new GZipStream(stream, CompressionMode.Decompress);
        int count = 0;
        var buffer = new byte[4096];
        try
        {
            for (int read; (read = decoder.Read(buffer)) > 0;) count += read;
        }
        catch (InvalidDataException)
        {
            // The end is missing, which some decoders tell.
        }
        return count;
    }
}
