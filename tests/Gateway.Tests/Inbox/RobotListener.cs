using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HomeroomGraph.Gateway.Tests.Inbox;

/// <summary>A group robot of the test's own, on a free port of this machine.</summary>
internal sealed class RobotListener : IAsyncDisposable
{
    private readonly WebApplication _host;

    public RobotListener()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _host = builder.Build();
        _host.Urls.Add("http://127.0.0.1:0");
        _host.Run(AnswerAsync);
    }

    /// <summary>What came: path with query, the key of the attempt, the body.</summary>
    public ConcurrentQueue<(string Address, string Key, string Body)> Posts { get; } = [];

    /// <summary>What it answers next: status, body, and where it sends on.</summary>
    public ConcurrentQueue<(int Status, string Body, string? Location)> Answers { get; } = [];

    public Uri Origin => new(_host.Urls.Single());

    public Task StartAsync() => _host.StartAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body);
        Posts.Enqueue(($"{context.Request.Path}{context.Request.QueryString}", context.Request.Headers["Idempotency-Key"].ToString(), await body.ReadToEndAsync()));
        var (status, answer, location) = Answers.TryDequeue(out var next) ? next : (200, """{"errcode":0,"errmsg":"ok"}""", null);
        context.Response.StatusCode = status;
        if (location is not null) context.Response.Headers.Location = location;
        await context.Response.WriteAsync(answer);
    }

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();
}
