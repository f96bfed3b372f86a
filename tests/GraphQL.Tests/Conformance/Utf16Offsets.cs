using HomeroomGraph.GraphQL.Language;

namespace HomeroomGraph.GraphQL.Tests.Conformance;

/// <summary>Offsets in UTF-16 code units, as the reference counts them, of offsets in UTF-8 bytes, as we do.</summary>
internal sealed class Utf16Offsets
{
    private readonly int[] _offsets;

    public Utf16Offsets(SourceText source)
    {
        var bytes = source.Utf8.Span;
        _offsets = new int[bytes.Length + 1];
        for (int at = 0; at < bytes.Length; at++) _offsets[at + 1] = _offsets[at] + UnitsStartedBy(bytes[at]);
    }

    public int this[int byteOffset] => _offsets[byteOffset];

    private static int UnitsStartedBy(byte value) => value switch
    {
        >= 0xF0 => 2,
        >= 0x80 and < 0xC0 => 0,
        _ => 1,
    };
}
