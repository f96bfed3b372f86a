using System.IO.Compression;

namespace HomeroomGraph.Data.Import.Files;

/// <summary>
/// A packed file as it is unpacked: it may not grow beyond what the archive declares (which was held against the limits), and
/// at its end the length and checksum must be the declared ones.
/// </summary>
internal sealed class CheckedEntryStream(ZipArchiveEntry entry, Stream inner) : Stream
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(TableEntry)];
    private uint checksum = uint.MaxValue;
    private long length;

    public override int Read(Span<byte> buffer)
    {
        var read = Unpack(buffer);
        length += read;
        foreach (var value in buffer[..read]) checksum = (checksum >> 8) ^ Table[(byte)(checksum ^ value)];
        if (length > entry.Length || (read == 0 && buffer.Length > 0 && (length != entry.Length || ~checksum != entry.Crc32)))
            throw Damaged(null);
        return read;
    }

    private int Unpack(Span<byte> buffer)
    {
        try
        {
            return inner.Read(buffer);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw Damaged(e);
        }
    }

    private ImportRefusedException Damaged(Exception? cause) => new(
        "zip-damaged",
        $"压缩包中的 {entry.FullName} 已损坏（内容与压缩包的记录不符）。",
        $"{entry.FullName} in the archive is damaged: its content is not what the archive says.",
        cause);

    // CRC-32 of the zip format (APPNOTE 4.4.7), reflected polynomial.
    private static uint TableEntry(int index)
    {
        var value = (uint)index;
        for (var bit = 0; bit < 8; bit++) value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xEDB88320;
        return value;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => entry.Length;
    public override long Position { get => length; set => throw new NotSupportedException(); }
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
