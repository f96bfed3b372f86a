namespace HomeroomGraph.GraphQL.Subscriptions;

/// <summary>A subscription was ended here, not by its subscriber.</summary>
public sealed class SubscriptionEndedException(GraphQLError error) : Exception(error.Message)
{
    /// <summary>What the subscriber is told.</summary>
    public GraphQLError Error { get; } = error;

    /// <summary>The credentials are no longer good for what they were: nothing else that rests on them goes on either.</summary>
    public bool EndsCredentials => Error.Code is ErrorCodes.Unauthenticated or ErrorCodes.AccessChanged;
}

/// <summary>Why subscriptions are ended.</summary>
internal static class SubscriptionEnd
{
    public static readonly GraphQLError Expired = new("The access token has expired. Sign in again and subscribe anew.", ErrorCodes.Unauthenticated);

    public static readonly GraphQLError AccessChanged = new(
        "The rights of the account have changed, or its session has ended. Subscribe anew to see what it sees now.", ErrorCodes.AccessChanged);

    public static GraphQLError TooSlow(int waiting) => new(
        $"More than {waiting} changed rows waited for the subscriber. Read the rows anew and subscribe again.", ErrorCodes.SubscriberTooSlow);

    public static GraphQLError TooManyRows(int rows) => new(
        $"The subscription has told of {rows} rows, and no more are remembered. Subscribe again.", ErrorCodes.LimitExceeded);
}
