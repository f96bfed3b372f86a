using System.Net;
using System.Text.Json;

namespace HomeroomGraph.Admin.Api;

/// <summary>A list as a file, from the API's exports: a registered document, with the user's own token, and as a stream.</summary>
public sealed class ListExport(HttpClient http, UnknownDocuments unknown)
{
    /// <summary>Asks for the file; the caller reads the content and disposes of the answer.</summary>
    public async Task<HttpResponseMessage> FetchAsync<TVariables, TData>(
        Operation<TVariables, TData> operation, TVariables variables, string format, CancellationToken cancellationToken)
    {
        var response = await AskAsync(operation, variables, format, byId: !unknown.Contains(operation.Document), cancellationToken);
        if (response.StatusCode is HttpStatusCode.OK) return response;
        using (response)
        {
            if (unknown.Contains(operation.Document) || !await IsUnknownAsync(response, cancellationToken))
                throw new ApiFailureException(KindOf(response.StatusCode), $"{operation.Name}: status {(int)response.StatusCode}.");
        }
        unknown.Add(operation.Document);
        return await FetchAsync(operation, variables, format, cancellationToken);
    }

    private async Task<HttpResponseMessage> AskAsync<TVariables, TData>(
        Operation<TVariables, TData> operation, TVariables variables, string format, bool byId, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/exports?format={format}", UriKind.Relative))
        {
            Content = JsonContent.Create(new ApiRequest<TVariables>(operation.Name, byId ? operation.Id : null, byId ? null : operation.Text, variables), options: ApiJson.Options),
        };
        return await ApiReach.AskAsync(operation.Name, () => http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken), cancellationToken);
    }

    private static async Task<bool> IsUnknownAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await response.Content.ReadFromJsonAsync<ApiAnswer<object>>(ApiJson.Options, cancellationToken);
            return answer?.Errors is [{ Extensions.Code: GraphQLClient.UnknownDocument }];
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static ApiFailureKind KindOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => ApiFailureKind.SignInRequired,
        HttpStatusCode.Forbidden => ApiFailureKind.Forbidden,
        HttpStatusCode.BadRequest => ApiFailureKind.Refused,
        HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => ApiFailureKind.Unavailable,
        _ => ApiFailureKind.Fault,
    };
}
