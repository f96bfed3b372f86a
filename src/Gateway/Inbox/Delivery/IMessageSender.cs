using HomeroomGraph.Data.Inbox;

namespace HomeroomGraph.Gateway.Inbox.Delivery;

/// <summary>Sends messages by one way.</summary>
internal interface IMessageSender
{
    MessageChannel Channel { get; }

    /// <exception cref="NotSentException">It was not taken.</exception>
    Task SendAsync(OutboxMessage message, CancellationToken cancellation);
}

/// <summary>A message was not taken. Its text is for the person whose message it is, and has no secret in it.</summary>
internal sealed class NotSentException(string why) : Exception(why);
