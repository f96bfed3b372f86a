using HomeroomGraph.GraphQL;

namespace HomeroomGraph.Gateway.History;

/// <summary>Why the feed of changes can't be read, and what to do.</summary>
internal sealed class FeedException : GraphQLRequestException
{
    private const string PullAnew = "Take a position (changesPosition), read all pages anew, then go on from that position.";

    private FeedException(string message, string code) : base(new GraphQLError(message, code))
    {
    }

    /// <summary>The account may not.</summary>
    public static FeedException Forbidden(string message) => new(message, ErrorCodes.Forbidden);

    /// <summary>A part of no entries has no end.</summary>
    public static FeedException NothingAsked() => new("'first' is 0; ask for one entry at least.", ErrorCodes.BadUserInput);

    /// <summary>The position is none of ours, or not of this question.</summary>
    public static FeedException Invalid(string message) => new(message, "INVALID_POSITION");

    /// <summary>What came after the position is no longer kept.</summary>
    public static FeedException Expired() => new($"What changed after this position is no longer kept. {PullAnew}", "POSITION_EXPIRED");

    /// <summary>The account reads other districts, schools or types than when the position was given.</summary>
    public static FeedException ReachChanged() =>
        new($"What this account may read has changed since the position was given, and rows that came or went with that are in no feed. {PullAnew}", "REACH_CHANGED");
}
