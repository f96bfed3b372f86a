using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace HomeroomGraph.Gateway.Tests.Auth.Attacks;

/// <summary>Sends tokens in the first message of a WebSocket (graphql-transport-ws), where no middleware has looked at them before.</summary>
internal static class SocketCaller
{
    private const int Forbidden = 4403;

    /// <summary>The connection is closed as forbidden, in words that tell nothing of the server; or accepted, with the genuine token.</summary>
    public static async Task RefusedAsync(GatewayFixture gateway, string attack, string token)
    {
        var (message, closed) = await SayAsync(gateway, token);

        Assert.True((int?)closed?.Status == Forbidden, $"{attack}: {message} {closed}");
        Assert.True(AttackCaller.TellsNothing(closed!.Value.Why, token), $"{attack}: {closed}");
        Assert.False(AttackTrap.WasEntered(), attack);
    }

    public static async Task ServedAsync(GatewayFixture gateway, string token) =>
        Assert.Contains("connection_ack", (await SayAsync(gateway, token)).Message, StringComparison.Ordinal);

    private static async Task<(string Message, (WebSocketCloseStatus? Status, string Why)? Closed)> SayAsync(GatewayFixture gateway, string token)
    {
        var stop = TestContext.Current.CancellationToken;
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        socket.Options.Proxy = null;
        await socket.ConnectAsync(new UriBuilder(new Uri(gateway.Http.BaseAddress!, "/graphql")) { Scheme = "ws" }.Uri, stop);
        var hello = JsonSerializer.SerializeToUtf8Bytes(new { type = "connection_init", payload = new { Authorization = $"Bearer {token}" } });
        await socket.SendAsync(hello, WebSocketMessageType.Text, endOfMessage: true, stop);
        var buffer = new byte[4_096];
        var received = await socket.ReceiveAsync(buffer, stop);
        return received.MessageType == WebSocketMessageType.Close
            ? ("", (received.CloseStatus, received.CloseStatusDescription ?? ""))
            : (Encoding.UTF8.GetString(buffer, 0, received.Count), null);
    }
}
