namespace HomeroomGraph.Admin.Api;

/// <summary>Reaches the API: that it is away or too slow is told as a failure of the API, and not of the network.</summary>
internal static class ApiReach
{
    /// <param name="name">What is asked, for the message.</param>
    /// <param name="send">Sends it.</param>
    /// <param name="cancellationToken">The one that is sent with: that the user has gone is no failure.</param>
    /// <exception cref="ApiFailureException">It can't be reached, or did not answer in time.</exception>
    public static async Task<HttpResponseMessage> AskAsync(string name, Func<Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        try
        {
            return await send();
        }
        catch (HttpRequestException exception)
        {
            throw new ApiFailureException(ApiFailureKind.Unavailable, $"{name}: the API cannot be reached.", exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ApiFailureException(ApiFailureKind.Unavailable, $"{name}: the API did not answer in time.", exception);
        }
    }
}
