using HomeroomGraph.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace HomeroomGraph.GraphQL.AspNetCore;

/// <summary>An answer on its way to the client: its status and headers, its body, compressed where that pays. What is written is sent at
/// once; only <see cref="CompleteAsync"/> makes it whole, so one that breaks off can't be taken for a complete one in either form.</summary>
internal sealed class HttpAnswer : IDisposable
{
    /// <summary>Less fits into one packet of the network with its headers, so nothing is won.</summary>
    private const int WorthIt = 1_400;

    private readonly HttpResponse _response;
    private readonly ResponseMediaType _mediaType;
    private readonly ContentCoding? _coding;
    private CodedBody? _coded;

    public HttpAnswer(HttpResponse response, ResponseMediaType mediaType, ContentCoding? coding = null)
    {
        (_response, _mediaType, _coding) = (response, mediaType, coding);
        Output = new ResponseOutput(SendAsync);
    }

    /// <summary>Where the answer is written.</summary>
    public ResponseOutput Output { get; }

    /// <summary>The status, decided when the first part is sent.</summary>
    public required Func<ResponseOutput, int> Status { private get; init; }

    /// <summary>The tag by which the answer is asked for again, decided when the first part is sent; null for one that nobody may keep.</summary>
    public Func<ResponseOutput, string?>? Tag { private get; set; }

    /// <summary>Where the answer is copied to while it is sent; null where nobody wants it.</summary>
    public AnswerCopy? Copy { get; set; }

    /// <summary>Whether an answer of so many bytes is compressed.</summary>
    public static bool IsWorthCoding(int length) => length >= WorthIt;

    /// <summary>The answer is whole: sends what is left of it.</summary>
    public async ValueTask CompleteAsync(CancellationToken cancellation)
    {
        await Output.CompleteAsync(cancellation);
        if (_coded is not null) await _coded.CompleteAsync(cancellation);
    }

    private async ValueTask SendAsync(ReadOnlyMemory<byte> part, CancellationToken cancellation)
    {
        if (!_response.HasStarted) Begin(part.Length);
        Copy?.AddPlain(part.Span);
        if (_coded is null) await _response.BodyWriter.WriteAsync(part, cancellation);
        else await _coded.WriteAsync(part, cancellation);
    }

    /// <summary>The first part is the whole answer, unless it is large.</summary>
    private void Begin(int length)
    {
        _response.StatusCode = Status(Output);
        _response.ContentType = _mediaType.ContentType;
        AnswerHeaders.Budget(_response, Output.RateLimit);
        if (Tag?.Invoke(Output) is { } tag) AnswerHeaders.Revalidated(_response, tag);
        else AnswerHeaders.NotStored(_response);
        if (_coding is null || !IsWorthCoding(length))
        {
            // Known whole, so it needs no chunks.
            if (Output.IsEnding) _response.ContentLength = length;
            return;
        }
        _coded = new CodedBody(_response, _coding, part => Copy?.AddCoded(part, _coding.Name));
    }

    public void Dispose()
    {
        Output.Dispose();
        _coded?.Dispose();
    }
}
