using System.Buffers;

namespace HomeroomGraph.GraphQL.Exports.Formats;

/// <summary>A JSON object a line, each as the query answers it: nothing is changed and nothing lost (jsonlines.org).</summary>
public sealed class JsonLinesFormat() : ExportFormat("jsonl", "application/jsonl", "jsonl")
{
    /// <inheritdoc/>
    public override ValueTask<ExportWriter> BeginAsync(IReadOnlyList<ExportColumn> columns, ExportOutput to, CancellationToken cancellation) => new(new Writer(to.Buffer));

    private sealed class Writer(IBufferWriter<byte> to) : ExportWriter
    {
        public override ValueTask WriteAsync(ExportRow row, CancellationToken cancellation)
        {
            to.Write(row.Json.Span);
            to.Write("\n"u8);
            return ValueTask.CompletedTask;
        }
    }
}
