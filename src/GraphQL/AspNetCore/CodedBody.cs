using Microsoft.AspNetCore.Http;

namespace HomeroomGraph.GraphQL.AspNetCore;

/// <summary>A body that is compressed on its way. What is written is sent at once and can be read at once; only <see cref="CompleteAsync"/> ends it, so one that
/// breaks off can't be taken for a complete one.</summary>
internal sealed class CodedBody : IDisposable
{
    private readonly HttpResponse _response;
    private readonly Action<ReadOnlySpan<byte>>? _copy;

    // The coder writes here and never to the response itself: when it is thrown away its last bytes go nowhere.
    private readonly MemoryStream _coded = new();
    private readonly Stream _coder;

    /// <param name="response">Not yet started; it is told the coding.</param>
    /// <param name="copy">Given what is sent.</param>
    public CodedBody(HttpResponse response, ContentCoding coding, Action<ReadOnlySpan<byte>>? copy = null)
    {
        (_response, _copy, _coder) = (response, copy, coding.Over(_coded));
        response.Headers.ContentEncoding = coding.Name;
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> part, CancellationToken cancellation)
    {
        await _coder.WriteAsync(part, cancellation);
        await _coder.FlushAsync(cancellation);
        await SendAsync(cancellation);
    }

    /// <summary>Sends the end.</summary>
    public async ValueTask CompleteAsync(CancellationToken cancellation)
    {
        await _coder.DisposeAsync();
        await SendAsync(cancellation);
    }

    private async ValueTask SendAsync(CancellationToken cancellation)
    {
        _copy?.Invoke(_coded.GetBuffer().AsSpan(0, (int)_coded.Length));
        await _response.BodyWriter.WriteAsync(_coded.GetBuffer().AsMemory(0, (int)_coded.Length), cancellation);
        _coded.SetLength(0);
    }

    public void Dispose()
    {
        _coder.Dispose();
        _coded.Dispose();
    }
}
