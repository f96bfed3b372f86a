using System.Net;
using System.Text.Json;
using HomeroomGraph.Admin.Operations;

namespace HomeroomGraph.Admin.Api;

/// <summary>The pages' only source of data: asks the API over HTTP, with the signed-in user's token (<see cref="CallerHandler"/>). A
/// question goes by the id of its registered document, and with its text only to an API that does not know the id.</summary>
public sealed class GraphQLClient(HttpClient http, UnknownDocuments unknown, PageFrame frame)
{
    internal const string UnknownDocument = "PERSISTED_DOCUMENT_NOT_FOUND";

    /// <summary>Asks one registered question; answers its data or throws <see cref="ApiFailureException"/>.</summary>
    public async Task<TData> SendAsync<TVariables, TData>(
        Operation<TVariables, TData> operation, TVariables variables, CancellationToken cancellationToken)
        where TData : class
    {
        var (status, answer) = await AskAsync(operation, variables, byId: !unknown.Contains(operation.Document), cancellationToken);
        if (answer.Errors is [{ Extensions.Code: UnknownDocument }])
        {
            unknown.Add(operation.Document);
            (status, answer) = await AskAsync(operation, variables, byId: false, cancellationToken);
        }
        if (answer.Errors is { Count: > 0 } errors)
            throw Failure(operation.Name, status, errors[0]);
        var data = answer.Data ?? throw new ApiFailureException(ApiFailureKind.Fault, $"{operation.Name}: neither data nor errors.");
        if (data is FramedData framed)
            frame.Take(framed);
        return data;
    }

    private async Task<(HttpStatusCode Status, ApiAnswer<TData> Answer)> AskAsync<TVariables, TData>(
        Operation<TVariables, TData> operation, TVariables variables, bool byId, CancellationToken cancellationToken)
        where TData : class
    {
        var request = new ApiRequest<TVariables>(operation.Name, byId ? operation.Id : null, byId ? null : operation.Text, variables);
        using var response = await PostAsync(operation.Name, request, cancellationToken);
        return (response.StatusCode, await ReadAsync<TData>(operation.Name, response, cancellationToken));
    }

    private Task<HttpResponseMessage> PostAsync<TVariables>(
        string name, ApiRequest<TVariables> request, CancellationToken cancellationToken) =>
        ApiReach.AskAsync(name, () => http.PostAsJsonAsync((Uri?)null, request, ApiJson.Options, cancellationToken), cancellationToken);

    private static async Task<ApiAnswer<TData>> ReadAsync<TData>(
        string name, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<ApiAnswer<TData>>(ApiJson.Options, cancellationToken)
                ?? throw new JsonException("The answer is null.");
        }
        catch (JsonException exception)
        {
            throw new ApiFailureException(KindOf(response.StatusCode), $"{name}: unreadable answer, status {(int)response.StatusCode}.", exception);
        }
        catch (HttpRequestException exception)
        {
            throw new ApiFailureException(ApiFailureKind.Unavailable, $"{name}: the answer broke off.", exception);
        }
    }

    private static ApiFailureException Failure(string name, HttpStatusCode status, ApiError error)
    {
        var kind = error.Extensions?.Code switch
        {
            "UNAUTHENTICATED" => ApiFailureKind.SignInRequired,
            "PASSWORD_CHANGE_REQUIRED" => ApiFailureKind.PasswordChangeRequired,
            "FORBIDDEN" => ApiFailureKind.Forbidden,
            "INVALID_ID" => ApiFailureKind.NotFound,
            "BAD_USER_INPUT" or "INVALID_CURSOR" or "LIMIT_EXCEEDED" => ApiFailureKind.Refused,
            "SERVICE_UNAVAILABLE" => ApiFailureKind.Unavailable,
            _ => KindOf(status),
        };
        return new ApiFailureException(kind, $"{name}: {error.Extensions?.Code ?? "no code"}: {error.Message}");
    }

    private static ApiFailureKind KindOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => ApiFailureKind.SignInRequired,
        HttpStatusCode.Forbidden => ApiFailureKind.Forbidden,
        HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => ApiFailureKind.Unavailable,
        _ => ApiFailureKind.Fault,
    };
}
