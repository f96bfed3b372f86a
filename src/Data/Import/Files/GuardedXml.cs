using System.Text;
using System.Xml;

namespace HomeroomGraph.Data.Import.Files;

/// <summary>
/// XML of a file that a stranger may have made, read forward in flat memory: no DTD and so no entities, nothing from outside,
/// no deeper nesting, no longer piece and no more different names than a document of its kind has.
/// </summary>
internal sealed class GuardedXml : IDisposable
{
    private const int DeepestElement = 64;

    /// <summary>Characters of one cell; spreadsheet programs allow 32,767.</summary>
    private const int LongestText = 40_000;

    private readonly string part;
    private readonly RationedStream stream;
    private readonly XmlReader xml;

    // Made once: a sheet has millions of pieces.
    private readonly Func<bool> readPiece;
    private readonly Func<string> readText;

    public GuardedXml(Stream source, string part, ImportLimits limits)
    {
        this.part = part;
        stream = new(source, limits.XmlPieceBytes, () => Unsound("一个标签或文字过长", "one of its tags or texts is too long", null));
        xml = XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            NameTable = new BoundedNames(() => Unsound("标签名称过多", "it has too many different names", null)),
        });
        (readPiece, readText) = (xml.Read, () => xml.Value);
    }

    public bool IsElement => xml.NodeType == XmlNodeType.Element;
    public bool IsEnd => xml.NodeType == XmlNodeType.EndElement;
    public bool IsEmptyElement => xml.IsEmptyElement;
    public bool IsText => xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace;
    public int Depth => xml.Depth;

    /// <summary>The element's name without its prefix: there are two namespaces for each format, of equal meaning.</summary>
    public string Name => xml.LocalName;

    public string Text => Guarded(readText);

    public string? Attribute(string name)
    {
        if (!xml.MoveToFirstAttribute()) return null;
        try
        {
            do
            {
                if (xml.LocalName == name && xml.Prefix != "xmlns") return xml.Value;
            }
            while (xml.MoveToNextAttribute());
            return null;
        }
        finally
        {
            xml.MoveToElement();
        }
    }

    public bool Read()
    {
        stream.Refill();
        var isRead = Guarded(readPiece);
        return xml.Depth <= DeepestElement ? isRead : throw Unsound("嵌套过深", "it is nested too deep", null);
    }

    /// <summary>The text inside the current element, which ends with it, as far as <paramref name="counts"/> says of where it stands.</summary>
    public string InnerText(Func<bool>? counts = null)
    {
        if (IsEmptyElement) return "";
        var depth = Depth;
        string? one = null;
        StringBuilder? all = null;
        while (Read() && !(IsEnd && Depth == depth))
        {
            if (counts?.Invoke() == false || !IsText) continue;
            if (one is null) one = Text;
            else (all ??= new(one)).Append(Text);
            if ((all?.Length ?? one.Length) > LongestText) throw Unsound("文字过长", "one of its texts is too long", null);
        }
        return all?.ToString() ?? one ?? "";
    }

    public void Dispose()
    {
        xml.Dispose();
        stream.Dispose();
    }

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException e)
        {
            throw Unsound(e.Message, e.Message, e);
        }
    }

    private ImportRefusedException Unsound(string chinese, string english, Exception? cause) => new(
        "xml-unsound", $"文件中的 {part} 不是正常的 XML：{chinese}。", $"{part} in the file is not sound XML: {english}", cause);

    /// <summary>Gives the reader only so many bytes for one piece; it would hold all of a longer one in memory.</summary>
    private sealed class RationedStream(Stream inner, int ration, Func<Exception> exceeded) : Stream
    {
        private int used;

        public void Refill() => used = 0;

        public override int Read(Span<byte> buffer)
        {
            if (used >= ration) throw exceeded();
            var read = inner.Read(buffer[..Math.Min(buffer.Length, ration - used)]);
            used += read;
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }

    /// <summary>The reader keeps every name it meets; a document of a known format has few.</summary>
    private sealed class BoundedNames(Func<Exception> exceeded) : XmlNameTable
    {
        private const int Most = 5_000;
        private readonly NameTable names = new();
        private int count;

        public override string Add(char[] array, int offset, int length) => names.Get(array, offset, length) ?? New(names.Add(array, offset, length));
        public override string Add(string array) => names.Get(array) ?? New(names.Add(array));
        public override string? Get(char[] array, int offset, int length) => names.Get(array, offset, length);
        public override string? Get(string array) => names.Get(array);

        private string New(string name) => ++count <= Most ? name : throw exceeded();
    }
}
