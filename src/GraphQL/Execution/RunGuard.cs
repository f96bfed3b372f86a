using Npgsql;

namespace HomeroomGraph.GraphQL.Execution;

/// <summary>Runs an operation within its time, and turns what the database refuses of a client's values into an error of the client's.
/// As long as nothing was sent that is a clean answer; afterwards the exception passes, and the transport breaks the answer off.</summary>
internal static class RunGuard
{
    /// <param name="hasBegun">Whether a part of the answer was sent.</param>
    /// <exception cref="GraphQLRequestException">The time is over, or the database refuses a value or the size; nothing was sent.</exception>
    public static async Task RunAsync(Func<CancellationToken, Task> run, TimeSpan timeLimit, Func<bool> hasBegun, CancellationToken cancellation)
    {
        using var time = TimeLimit.Begin(timeLimit, cancellation);
        try
        {
            await run(time.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested && time.Token.IsCancellationRequested)
        {
            throw hasBegun() ? new TimeoutException("The operation took too long while its answer was sent.") : TimedOut(timeLimit);
        }
        catch (PostgresException fault) when (!hasBegun() && Refusal(fault, timeLimit) is { } refusal)
        {
            throw refusal;
        }
    }

    private static GraphQLRequestException TimedOut(TimeSpan limit) => new(new GraphQLError(
        $"The operation took longer than {limit.TotalSeconds:0.#} s and was stopped. Ask for less at once.", ErrorCodes.Timeout));

    /// <summary>By the class of the SQLSTATE. PostgreSQL's own words stay out: they may hold names, values and statements.</summary>
    private static GraphQLRequestException? Refusal(PostgresException fault, TimeSpan timeLimit) => fault.SqlState switch
    {
        PostgresErrorCodes.QueryCanceled => TimedOut(timeLimit),
        ['2', '2', ..] => new GraphQLRequestException(new GraphQLError(
            "A value of the request is outside of what can be compared or computed here.", ErrorCodes.BadUserInput)),
        ['5', '4', ..] => new GraphQLRequestException(new GraphQLError("The operation is larger than the database takes.", ErrorCodes.LimitExceeded)),
        _ => null,
    };
}
