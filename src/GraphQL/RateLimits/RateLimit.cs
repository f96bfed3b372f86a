namespace HomeroomGraph.GraphQL.RateLimits;

/// <summary>Where a client stands with its budget of cost.</summary>
/// <param name="Limit">The most that it can save up, and what it gets in a minute, in points of cost.</param>
/// <param name="Remaining">What it can spend now.</param>
/// <param name="ResetAt">When it is full again if nothing more is spent.</param>
public sealed record RateLimit(int Limit, int Remaining, DateTimeOffset ResetAt);
