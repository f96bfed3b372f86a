using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace HomeroomGraph.Gateway.Auth;

/// <summary>The metadata and keys of the foreign authority, by discovery. They are read anew each hour, and when a token names a key that
/// is not among them: then at most every half minute, for a flood of false tokens must not become one of requests to the authority. An
/// authority that hangs holds up one request only, and those whose key nobody knows yet.</summary>
internal sealed partial class ForeignAuthority(ForeignTerms terms, TimeProvider clock, ILogger<ForeignAuthority> logger) : IDisposable
{
    /// <summary>How often it is asked again when it did not answer, or did not know a key.</summary>
    public static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan ReadAnewAfter = TimeSpan.FromHours(1), Patience = TimeSpan.FromSeconds(10);
    private const int LargestDocument = 1024 * 1024;

    private readonly HttpClient http = new() { Timeout = Patience, MaxResponseContentBufferSize = LargestDocument };
    private readonly SemaphoreSlim reading = new(1, 1);
    private OpenIdConnectConfiguration? known;
    private DateTimeOffset lastRead = DateTimeOffset.MinValue, lastTry = DateTimeOffset.MinValue;

    /// <summary>The keys and metadata; null where the authority has never answered.</summary>
    /// <param name="keyId">The key that is looked for.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<OpenIdConnectConfiguration?> FindAsync(string? keyId, CancellationToken cancellation)
    {
        var publishes = Publishes(keyId);
        if ((publishes && !IsOld) || !await reading.WaitAsync(publishes ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, cancellation))
            return known;
        try
        {
            if (clock.GetUtcNow() - lastTry >= LookAgainAfter)
                await ReadAsync(cancellation);
        }
        finally
        {
            reading.Release();
        }

        return known;
    }

    /// <summary>The key was among the authority's when it was last asked.</summary>
    public bool Publishes(string? keyId) => known?.SigningKeys.Any(key => key.KeyId == keyId) == true;

    public void Dispose()
    {
        http.Dispose();
        reading.Dispose();
    }

    private bool IsOld => clock.GetUtcNow() - lastRead >= ReadAnewAfter;

    private async Task ReadAsync(CancellationToken cancellation)
    {
        lastTry = clock.GetUtcNow();
        try
        {
            var retriever = new HttpDocumentRetriever(http) { RequireHttps = !new Uri(terms.Authority).IsLoopback };
            var found = await OpenIdConnectConfigurationRetriever.GetAsync(
                terms.Authority.TrimEnd('/') + "/.well-known/openid-configuration", retriever, cancellation);
            if (found.Issuer != terms.Authority)
            {
                LogWrongIssuer(logger, terms.Authority, found.Issuer);
                return;
            }

            (known, lastRead) = (found, lastTry);
        }
        catch (Exception fault) when (fault is IOException or HttpRequestException or InvalidOperationException or ArgumentException
            || (fault is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            // What was read before stays good: an authority that is down for a while must not sign everybody out.
            LogUnreachable(logger, terms.Authority, fault.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The authority {Authority} calls itself {Issuer}: its tokens are refused. Set Homeroom__Oidc__Authority to its issuer, to the letter.")]
    private static partial void LogWrongIssuer(ILogger logger, string authority, string issuer);

    [LoggerMessage(LogLevel.Warning, "The metadata of {Authority} could not be read: {Reason}")]
    private static partial void LogUnreachable(ILogger logger, string authority, string reason);
}
