using System.Buffers;

namespace HomeroomGraph.Data.Papers.References;

/// <summary>A BibTeX file: an entry each, an empty line between.</summary>
internal sealed class BibTexList(IBufferWriter<byte> output) : IReferenceList
{
    private readonly BibTexEntry entry = new();
    private bool isBegun;

    public void Add(Reference record)
    {
        if (isBegun) output.Write("\n"u8);
        isBegun = true;
        output.Write(entry.Write(record));
    }

    public void Complete()
    {
        // Each is written as it comes.
    }
}
