using System.Net;
using System.Text.Json;

namespace HomeroomGraph.Admin.Api;

/// <summary>Sends a file to the API's <c>POST /imports/{kind}</c>: bytes do not fit into a question. What becomes of it is asked as everything else is.</summary>
public sealed class ImportUpload(HttpClient http)
{
    /// <summary>The id of the run, or why there is none.</summary>
    public async Task<ImportUploadOutcome> SendAsync(ImportUploadRequest request, Stream file, CancellationToken cancellationToken)
    {
        using var content = new StreamContent(file);
        content.Headers.ContentType = new("application/octet-stream");
        try
        {
            using var response = await http.PostAsync(request.Address, content, cancellationToken);
            return await ReadAsync(response, cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            throw new ApiFailureException(ApiFailureKind.Unavailable, "The import could not be sent to the API.", exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ApiFailureException(ApiFailureKind.Unavailable, "The API did not take the import in time.", exception);
        }
    }

    private static async Task<ImportUploadOutcome> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.Unauthorized)
            throw new ApiFailureException(ApiFailureKind.SignInRequired, "The import needs a sign-in.");
        try
        {
            if (response.StatusCode == HttpStatusCode.Accepted)
                return new ImportUploadOutcome((await response.Content.ReadFromJsonAsync<StartedImport>(ApiJson.Options, cancellationToken))!.Id, null);
            var answer = await response.Content.ReadFromJsonAsync<ApiAnswer<object>>(ApiJson.Options, cancellationToken);
            return answer?.Errors is [var error, ..]
                ? new ImportUploadOutcome(null, error.Message)
                : throw new JsonException("Neither an id nor an error.");
        }
        catch (JsonException exception)
        {
            throw new ApiFailureException(ApiFailureKind.Fault, $"The import: unreadable answer, status {(int)response.StatusCode}.", exception);
        }
    }

    private sealed record StartedImport(string Id);
}

/// <summary>What is imported, and how far it may go.</summary>
public sealed record ImportUploadRequest(string Kind, string District, string FileName, bool DryRun, bool AcceptGood)
{
    internal Uri Address => new(
        $"/imports/{Uri.EscapeDataString(Kind.ToLowerInvariant())}" + QueryString.Create(new Dictionary<string, string?>
        {
            ["district"] = District,
            ["fileName"] = FileName,
            ["dryRun"] = DryRun ? "true" : "false",
            ["acceptGood"] = AcceptGood ? "true" : "false",
        }), UriKind.Relative);
}

/// <summary>The run's id, or the API's own message in English and Chinese.</summary>
public sealed record ImportUploadOutcome(string? RunId, string? Problem);
