using System.Buffers;
using System.Globalization;

namespace HomeroomGraph.Data.Papers.References;

/// <summary>The list of the numeric system: [1] and the reference, a line each.</summary>
internal sealed class NumberedList(IBufferWriter<byte> output, GbStyle style) : IReferenceList
{
    private readonly GbReference reference = new(style);
    private int number;

    public void Add(Reference record)
    {
        Span<char> label = stackalloc char[16];
        (++number).TryFormat(label[1..], out var digits, provider: CultureInfo.InvariantCulture);
        label[0] = '[';
        (label[digits + 1], label[digits + 2]) = (']', ' ');
        output.Write(label[..(digits + 3)]);
        output.Write(reference.Write(record));
        output.Write("\n"u8);
    }

    public void Complete()
    {
        // Each is written as it comes.
    }
}
