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
    private CodedBody? _coded;

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
        if (_coded is not null) await _coded.CompleteAsync(cancellation);
    }

    private async ValueTask SendAsync(ReadOnlyMemory<byte> part, CancellationToken cancellation)
    {
        if (!_response.HasStarted) Begin();
        if (_coded is null) await _response.BodyWriter.WriteAsync(part, cancellation);
        else await _coded.WriteAsync(part, cancellation);
    }

    private void Begin()
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(_export.FileName);
        _response.ContentType = _export.Format.MediaType;
        _response.Headers.ContentDisposition = disposition.ToString();
        AnswerHeaders.NotStored(_response);
        AnswerHeaders.Budget(_response, Output.RateLimit);
        if (_coding is not null) _coded = new CodedBody(_response, _coding);
    }

    public void Dispose()
    {
        Output.Dispose();
        _coded?.Dispose();
    }
}
