using System.Text.Json;
using HomeroomGraph.GraphQL.Execution;

namespace HomeroomGraph.GraphQL.Exports;

/// <summary>Reads the rows of the list one after the other, each as the query would answer it.</summary>
internal sealed class ExportReader : IDisposable
{
    private readonly PageBranch _page;
    private readonly RowStream _stream;
    private readonly RowWriter _writer;
    private readonly ExportRow _row;
    private readonly PooledBuffer _buffer = new(4 * 1024);
    private readonly Utf8JsonWriter _json;

    public ExportReader(PageBranch page, RowStream stream, ExportShape shape)
    {
        (_page, _stream, _row) = (page, stream, new ExportRow(shape));
        _writer = new RowWriter(page.Shown.Values.Single(), stream, page);
        _json = new Utf8JsonWriter(_buffer, ResponseJson.WriterOptions);
    }

    /// <summary>The next row, in the same object; null when there is none.</summary>
    public async ValueTask<ExportRow?> ReadAsync(CancellationToken cancellation)
    {
        if (!_stream.IsAt(_page)) return null;
        _buffer.ResetWrittenCount();
        _json.Reset(_buffer);
        await _writer.WriteAsync(_json, cancellation);
        _json.Flush();
        _row.Json = _buffer.WrittenMemory;
        return _row;
    }

    public void Dispose()
    {
        _json.Dispose();
        _buffer.Dispose();
    }
}
