using System.Text.Json;
using HomeroomGraph.GraphQL.Answers;
using HomeroomGraph.GraphQL.RateLimits;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>Where an answer is written. The first 256 KB stay in memory, so that a failure until then is still a clean answer;
/// what is larger is sent as it grows.</summary>
public sealed class ResponseOutput : IDisposable
{
    private const int LargeAnswer = 256 * 1024;

    private const byte Mark = (byte)'\t';

    private readonly PooledBuffer _buffer = new(16 * 1024);
    private readonly Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> _send;
    private long _marksSent;

    /// <param name="send">Sends a part of the answer on; the first call begins the answer.</param>
    public ResponseOutput(Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> send)
    {
        _send = send;
        Json = new Utf8JsonWriter(_buffer, ResponseJson.WriterOptions);
    }

    internal Utf8JsonWriter Json { get; }

    /// <summary>Whether the tabs that mark rows are counted (<see cref="CostMeter"/>).</summary>
    internal bool CountsMarks { get; set; }

    /// <summary>The marks of rows written so far.</summary>
    internal long CountMarks()
    {
        Json.Flush();
        return _marksSent + _buffer.WrittenSpan.Count(Mark);
    }

    /// <summary>True once a part was sent: from then on a failure can only break the connection off.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>What is sent now is the last part of the answer.</summary>
    public bool IsEnding { get; private set; }

    /// <summary>The answer has errors beside its data; known before anything of it is sent.</summary>
    public bool HasErrors { get; internal set; }

    /// <summary>Where the client stands once it has paid, known before anything is sent; null where cost is not bounded over time.</summary>
    public RateLimit? RateLimit { get; internal set; }

    /// <summary>Whether the version of the data is looked up before the data, in the same round trip.</summary>
    internal bool AsksForVersion { get; set; }

    /// <summary>The version, known before anything is sent; null where it was not asked for, or there is none.</summary>
    internal DataVersion? Version { get; set; }

    internal ValueTask FlushIfLargeAsync(CancellationToken cancellation) =>
        _buffer.WrittenCount + Json.BytesPending > LargeAnswer ? SendAsync(cancellation) : ValueTask.CompletedTask;

    /// <summary>Sends what is left.</summary>
    public ValueTask CompleteAsync(CancellationToken cancellation)
    {
        IsEnding = true;
        return SendAsync(cancellation);
    }

    /// <summary>Forgets what was not sent, for another answer in its place.</summary>
    public void Restart()
    {
        if (HasBegun) throw new InvalidOperationException("A part of the answer is sent already.");
        HasErrors = false;
        Version = null;
        _buffer.ResetWrittenCount();
        Json.Reset(_buffer);
    }

    private async ValueTask SendAsync(CancellationToken cancellation)
    {
        Json.Flush();
        HasBegun = true;
        if (CountsMarks) _marksSent += _buffer.WrittenSpan.Count(Mark);
        await _send(_buffer.WrittenMemory, cancellation);
        _buffer.ResetWrittenCount();
    }

    public void Dispose()
    {
        // What is pending is of no use to anybody, and would be written to memory that is given back.
        Json.Reset();
        Json.Dispose();
        _buffer.Dispose();
    }
}
