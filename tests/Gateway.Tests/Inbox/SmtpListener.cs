using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HomeroomGraph.Gateway.Tests.Inbox;

/// <summary>A mail server of the test's own (RFC 5321, as much as a sender needs), on a free port of this machine.</summary>
internal sealed class SmtpListener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;

    public SmtpListener()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The mails it took: to whom, and the whole text.</summary>
    public ConcurrentQueue<(string To, string Text)> Mails { get; } = [];

    /// <summary>Addresses for which it refuses a mail for now (451), once.</summary>
    public ConcurrentDictionary<string, bool> Refusing { get; } = [];

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = AnswerAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (OperationCanceledException)
        {
            // It is the end.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using var _ = client;
        await using var stream = client.GetStream();
        using var lines = new StreamReader(stream, Encoding.UTF8);
        await SayAsync("220 test");
        string to = "";
        while (await lines.ReadLineAsync(_stop.Token) is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO" or "HELO": await SayAsync("250 test"); break;
                case "RCPT": to = line; await SayAsync("250 ok"); break;
                case "DATA" when Refusing.Keys.FirstOrDefault(refused => to.Contains(refused, StringComparison.Ordinal)) is { } refused:
                    Refusing.TryRemove(refused, out bool _);
                    await SayAsync("451 try again later");
                    break;
                case "DATA":
                    await SayAsync("354 go on");
                    var text = new StringBuilder();
                    while (await lines.ReadLineAsync(_stop.Token) is { } data && data != ".") text.AppendLine(data);
                    Mails.Enqueue((to, text.ToString()));
                    await SayAsync("250 taken");
                    break;
                case "QUIT": await SayAsync("221 bye"); return;
                default: await SayAsync("250 ok"); break;
            }
        }

        async Task SayAsync(string words) => await stream.WriteAsync(Encoding.ASCII.GetBytes(words + "\r\n"), _stop.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }
}
