using Npgsql;

namespace HomeroomGraph.Data.Archive;

/// <summary>The bytes of a document, read from the database a part at a time: a slow reader holds neither them nor a connection.</summary>
/// <param name="contents">Under the role that reads contents.</param>
/// <param name="districtId">The district.</param>
/// <param name="sha256">The content's hash.</param>
/// <param name="length">Its size in bytes.</param>
public sealed class ContentStream(NpgsqlDataSource contents, int districtId, string sha256, long length) : Stream
{
    private const int PartLength = 512 << 10;

    private const string PartSql =
        "select substring(c.bytes from $3 for $4) from homeroom.document_content c where c.district_id = $1 and c.sha256 = $2";

    private byte[] part = [];
    private long partStart;

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => length;
    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= length || buffer.IsEmpty) return 0;
        if (Position < partStart || Position >= partStart + part.Length)
            (part, partStart) = (await PartAsync(Position, cancellationToken), Position);
        var there = part.AsMemory((int)(Position - partStart));
        if (there.Length > buffer.Length) there = there[..buffer.Length];
        there.CopyTo(buffer);
        Position += there.Length;
        return there.Length;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => length + offset,
    };

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Flush() { }

    private async Task<byte[]> PartAsync(long position, CancellationToken cancellation)
    {
        await using var command = contents.CreateCommand(PartSql);
        command.Parameters.Add(new() { Value = districtId });
        command.Parameters.Add(new() { Value = sha256 });
        command.Parameters.Add(new() { Value = (int)position + 1 });
        command.Parameters.Add(new() { Value = (int)Math.Min(PartLength, length - position) });
        return await command.ExecuteScalarAsync(cancellation) is byte[] { Length: > 0 } bytes
            ? bytes
            : throw new IOException($"The content {sha256} of district {districtId} is no longer there.");
    }
}
