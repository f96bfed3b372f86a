using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace HomeroomGraph.GraphQL.Exports.Formats;

/// <summary>An Excel workbook: texts are texts, so no cell is run, numbers are numbers and days are dates. The names stand frozen in the first row. What a
/// sheet has no room for goes on in the next one.</summary>
public sealed class XlsxFormat() : ExportFormat("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx")
{
    /// <summary>Of a sheet, its names among them.</summary>
    private const int MostRows = 1_048_576;

    /// <summary>Of a cell.</summary>
    private const int MostCharacters = 32_767;

    /// <summary>Excel keeps 15 digits of a number; one with more is a text.</summary>
    private const int MostDigits = 15;

    /// <summary>What XML has no room for.</summary>
    private static readonly SearchValues<char> NoXml = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(i => (char)i).Except(['\t', '\n', '\r']), '￾', '￿']);

    /// <inheritdoc/>
    public override bool IsCompressed => true;

    /// <inheritdoc/>
    public override async ValueTask<ExportWriter> BeginAsync(IReadOnlyList<ExportColumn> columns, ExportOutput to, CancellationToken cancellation)
    {
        var book = await Spreadsheet.CreateNewAsync(
            to, new SpreadCheetahOptions { CompressionLevel = SpreadCheetahCompressionLevel.Fastest }, cancellation);
        var writer = new Writer(book, columns);
        await writer.BeginSheetAsync(cancellation);
        return writer;
    }

    private sealed class Writer(Spreadsheet book, IReadOnlyList<ExportColumn> columns) : ExportWriter
    {
        private readonly StyleId _name = book.AddStyle(new Style { Font = { Bold = true } });
        private readonly StyleId _day = book.AddStyle(new Style { Format = NumberFormat.Custom("yyyy-mm-dd") });
        private readonly Cell[] _cells = new Cell[columns.Count];
        private int _sheets, _rows;

        public async ValueTask BeginSheetAsync(CancellationToken cancellation)
        {
            _sheets++;
            await book.StartWorksheetAsync(_sheets.ToString(CultureInfo.InvariantCulture), new WorksheetOptions { FrozenRows = 1 }, cancellation);
            for (int i = 0; i < _cells.Length; i++) _cells[i] = new Cell(columns[i].Name, _name);
            await book.AddRowAsync(_cells, cancellation);
            _rows = 1;
        }

        public override async ValueTask WriteAsync(ExportRow row, CancellationToken cancellation)
        {
            if (_rows == MostRows) await BeginSheetAsync(cancellation);
            _rows++;
            var values = row.Cells;
            for (int i = 0; i < _cells.Length; i++) _cells[i] = CellOf(values[i]);
            await book.AddRowAsync(_cells, cancellation);
        }

        public override ValueTask EndAsync(CancellationToken cancellation) => book.FinishAsync(cancellation);

        public override ValueTask DisposeAsync() => book.DisposeAsync();

        private Cell CellOf(ExportCell value)
        {
            if (value.IsNull) return new Cell((string?)null);
            var utf8 = value.Utf8;
            if (value.Column.IsMany) return new Cell(Text(value));
            switch (value.Column.Kind)
            {
                case ExportKind.Number when utf8.Length <= MostDigits && Utf8Parser.TryParse(utf8, out decimal number, out int read) && read == utf8.Length:
                    return new Cell(number);
                case ExportKind.Boolean:
                    return new Cell(utf8.SequenceEqual("true"u8));
                // Excel's days begin with 1900.
                case ExportKind.Day when Utf8Parser.TryParse(utf8[..4], out int year, out _) && year > 1900 && DateOnly.TryParseExact(Encoding.ASCII.GetString(utf8), "O", out var day):
                    return new Cell(day.ToDateTime(TimeOnly.MinValue), _day);
                default:
                    return new Cell(Text(value));
            }
        }

        private static string Text(ExportCell value)
        {
            string text = value.ToString();
            if (text.AsSpan().IndexOfAny(NoXml) >= 0) text = string.Create(text.Length, text, static (to, from) => from.AsSpan().ReplaceAny(to, NoXml, '�'));
            return text.Length <= MostCharacters ? text : Cut(text);
        }

        private static string Cut(string text)
        {
            string end = string.Create(CultureInfo.InvariantCulture, $" … ({text.Length})");
            int length = MostCharacters - end.Length;
            if (char.IsHighSurrogate(text[length - 1])) length--;
            return text[..length] + end;
        }
    }
}
