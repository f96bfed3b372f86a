using System.Buffers;
using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.RateLimits;

namespace HomeroomGraph.GraphQL.Exports;

/// <summary>Where an export is written. The first part stays in memory, so that a failure until then is still a clean answer; only
/// <see cref="CompleteAsync"/> makes the file whole.</summary>
/// <param name="send">Sends a part on; the first call begins the answer.</param>
public sealed class ExportOutput(Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> send) : Stream
{
    private const int PartSize = 128 * 1024;

    private readonly PooledBuffer _part = new(PartSize + (16 * 1024));

    /// <summary>True once a part was sent: from then on a failure can only break the connection off.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>Where the client stands once it has paid, known before anything is sent; null where cost is not bounded over time.</summary>
    public RateLimit? RateLimit { get; internal set; }

    /// <summary>For what is written in bytes and not as a stream.</summary>
    public IBufferWriter<byte> Buffer => _part;

    /// <summary>Sends what was written, where that is enough to be worth it.</summary>
    public ValueTask FlushIfLargeAsync(CancellationToken cancellation) => _part.WrittenCount >= PartSize ? SendAsync(cancellation) : ValueTask.CompletedTask;

    /// <summary>Sends what is left.</summary>
    public ValueTask CompleteAsync(CancellationToken cancellation) => SendAsync(cancellation);

    /// <summary>Forgets what was not sent, for another answer in its place.</summary>
    public void Restart()
    {
        if (HasBegun) throw new InvalidOperationException("A part of the file is sent already.");
        _part.ResetWrittenCount();
    }

    private async ValueTask SendAsync(CancellationToken cancellation)
    {
        HasBegun = true;
        await send(_part.WrittenMemory, cancellation);
        _part.ResetWrittenCount();
    }

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer) => _part.Write(buffer);

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Write(buffer.AsSpan(offset, count));
        return Task.CompletedTask;
    }

    /// <summary>Nothing: what is sent, and when, is not for who writes to say.</summary>
    public override void Flush() { }

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _part.Dispose();
        base.Dispose(disposing);
    }
}
