using System.Text;

namespace HomeroomGraph.GraphQL.Language;

/// <summary>The UTF-8 text of a document.</summary>
public sealed class SourceText(ReadOnlyMemory<byte> utf8)
{
    /// <summary>The bytes as they came.</summary>
    public ReadOnlyMemory<byte> Utf8 { get; } = utf8;

    /// <summary>Makes a source of a string; lone surrogates become U+FFFD.</summary>
    public static SourceText Of(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>Line and column of a byte offset. Line terminators are LF, CR and CR LF (spec 2.1.2).</summary>
    public SourceLocation LocationOf(int offset)
    {
        var bytes = Utf8.Span[..Math.Clamp(offset, 0, Utf8.Length)];
        int line = 1, lineStart = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            // A CR just before the offset whose LF is still to come ends its line only with that LF.
            bool ends = bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 == Utf8.Length || Utf8.Span[i + 1] != '\n'));
            if (!ends) continue;
            line++;
            lineStart = i + 1;
        }
        return new SourceLocation(line, Encoding.UTF8.GetCharCount(bytes[lineStart..]) + 1);
    }

    /// <summary>The same for many offsets, in one pass.</summary>
    public IReadOnlyDictionary<int, SourceLocation> LocationsOf(IEnumerable<int> offsets)
    {
        var found = new Dictionary<int, SourceLocation>();
        var bytes = Utf8.Span;
        int line = 1, column = 1, at = 0;
        foreach (int offset in offsets.Where(offset => offset >= 0).Distinct().Order())
        {
            for (; at < Math.Min(offset, bytes.Length); at++)
            {
                bool ends = bytes[at] == '\n' || (bytes[at] == '\r' && (at + 1 == bytes.Length || bytes[at + 1] != '\n'));
                // A character starts with any byte but 10xxxxxx; those of four bytes are two UTF-16 code units.
                if (ends) (line, column) = (line + 1, 1);
                else if ((bytes[at] & 0xC0) != 0x80) column += bytes[at] >= 0xF0 ? 2 : 1;
            }
            found[offset] = new SourceLocation(line, column);
        }
        return found;
    }
}
