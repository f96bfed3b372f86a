using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using static HomeroomGraph.Gateway.Tests.Documents.DocumentCalls;

namespace HomeroomGraph.Gateway.Tests.Documents;

/// <summary>Documents by their ids, and the restriction to registered ones, on the transports of subscriptions.</summary>
public sealed class OtherTransportTests(OwnDocumentGateway gateway) : IClassFixture<OwnDocumentGateway>
{
    private static readonly string Registered = HashOfFile("Organisation/Today");

    [Fact]
    public async Task Server_sent_events_take_both()
    {
        var (_, token) = await gateway.ClientAsync(trustedDocumentsOnly: true);

        Assert.Contains("\"today\":\"2026-11-16\"", await EventsAsync(new { documentId = Registered }, token), StringComparison.Ordinal);
        Assert.Contains("\"today\":\"2026-11-16\"", await EventsAsync(new { extensions = Persisted(Registered) }, token), StringComparison.Ordinal);
        Assert.Contains("DOCUMENT_NOT_TRUSTED", await EventsAsync(new { query = "{ __typename }" }, token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WebSockets_take_both()
    {
        var (_, token) = await gateway.ClientAsync(trustedDocumentsOnly: true);
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new UriBuilder(new Uri(gateway.Http.BaseAddress!, "/graphql")) { Scheme = "ws" }.Uri, TestContext.Current.CancellationToken);
        Assert.Contains("connection_ack", await SayAsync(socket, new { type = "connection_init", payload = new { Authorization = $"Bearer {token}" } }), StringComparison.Ordinal);

        Assert.Contains("\"today\":\"2026-11-16\"", await SayAsync(socket, Subscribe("1", new { documentId = Registered })), StringComparison.Ordinal);
        Assert.Contains("complete", await HearAsync(socket), StringComparison.Ordinal);
        Assert.Contains("\"today\":\"2026-11-16\"", await SayAsync(socket, Subscribe("2", new { extensions = Persisted(Registered) })), StringComparison.Ordinal);
        Assert.Contains("complete", await HearAsync(socket), StringComparison.Ordinal);
        Assert.Contains("DOCUMENT_NOT_TRUSTED", await SayAsync(socket, Subscribe("3", new { query = "{ __typename }" })), StringComparison.Ordinal);
    }

    private async Task<string> EventsAsync(object body, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new("Bearer", token);
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var answer = await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static object Subscribe(string id, object payload) => new { id, type = "subscribe", payload };

    private static async Task<string> SayAsync(ClientWebSocket socket, object message)
    {
        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);
        return await HearAsync(socket);
    }

    private static async Task<string> HearAsync(ClientWebSocket socket)
    {
        var bytes = new byte[64 * 1024];
        int length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(bytes.AsMemory(length), TestContext.Current.CancellationToken);
            length += part.Count;
            if (part.EndOfMessage) return Encoding.UTF8.GetString(bytes, 0, length);
        }
    }
}
