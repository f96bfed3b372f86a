using HomeroomGraph.GraphQL.Exports;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace HomeroomGraph.GraphQL.AspNetCore;

/// <summary>An export on its way to the client, as a file to keep; compressed where the client takes that and the format is not so already.</summary>
internal sealed class FileAnswer : IDisposable
{
    private readonly HttpResponse _response;
    private readonly PreparedExport _export;
    private readonly ContentCoding? _coding;

    // The coder writes here and never to the response itself: when it is thrown away its last bytes go nowhere.
    private readonly MemoryStream _coded = new();
    private Stream? _coder;

    public FileAnswer(HttpResponse response, PreparedExport export, ContentCoding? coding)
    {
        (_response, _export, _coding) = (response, export, export.Format.IsCompressed ? null : coding);
        Output = new ExportOutput(SendAsync);
    }

    /// <summary>Where the file is written.</summary>
    public ExportOutput Output { get; }

    /// <summary>The file is whole: sends what is left of it.</summary>
    public async ValueTask CompleteAsync(CancellationToken cancellation)
    {
        await Output.CompleteAsync(cancellation);
        if (_coder is null) return;
        await _coder.DisposeAsync();
        _coder = null;
        await SendCodedAsync(cancellation);
    }

    private async ValueTask SendAsync(ReadOnlyMemory<byte> part, CancellationToken cancellation)
    {
        if (!_response.HasStarted) Begin();
        if (_coder is null)
        {
            await _response.BodyWriter.WriteAsync(part, cancellation);
            return;
        }
        await _coder.WriteAsync(part, cancellation);
        await _coder.FlushAsync(cancellation);
        await SendCodedAsync(cancellation);
    }

    private void Begin()
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(_export.FileName);
        _response.ContentType = _export.Format.MediaType;
        _response.Headers.ContentDisposition = disposition.ToString();
        AnswerHeaders.NotStored(_response);
        if (_coding is null) return;
        _response.Headers.ContentEncoding = _coding.Name;
        _coder = _coding.Over(_coded);
    }

    private async ValueTask SendCodedAsync(CancellationToken cancellation)
    {
        await _response.BodyWriter.WriteAsync(_coded.GetBuffer().AsMemory(0, (int)_coded.Length), cancellation);
        _coded.SetLength(0);
    }

    public void Dispose()
    {
        Output.Dispose();
        _coder?.Dispose();
        _coded.Dispose();
    }
}
