using System.Text.Json;
using System.Text.Json.Serialization;

namespace HomeroomGraph.Admin.Access.Authority;

/// <summary>Where the authority signs in, gives tokens and signs out (OpenID Connect Discovery).</summary>
internal sealed record AuthorityEndpoints(
    [property: JsonPropertyName("issuer")] string Issuer,
    [property: JsonPropertyName("authorization_endpoint")] string Authorization,
    [property: JsonPropertyName("token_endpoint")] string Token,
    [property: JsonPropertyName("end_session_endpoint")] string? EndSession = null);

/// <summary>The authority does not answer, or not as one.</summary>
public sealed class AuthorityUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Reads the authority's metadata when they are needed first, and anew each hour; so the admin starts without it.</summary>
internal sealed class AuthorityDirectory(AuthoritySettings settings, IHttpClientFactory clients, TimeProvider clock)
{
    public const string ClientName = "authority";
    private static readonly TimeSpan ReadAnewAfter = TimeSpan.FromHours(1);

    private volatile Found? found;

    /// <summary>Finds them.</summary>
    /// <exception cref="AuthorityUnavailableException">They can't be had.</exception>
    public async Task<AuthorityEndpoints> FindAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (found is { } kept && now - kept.At < ReadAnewAfter)
            return kept.Endpoints;
        var endpoints = await ReadAsync(cancellationToken);
        if (endpoints.Issuer != settings.Issuer)
            throw new AuthorityUnavailableException($"The authority {settings.Issuer} calls itself {endpoints.Issuer}: set Homeroom__Oidc__Authority to its issuer, to the letter.");
        found = new Found(endpoints, now);
        return endpoints;
    }

    private async Task<AuthorityEndpoints> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await clients.CreateClient(ClientName).GetFromJsonAsync<AuthorityEndpoints>(
                settings.Issuer.TrimEnd('/') + "/.well-known/openid-configuration", JsonOptions, cancellationToken)
                ?? throw new JsonException("The metadata are null.");
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException
            || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new AuthorityUnavailableException($"The metadata of the authority {settings.Issuer} can't be read: {fault.Message}", fault);
        }
    }

    private static readonly JsonSerializerOptions JsonOptions = new() { RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true };

    private sealed record Found(AuthorityEndpoints Endpoints, DateTimeOffset At);
}
