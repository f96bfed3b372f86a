using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace HomeroomGraph.GraphQL.AspNetCore.WebSockets;

/// <summary>GraphQL over WebSocket: the subprotocol graphql-transport-ws, with many operations of any kind on one connection.</summary>
internal sealed class WebSocketEndpoint(
    OperationRunner runner, IViewerAccessor viewers, IFaultReport faults, TransportOptions options, TimeProvider clock, IHostApplicationLifetime host)
{
    private const string Protocol = "graphql-transport-ws";

    public async Task HandleAsync(HttpContext context)
    {
        if (!IsOfThisSite(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        bool speaksOurs = context.WebSockets.WebSocketRequestedProtocols.Contains(Protocol);
        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            SubProtocol = speaksOurs ? Protocol : null,
            KeepAliveInterval = options.PingEvery,
            KeepAliveTimeout = options.SendTimeout,
        });
        if (!speaksOurs)
        {
            // In words that the client's own protocol has no answer for, a browser would tell its script nothing.
            using var writer = new SocketWriter(socket, options.SendTimeout);
            await writer.CloseAsync(CloseCode.SubprotocolNotAcceptable, $"The subprotocol is {Protocol}.");
            return;
        }
        await new SocketConnection(context, socket, runner, viewers, faults, options, clock).RunAsync(host.ApplicationStopping);
    }

    /// <summary>A browser says on whose behalf it connects, and connects for any site without asking. No credentials go along by themselves (there
    /// are no cookies), so another site could do nothing but take places here; it is refused all the same, as it is everywhere else.</summary>
    private bool IsOfThisSite(HttpRequest request)
    {
        string origin = request.Headers.Origin.ToString();
        if (origin.Length == 0 || options.OtherOrigins.Contains(origin)) return true;
        return Uri.TryCreate(origin, UriKind.Absolute, out var site)
            && (Equals(site.Authority, request.Host.Value) || Equals(site.Authority, options.PublicHost));

        static bool Equals(string mine, string? other) => mine.Equals(other, StringComparison.OrdinalIgnoreCase);
    }
}
