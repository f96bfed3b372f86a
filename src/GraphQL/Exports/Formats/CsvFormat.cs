using System.Buffers;
using System.Text;

namespace HomeroomGraph.GraphQL.Exports.Formats;

/// <summary>Comma-separated values (RFC 4180) in UTF-8, with a line of names first. No value is an empty cell, an empty text a quoted one.</summary>
public sealed class CsvFormat : ExportFormat
{
    private static readonly SearchValues<byte> Special = SearchValues.Create(",\"\r\n"u8);

    private readonly bool _forSpreadsheets;

    private CsvFormat(string name, bool forSpreadsheets) : base(name, "text/csv; charset=utf-8", "csv") => _forSpreadsheets = forSpreadsheets;

    /// <summary>For spreadsheets: with the mark by which Excel sees that it is UTF-8, and with an apostrophe before whatever a spreadsheet would run
    /// (OWASP, CSV injection).</summary>
    public static CsvFormat ForSpreadsheets { get; } = new("csv", forSpreadsheets: true);

    /// <summary>For programs: every value as it is.</summary>
    public static CsvFormat Verbatim { get; } = new("csv-verbatim", forSpreadsheets: false);

    /// <inheritdoc/>
    public override ValueTask<ExportWriter> BeginAsync(IReadOnlyList<ExportColumn> columns, ExportOutput to, CancellationToken cancellation)
    {
        if (_forSpreadsheets) to.Buffer.Write("\uFEFF"u8);
        for (int i = 0; i < columns.Count; i++)
        {
            if (i > 0) to.Buffer.Write(","u8);
            WriteText(Encoding.UTF8.GetBytes(columns[i].Name), to.Buffer);
        }
        to.Buffer.Write("\r\n"u8);
        return new(new Writer(to.Buffer, _forSpreadsheets));
    }

    private static void WriteText(ReadOnlySpan<byte> text, IBufferWriter<byte> to, bool apostrophe = false)
    {
        if (!text.IsEmpty && !apostrophe && text.IndexOfAny(Special) < 0 && text[0] != ' ' && text[^1] != ' ')
        {
            to.Write(text);
            return;
        }
        to.Write(apostrophe ? "\"'"u8 : "\""u8);
        for (int quote = text.IndexOf((byte)'"'); quote >= 0; quote = text.IndexOf((byte)'"'))
        {
            to.Write(text[..(quote + 1)]);
            to.Write("\""u8);
            text = text[(quote + 1)..];
        }
        to.Write(text);
        to.Write("\""u8);
    }

    /// <summary>A cell that begins so is a formula to a spreadsheet, whatever the file says of it; the full-width signs too, where the input method is Chinese.</summary>
    private static bool IsRun(ReadOnlySpan<byte> text) => !text.IsEmpty
        && (text[0] is (byte)'=' or (byte)'+' or (byte)'-' or (byte)'@' or (byte)'\t' or (byte)'\r' or (byte)'\n'
            || text.StartsWith("＝"u8) || text.StartsWith("＋"u8) || text.StartsWith("－"u8) || text.StartsWith("＠"u8));

    private sealed class Writer(IBufferWriter<byte> to, bool forSpreadsheets) : ExportWriter
    {
        public override ValueTask WriteAsync(ExportRow row, CancellationToken cancellation)
        {
            bool isFirst = true;
            foreach (var cell in row.Cells)
            {
                if (!isFirst) to.Write(","u8);
                isFirst = false;
                if (cell.IsNull) continue;
                bool isPlain = cell.Column is { Kind: not (ExportKind.Text or ExportKind.Json), IsMany: false };
                if (isPlain) to.Write(cell.Utf8);
                else WriteText(cell.Utf8, to, apostrophe: forSpreadsheets && IsRun(cell.Utf8));
            }
            to.Write("\r\n"u8);
            return ValueTask.CompletedTask;
        }
    }
}
