using System.Net.WebSockets;

namespace HomeroomGraph.GraphQL.AspNetCore.WebSockets;

/// <summary>Why a WebSocket is closed (RFC 6455, 7.4, and the protocol graphql-transport-ws).</summary>
internal static class CloseCode
{
    /// <summary>The server stops; another gateway may be there.</summary>
    public const WebSocketCloseStatus GoingAway = WebSocketCloseStatus.EndpointUnavailable;

    public const WebSocketCloseStatus MessageTooBig = WebSocketCloseStatus.MessageTooBig;
    public const WebSocketCloseStatus InvalidMessage = (WebSocketCloseStatus)4400;

    /// <summary>An operation was asked for before the connection was acknowledged.</summary>
    public const WebSocketCloseStatus Unauthorized = (WebSocketCloseStatus)4401;

    /// <summary>The credentials are not good, or no longer.</summary>
    public const WebSocketCloseStatus Forbidden = (WebSocketCloseStatus)4403;

    public const WebSocketCloseStatus SubprotocolNotAcceptable = (WebSocketCloseStatus)4406;
    public const WebSocketCloseStatus InitTimeout = (WebSocketCloseStatus)4408;
    public const WebSocketCloseStatus SubscriberAlreadyExists = (WebSocketCloseStatus)4409;
    public const WebSocketCloseStatus TooManyInitRequests = (WebSocketCloseStatus)4429;
    public const WebSocketCloseStatus InternalError = (WebSocketCloseStatus)4500;
}

/// <summary>The connection is to be closed.</summary>
internal sealed class CloseConnectionException(WebSocketCloseStatus status, string reason) : Exception(reason)
{
    public WebSocketCloseStatus Status { get; } = status;
}
