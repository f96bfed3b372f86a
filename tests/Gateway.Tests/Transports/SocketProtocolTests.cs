using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace HomeroomGraph.Gateway.Tests.Transports;

/// <summary>The protocol graphql-transport-ws where npm's client keeps to it: what else may come, and with which code the socket is closed.</summary>
public sealed class SocketProtocolTests(TwoGateways gateway) : IClassFixture<TwoGateways>
{
    private const string Init = """{"type":"connection_init","payload":{"Authorization":"Bearer TOKEN"}}""";
    private const string Follow = """{"id":"1","type":"subscribe","payload":{"query":"subscription { paperChanged { id } }"}}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(4400, "not JSON")]
    [InlineData(4400, "[]")]
    [InlineData(4400, """{"type":"unknown"}""")]
    [InlineData(4400, """{"type":"ping","type":"ping"}""")]
    [InlineData(4400, """{"type":"connection_init","payload":[]}""")]
    [InlineData(4400, """{"type":"connection_init","payload":{"Authorization":1}}""")]
    [InlineData(4400, Init, """{"type":"subscribe","payload":{"query":"{ __typename }"}}""")]
    [InlineData(4400, Init, """{"id":"1","type":"subscribe"}""")]
    [InlineData(4400, Init, """{"id":"1","type":"subscribe","payload":{}}""")]
    [InlineData(4400, Init, """{"id":"1","type":"subscribe","payload":{"query":1}}""")]
    [InlineData(4401, Follow)]
    [InlineData(4403, """{"type":"connection_init"}""")]
    [InlineData(4403, """{"type":"connection_init","payload":{"Authorization":"Bearer x.y.z"}}""")]
    [InlineData(4403, """{"type":"connection_init","payload":{"Authorization":"Basic eDp5"}}""")]
    [InlineData(4409, Init, Follow, Follow)]
    [InlineData(4429, Init, Init)]
    public async Task What_is_not_of_the_protocol_closes_the_socket_with_its_code(int code, params string[] messages)
    {
        string token = await gateway.SignInAsync("analyst-370403");
        using var socket = await ConnectAsync();
        foreach (string message in messages) await SendAsync(socket, message.Replace("TOKEN", token, StringComparison.Ordinal));
        Assert.Equal(code, await CloseCodeAsync(socket));
    }

    [Fact]
    public async Task A_binary_message_and_one_that_is_too_large_close_the_socket()
    {
        using var binary = await ConnectAsync();
        await binary.SendAsync("{}"u8.ToArray(), WebSocketMessageType.Binary, true, Cancellation);
        Assert.Equal(4400, await CloseCodeAsync(binary));

        using var large = await ConnectAsync();
        await SendAsync(large, $$$"""{"type":"ping","payload":{"x":"{{{new string('x', 1024 * 1024)}}}"}}""");
        Assert.Equal(1009, await CloseCodeAsync(large));
    }

    [Fact]
    public async Task A_client_that_does_not_say_who_it_is_is_not_waited_for()
    {
        using var socket = await ConnectAsync();
        await SendAsync(socket, """{"type":"ping"}""");
        await ReceiveAsync(socket);
        gateway.Time.Forward(TimeSpan.FromSeconds(11));
        Assert.Equal(4408, await CloseCodeAsync(socket));
    }

    [Fact]
    public async Task Another_subprotocol_is_not_spoken_and_another_site_is_refused()
    {
        using var other = await ConnectAsync(socket => socket.Options.AddSubProtocol("graphql-ws"), protocol: null);
        Assert.Equal(4406, await CloseCodeAsync(other));

        foreach (string origin in (string[])["https://elsewhere.test", "null"])
        {
            var refused = await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(socket =>
            {
                socket.Options.CollectHttpResponseDetails = true;
                socket.Options.SetRequestHeader("Origin", origin);
            }));
            Assert.Contains("403", refused.Message, StringComparison.Ordinal);
        }

        using var same = await ConnectAsync(socket => socket.Options.SetRequestHeader("Origin", $"http://{gateway.First.Authority}"));
        using var front = await ConnectAsync(socket => socket.Options.SetRequestHeader("Origin", "https://homeroom.test"));
    }

    [Fact]
    public async Task Many_operations_go_over_one_socket_with_the_token_of_the_header()
    {
        string token = await gateway.SignInAsync("analyst-370403");
        using var socket = await ConnectAsync(socket => socket.Options.SetRequestHeader("Authorization", $"Bearer {token}"));
        await SendAsync(socket, """{"type":"connection_init"}""");
        Assert.Equal("connection_ack", await TypeAsync(socket));
        await SendAsync(socket, """{"type":"ping","payload":{"a":[1,"二"]}}""");
        Assert.Equal("""{"type":"pong","payload":{"a":[1,"二"]}}""", await ReceiveAsync(socket));
        await SendAsync(socket, """{"type":"pong"}""");
        await SendAsync(socket, """{"id":"of nobody","type":"complete"}""");

        await SendAsync(socket, """{"id":"q","type":"subscribe","payload":{"query":"query Q($n: Int!) { schools(first: $n) { nodes { name } } }","operationName":"Q","variables":{"n":1}}}""");
        var next = JsonDocument.Parse(await ReceiveAsync(socket)).RootElement;
        Assert.Equal(("q", "next"), (next.GetProperty("id").GetString(), next.GetProperty("type").GetString()));
        Assert.Equal(1, next.GetProperty("payload").GetProperty("data").GetProperty("schools").GetProperty("nodes").GetArrayLength());
        Assert.Equal("""{"id":"q","type":"complete"}""", await ReceiveAsync(socket));

        // An id is free again after its last message; operations at a time are bounded.
        for (int n = 1; n <= TwoGateways.SocketOperations; n++)
            await SendAsync(socket, $$$"""{"id":"{{{n}}}","type":"subscribe","payload":{"query":"subscription { paperChanged { id } }"}}""");
        await SendAsync(socket, """{"id":"q","type":"subscribe","payload":{"query":"{ __typename }"}}""");
        var refused = JsonDocument.Parse(await ReceiveAsync(socket)).RootElement;
        Assert.Equal(("q", "error"), (refused.GetProperty("id").GetString(), refused.GetProperty("type").GetString()));
        Assert.Equal("LIMIT_EXCEEDED", refused.GetProperty("payload")[0].GetProperty("extensions").GetProperty("code").GetString());

        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, Cancellation);
        Assert.Equal(1000, (int)socket.CloseStatus!);
    }

    [Fact]
    public async Task A_subscription_by_plain_HTTP_is_told_of_the_two_transports()
    {
        string token = await gateway.SignInAsync("analyst-370403");
        var answer = await gateway.PostAsync("subscription { paperChanged { id } }", token: token);
        var error = answer.GetProperty("errors")[0];
        Assert.Equal("BAD_REQUEST", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Contains("text/event-stream", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("graphql-transport-ws", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_stream_is_for_whoever_asks_for_one_and_malformed_requests_have_a_status()
    {
        string token = await gateway.SignInAsync("analyst-370403");
        Assert.Equal((HttpStatusCode.OK, "text/event-stream"), await AskAsync(token, """{"query":"{ __typename }"}""", "text/event-stream"));
        Assert.Equal((HttpStatusCode.OK, "application/json"), await AskAsync(token, """{"query":"{ __typename }"}""", "application/json, text/event-stream;q=0.5"));
        Assert.Equal((HttpStatusCode.BadRequest, "application/json"), await AskAsync(token, """{"query":""", "text/event-stream"));
        Assert.Equal((HttpStatusCode.BadRequest, "application/json"), await AskAsync(token, "{}", "text/event-stream"));
    }

    private async Task<(HttpStatusCode, string?)> AskAsync(string token, string body, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, gateway.First) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("accept", accept);
        request.Headers.Authorization = new("Bearer", token);
        using var answer = await gateway.Http.SendAsync(request, Cancellation);
        return (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType);
    }

    private async Task<ClientWebSocket> ConnectAsync(Action<ClientWebSocket>? options = null, string? protocol = "graphql-transport-ws")
    {
        var socket = new ClientWebSocket();
        if (protocol is not null) socket.Options.AddSubProtocol(protocol);
        options?.Invoke(socket);
        await socket.ConnectAsync(new UriBuilder(gateway.First) { Scheme = "ws" }.Uri, Cancellation);
        return socket;
    }

    private static Task SendAsync(ClientWebSocket socket, string message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, Cancellation);

    private static async Task<string?> TypeAsync(ClientWebSocket socket) =>
        JsonDocument.Parse(await ReceiveAsync(socket)).RootElement.GetProperty("type").GetString();

    /// <summary>The next message; empty when the server closes.</summary>
    private static async Task<string> ReceiveAsync(ClientWebSocket socket)
    {
        var buffer = new byte[64 * 1024];
        int length = 0;
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(length), Cancellation);
            if (received.MessageType == WebSocketMessageType.Close) return "";
            length += received.Count;
            if (received.EndOfMessage) return Encoding.UTF8.GetString(buffer, 0, length);
        }
    }

    private static async Task<int> CloseCodeAsync(ClientWebSocket socket)
    {
        while (await ReceiveAsync(socket) != "");
        return (int)socket.CloseStatus!;
    }
}
