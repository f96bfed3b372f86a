using System.Buffers.Binary;
using System.Text;

namespace HomeroomGraph.Data.Archive.MediaTypes;

/// <summary>The older Office formats: a compound file (MS-CFB) with a stream of a known name. Installers (.msi) are compound files too, so the first bytes tell
/// nothing: the directory is read.</summary>
internal sealed class CompoundFile
{
    private const int HeaderLength = 512, EntryLength = 128, MostDirectorySectors = 2_000, FatSectorsInHeader = 109;
    private const uint LastRegularSector = 0xFFFFFFFA;

    private readonly Stream content;
    private readonly byte[] header = new byte[HeaderLength];
    private readonly int sectorLength;

    private CompoundFile(Stream content)
    {
        this.content = content;
        content.Position = 0;
        content.ReadExactly(header);
        ReadOnlySpan<byte> signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        int shift = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30));
        if (!header.AsSpan().StartsWith(signature) || shift is not (9 or 12)) throw new InvalidDataException();
        sectorLength = 1 << shift;
    }

    public static ContentFault? Word(Stream content) => Test(content, "WordDocument");

    public static ContentFault? Excel(Stream content) => Test(content, "Workbook", "Book");

    public static ContentFault? PowerPoint(Stream content) => Test(content, "PowerPoint Document");

    private static ContentFault? Test(Stream content, params string[] mainStreams)
    {
        try
        {
            var names = new CompoundFile(content).Names().ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (!names.Overlaps(mainStreams)) return ContentFault.OfOtherType;
            return names.Contains("VBA") || names.Contains("_VBA_PROJECT") ? ContentFault.Runs : null;
        }
        catch (Exception unsound) when (unsound is InvalidDataException or EndOfStreamException)
        {
            return ContentFault.OfOtherType;
        }
    }

    /// <summary>The names of all streams and storages (2.6.1).</summary>
    private IEnumerable<string> Names()
    {
        var sector = new byte[sectorLength];
        int read = 0;
        for (uint number = At(header, 48); number <= LastRegularSector; number = Next(number))
        {
            if (++read > MostDirectorySectors) throw new InvalidDataException();
            ReadSector(number, sector);
            for (int at = 0; at < sectorLength; at += EntryLength)
            {
                int length = BinaryPrimitives.ReadUInt16LittleEndian(sector.AsSpan(at + 64));
                if (sector[at + 66] != 0 && length is >= 2 and <= 64) yield return Encoding.Unicode.GetString(sector, at, length - 2);
            }
        }
    }

    /// <summary>The sector that follows in a chain (2.3).</summary>
    private uint Next(uint number)
    {
        uint perSector = (uint)sectorLength / sizeof(uint);
        return ReadAt(FatSector(number / perSector), number % perSector);
    }

    /// <summary>Where a part of the table of sectors lies: the header names the first 109, a chain the others (2.5).</summary>
    private uint FatSector(uint index)
    {
        if (index < FatSectorsInHeader) return At(header, 76 + (int)index * sizeof(uint));
        uint perSector = (uint)sectorLength / sizeof(uint) - 1;
        index -= FatSectorsInHeader;
        uint named = At(header, 68);
        for (; index >= perSector; index -= perSector) named = ReadAt(named, perSector);
        return ReadAt(named, index);
    }

    private uint ReadAt(uint number, uint index)
    {
        var value = new byte[sizeof(uint)];
        Seek(number, index * sizeof(uint));
        content.ReadExactly(value);
        return BinaryPrimitives.ReadUInt32LittleEndian(value);
    }

    private void ReadSector(uint number, byte[] sector)
    {
        Seek(number, 0);
        content.ReadExactly(sector);
    }

    private void Seek(uint number, uint offset)
    {
        long position = (number + 1L) * sectorLength + offset;
        if (number > LastRegularSector || position >= content.Length) throw new InvalidDataException();
        content.Position = position;
    }

    private static uint At(byte[] bytes, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(offset));
}
