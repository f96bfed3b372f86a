using System.Buffers;
using System.Text.Json;
using HomeroomGraph.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace HomeroomGraph.GraphQL.AspNetCore;

/// <summary>Server-sent events on a response. JSON is written without line breaks, so an event's data is one line.</summary>
internal sealed class EventStream(HttpResponse response)
{
    /// <summary>An event has begun and not ended: what comes now can only break off.</summary>
    public bool IsInside { get; private set; }

    /// <summary>Sends the headers.</summary>
    public async Task BeginAsync(CancellationToken cancellation)
    {
        if (response.HasStarted) return;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        // A proxy that gathers answers would keep events back.
        response.Headers["X-Accel-Buffering"] = "no";
        await response.StartAsync(cancellation);
    }

    /// <summary>Shows that the stream is alive: a comment.</summary>
    public async Task PingAsync(CancellationToken cancellation)
    {
        await BeginAsync(cancellation);
        await response.BodyWriter.WriteAsync(":\n\n"u8.ToArray(), cancellation);
    }

    /// <summary>Sends an answer.</summary>
    public async Task NextAsync(ReadOnlyMemory<byte> answer, CancellationToken cancellation)
    {
        await WritePartAsync(answer, cancellation);
        await EndPartsAsync(cancellation);
    }

    /// <summary>Sends an answer that is errors only.</summary>
    public async Task NextAsync(IReadOnlyList<GraphQLError> errors, CancellationToken cancellation)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, ResponseJson.WriterOptions)) ResponseJson.WriteRefusal(json, errors);
        await NextAsync(buffer.WrittenMemory, cancellation);
    }

    /// <summary>Sends a part of an answer.</summary>
    public async ValueTask WritePartAsync(ReadOnlyMemory<byte> part, CancellationToken cancellation)
    {
        await BeginAsync(cancellation);
        if (!IsInside) response.BodyWriter.Write("event: next\ndata: "u8);
        IsInside = true;
        await response.BodyWriter.WriteAsync(part, cancellation);
    }

    /// <summary>The answer is whole.</summary>
    public async Task EndPartsAsync(CancellationToken cancellation)
    {
        await response.BodyWriter.WriteAsync("\n\n"u8.ToArray(), cancellation);
        IsInside = false;
    }

    /// <summary>Nothing more comes.</summary>
    public async Task CompleteAsync(CancellationToken cancellation)
    {
        await BeginAsync(cancellation);
        await response.BodyWriter.WriteAsync("event: complete\ndata:\n\n"u8.ToArray(), cancellation);
    }
}
