using System.Text;

namespace HomeroomGraph.Data.Import.Files;

/// <summary>
/// Reads comma-separated text (RFC 4180) record by record in flat memory. It is our own, over bytes, because a report needs what
/// general readers don't give together: the physical line a record begins on (quoted fields may hold line breaks), bounds on a
/// record and on columns before they are in memory, and the line of the first byte that is not UTF-8.
/// </summary>
internal sealed class CsvReader(Stream stream, string file, ImportLimits limits, byte separator = (byte)',')
{
    private const int BlockBytes = 64 << 10;
    private const byte Quote = (byte)'"', CarriageReturn = (byte)'\r', LineFeed = (byte)'\n';
    private readonly byte[] block = new byte[BlockBytes];
    private readonly byte[] record = new byte[limits.RecordBytes];
    private readonly List<Range> fields = [];
    private int blockAt, blockEnd, recordEnd, fieldStart, line = 1;
    private bool started;

    /// <summary>The physical line on which the current record begins; the first line of the file is 1.</summary>
    public int Line { get; private set; }

    /// <summary>How many fields the current record has.</summary>
    public int FieldCount => fields.Count;

    /// <summary>The field with text outside of its quotes, as in <c>"a"b</c>; −1 if there is none.</summary>
    public int BrokenField { get; private set; }

    public string Field(int index) => Encoding.UTF8.GetString(record.AsSpan()[fields[index]]);

    /// <summary>Goes on to the next record that is not an empty line; false at the end of the file.</summary>
    public bool Read()
    {
        if (!started) Start();
        while (ReadRecord())
            if (fields.Count > 1 || recordEnd > 0) return true;
        return false;
    }

    private void Start()
    {
        started = true;
        Fill();
        blockAt = TextEncoding.SkipMark(block.AsSpan(0, blockEnd), file);
    }

    private bool ReadRecord()
    {
        fields.Clear();
        (recordEnd, fieldStart, BrokenField, Line) = (0, 0, -1, line);
        var atFieldStart = true;
        for (int next; (next = NextByte()) >= 0;)
        {
            switch ((byte)next)
            {
                case Quote when atFieldStart:
                    ReadQuoted();
                    atFieldStart = false;
                    break;
                case var other when other == separator:
                    EndField();
                    atFieldStart = true;
                    break;
                case CarriageReturn or LineFeed:
                    EndLine((byte)next);
                    EndRecord();
                    return true;
                default:
                    if (!atFieldStart && fieldEndedByQuote && BrokenField < 0) BrokenField = fields.Count;
                    Append((byte)next);
                    atFieldStart = false;
                    break;
            }
        }
        if (recordEnd == 0 && fields.Count == 0 && !fieldEndedByQuote) return false;
        EndRecord();
        return true;
    }

    private bool fieldEndedByQuote;

    /// <summary>Takes a quoted field up to its closing quote; two quotes are one of the text.</summary>
    private void ReadQuoted()
    {
        var openedOn = line;
        for (int next; (next = NextByte()) >= 0;)
        {
            if (next != Quote)
            {
                if (next is LineFeed || (next is CarriageReturn && Peek() != LineFeed)) line++;
                Append((byte)next, openedOn);
            }
            else if (Peek() == Quote)
            {
                NextByte();
                Append(Quote, openedOn);
            }
            else
            {
                fieldEndedByQuote = true;
                return;
            }
        }
        throw UnclosedQuote(openedOn);
    }

    private void EndLine(byte first)
    {
        if (first == CarriageReturn && Peek() == LineFeed) NextByte();
        line++;
    }

    private void EndField()
    {
        fields.Add(fieldStart..recordEnd);
        fieldStart = recordEnd;
        fieldEndedByQuote = false;
        if (fields.Count > limits.Columns)
            throw new ImportRefusedException(
                "too-many-columns",
                $"{file} 第 {Line} 行有超过 {limits.Columns} 列。",
                $"{file} line {Line} has more than {limits.Columns} columns.");
    }

    private void EndRecord()
    {
        EndField();
        TextEncoding.RequireUtf8(record.AsSpan(0, recordEnd), file, Line);
    }

    private void Append(byte value, int quoteOpenedOn = 0)
    {
        if (recordEnd == record.Length)
            throw quoteOpenedOn > 0
                ? UnclosedQuote(quoteOpenedOn)
                : new ImportRefusedException(
                    "row-too-long",
                    $"{file} 第 {Line} 行超过 {limits.RecordBytes >> 10} KiB。",
                    $"{file} line {Line} is longer than {limits.RecordBytes >> 10} KiB.");
        record[recordEnd++] = value;
    }

    private ImportRefusedException UnclosedQuote(int openedOn) => new(
        "unclosed-quote",
        $"{file} 第 {openedOn} 行的引号没有结束（或其内容超过 {limits.RecordBytes >> 10} KiB）。",
        $"{file}: the quote opened on line {openedOn} is not closed (or holds more than {limits.RecordBytes >> 10} KiB).");

    private int Peek() => blockAt < blockEnd || Fill() ? block[blockAt] : -1;

    private int NextByte() => blockAt < blockEnd || Fill() ? block[blockAt++] : -1;

    private bool Fill()
    {
        (blockAt, blockEnd) = (0, stream.ReadAtLeast(block, block.Length, throwOnEndOfStream: false));
        return blockEnd > 0;
    }
}
