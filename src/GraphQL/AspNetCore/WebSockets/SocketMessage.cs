using System.Text.Json;
using HomeroomGraph.GraphQL.Operations;

namespace HomeroomGraph.GraphQL.AspNetCore.WebSockets;

/// <summary>A message of a client (graphql-transport-ws).</summary>
internal abstract record SocketMessage
{
    /// <param name="Authorization">The credentials among the parameters of the connection; null without.</param>
    public sealed record ConnectionInit(string? Authorization) : SocketMessage;

    /// <param name="Payload">Sent back as it came.</param>
    public sealed record Ping(JsonElement? Payload) : SocketMessage;

    public sealed record Pong : SocketMessage;

    /// <param name="Request">The parameters of a request.</param>
    public sealed record Subscribe(string Id, GraphQLRequest Request) : SocketMessage;

    public sealed record Complete(string Id) : SocketMessage;

    private const int LongestId = 128;

    /// <exception cref="CloseConnectionException">It is none of the protocol's messages.</exception>
    public static SocketMessage Read(ReadOnlyMemory<byte> text)
    {
        try
        {
            var message = StrictJson.Parse(text, "The message");
            if (message.ValueKind != JsonValueKind.Object) throw Invalid("The message is not a JSON object.");
            return Text(message, "type") switch
            {
                "connection_init" => new ConnectionInit(AuthorizationOf(PayloadOf(message))),
                "ping" => new Ping(PayloadOf(message)),
                "pong" => new Pong(),
                "subscribe" => new Subscribe(
                    IdOf(message), RequestReader.FromObject(PayloadOf(message) ?? throw Invalid("The message 'subscribe' has no payload."))),
                "complete" => new Complete(IdOf(message)),
                _ => throw Invalid("The message's type is none of connection_init, ping, pong, subscribe and complete."),
            };
        }
        catch (HttpRequestRefusedException refused)
        {
            throw Invalid(refused.Message);
        }
    }

    private static string IdOf(JsonElement message) =>
        Text(message, "id") is { Length: > 0 and <= LongestId } id ? id : throw Invalid($"The message needs an id of at most {LongestId} characters.");

    /// <summary>Browsers can send no header with a WebSocket, so the credentials come in the first message, under the header's name.</summary>
    private static string? AuthorizationOf(JsonElement? parameters)
    {
        if (parameters is not { } given) return null;
        foreach (var parameter in given.EnumerateObject())
        {
            if (!parameter.Name.Equals("Authorization", StringComparison.OrdinalIgnoreCase)) continue;
            return parameter.Value.ValueKind is JsonValueKind.String or JsonValueKind.Null
                ? parameter.Value.GetString() : throw Invalid("'Authorization' is not a string.");
        }
        return null;
    }

    private static JsonElement? PayloadOf(JsonElement message)
    {
        if (!message.TryGetProperty("payload", out var payload) || payload.ValueKind == JsonValueKind.Null) return null;
        return payload.ValueKind == JsonValueKind.Object ? payload : throw Invalid("The message's payload is not an object.");
    }

    private static string? Text(JsonElement message, string name) =>
        message.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static CloseConnectionException Invalid(string why) => new(CloseCode.InvalidMessage, why);
}
