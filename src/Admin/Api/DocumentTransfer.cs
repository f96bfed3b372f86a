using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using HomeroomGraph.Admin.Operations;

namespace HomeroomGraph.Admin.Api;

/// <summary>
/// Files to the API and from it (rule V2): up by one <c>POST</c>, which says what the file is and brings its bytes; down by the document's id. Always
/// with the user's own token, and as a stream.
/// </summary>
public sealed class DocumentTransfer(HttpClient http)
{
    /// <summary>Sends a file; answers the document's id, or why it was not taken.</summary>
    public async Task<DocumentOutcome> SendAsync(IFormFile file, string schoolId, string category, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(file.FileName);
        var address = new Uri("/documents" + QueryString.Create(new Dictionary<string, string?>
        {
            ["schoolId"] = schoolId, ["category"] = category, ["fileName"] = name, ["sha256"] = await DigestAsync(file, cancellationToken),
        }), UriKind.Relative);
        await using var bytes = file.OpenReadStream();
        using var content = new StreamContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypes.Of(name));
        content.Headers.ContentLength = file.Length;
        try
        {
            using var response = await http.PostAsync(address, content, cancellationToken);
            return await ReadAsync(response, cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            throw new ApiFailureException(ApiFailureKind.Unavailable, "The file could not be sent to the API.", exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ApiFailureException(ApiFailureKind.Unavailable, "The API did not take the file in time.", exception);
        }
    }

    /// <summary>Asks for a document; the caller reads the content and disposes of the answer.</summary>
    public async Task<HttpResponseMessage> FetchAsync(string id, CancellationToken cancellationToken)
    {
        HttpResponseMessage response;
        try
        {
            response = await http.GetAsync(
                new Uri("/documents/" + Uri.EscapeDataString(id), UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            throw new ApiFailureException(ApiFailureKind.Unavailable, "The file cannot be fetched from the API.", exception);
        }
        if (response.IsSuccessStatusCode)
            return response;
        using (response)
            throw new ApiFailureException(KindOf(response.StatusCode), $"The file: status {(int)response.StatusCode}.");
    }

    private static async Task<DocumentOutcome> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.Unauthorized)
            throw new ApiFailureException(ApiFailureKind.SignInRequired, "The upload needs a sign-in.");
        try
        {
            if (response.StatusCode == HttpStatusCode.Created)
                return new DocumentOutcome((await response.Content.ReadFromJsonAsync<StoredDocument>(ApiJson.Options, cancellationToken))!.Id, null);
            var answer = await response.Content.ReadFromJsonAsync<ApiAnswer<object>>(ApiJson.Options, cancellationToken);
            return answer?.Errors is [var error, ..]
                ? new DocumentOutcome(null, new Refusal(error.Message, error.Extensions?.Code ?? ""))
                : throw new JsonException("Neither an id nor an error.");
        }
        catch (JsonException exception)
        {
            throw new ApiFailureException(ApiFailureKind.Fault, $"The upload: unreadable answer, status {(int)response.StatusCode}.", exception);
        }
    }

    private static async Task<string> DigestAsync(IFormFile file, CancellationToken cancellationToken)
    {
        await using var bytes = file.OpenReadStream();
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancellationToken));
    }

    private static ApiFailureKind KindOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => ApiFailureKind.SignInRequired,
        HttpStatusCode.Forbidden => ApiFailureKind.Forbidden,
        HttpStatusCode.NotFound => ApiFailureKind.NotFound,
        HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => ApiFailureKind.Unavailable,
        _ => ApiFailureKind.Fault,
    };

    private sealed record StoredDocument(string Id);
}

/// <summary>The document's id, or why there is none.</summary>
public sealed record DocumentOutcome(string? Id, Refusal? Refusal);
