namespace HomeroomGraph.GraphQL.RateLimits;

/// <summary>The client has spent what it may for now.</summary>
/// <param name="standing">Where it stands.</param>
/// <param name="retryAfter">When there is enough again for what it asked for.</param>
public sealed class BudgetSpentException(RateLimit standing, TimeSpan retryAfter) : GraphQLRequestException(new GraphQLError(
    $"The budget is spent: {standing.Limit} points of cost a minute. Ask again in {Seconds(retryAfter)} s, or for less at once.", ErrorCodes.TooManyRequests))
{
    public RateLimit Standing { get; } = standing;

    /// <summary>In whole seconds, as the header of that name has it.</summary>
    public int RetryAfter { get; } = Seconds(retryAfter);

    private static int Seconds(TimeSpan time) => Math.Max(1, (int)Math.Ceiling(time.TotalSeconds));
}
