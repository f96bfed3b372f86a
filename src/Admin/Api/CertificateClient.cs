using System.Net;
using System.Text.Json;

namespace HomeroomGraph.Admin.Api;

/// <summary>What the API says of a certificate's number to anybody (rules T5, W3): <c>GET /certificates</c>, which asks for no account.</summary>
public sealed class CertificateClient(HttpClient http)
{
    public async Task<CertificateAnswer> AskAsync(string number, CancellationToken cancellationToken)
    {
        using var response = await ApiReach.AskAsync(
            "certificates", () => http.GetAsync(new Uri("/certificates" + QueryString.Create("number", number), UriKind.Relative), cancellationToken), cancellationToken);
        return response.StatusCode switch
        {
            HttpStatusCode.OK => new(CertificateStanding.Known, (await ReadAsync(response, cancellationToken)).Certificates),
            HttpStatusCode.NotFound => new(CertificateStanding.Unknown, []),
            HttpStatusCode.BadRequest => new(CertificateStanding.NoNumber, []),
            HttpStatusCode.TooManyRequests => new(CertificateStanding.TooMany, []),
            var status => throw new ApiFailureException(
                status is HttpStatusCode.ServiceUnavailable ? ApiFailureKind.Unavailable : ApiFailureKind.Fault, $"certificates: status {(int)status}."),
        };
    }

    private static async Task<KnownNumber> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<KnownNumber>(ApiJson.Options, cancellationToken) ?? throw new JsonException("The answer is null.");
        }
        catch (JsonException exception)
        {
            throw new ApiFailureException(ApiFailureKind.Fault, "certificates: unreadable answer.", exception);
        }
    }

    private sealed record KnownNumber(IReadOnlyList<KnownCertificate> Certificates);
}

/// <summary>How a number stands: of a certificate, of none, no number at all, or too many were tried.</summary>
public enum CertificateStanding { Known, Unknown, NoNumber, TooMany }

public sealed record CertificateAnswer(CertificateStanding Standing, IReadOnlyList<KnownCertificate> Certificates);

/// <summary>What anybody may know of a certificate. Subject and state are codes, such as <c>award</c> and <c>revoked</c>.</summary>
public sealed record KnownCertificate(
    string Subject, string Holder, string Issuer, DateOnly IssuedOn, string State, string? Title = null, string? Level = null, string? Grade = null, string? School = null,
    DateOnly? ExpiresOn = null, DateOnly? RevokedOn = null);
