using System.Text.Json;
using HomeroomGraph.Data;
using HomeroomGraph.Data.Archive;
using HomeroomGraph.Data.Archive.MediaTypes;
using HomeroomGraph.Gateway.Hosting;
using HomeroomGraph.GraphQL;
using HomeroomGraph.GraphQL.Operations;
using HomeroomGraph.GraphQL.Paging;
using Microsoft.Net.Http.Headers;

namespace HomeroomGraph.Gateway.Archive;

/// <summary>
/// <c>GET /documents/{id}</c> with a token: the content of a Document that the viewer sees by GraphQL, for that is how it is asked for; any other is
/// not there. It goes out as a file to keep, and under headers by which no browser runs anything of it (rule V2).
/// </summary>
internal static class DownloadEndpoint
{
    private const string Shown = "inline", Kept = "attachment";

    /// <summary>Registered like the documents of clients, for there may be no others.</summary>
    public static TrustedDocument Question { get; } = new(
        "GET /documents/{id}", "query Download($id: ID!) { document(id: $id) { fileName mediaType size sha256 } }"u8.ToArray());

    public static void MapDocumentDownload(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/documents/{id}", [HttpMethods.Get, HttpMethods.Head], HandleAsync);

    private static async Task HandleAsync(string id, HttpContext context, ViewerQuestion question, HomeroomDatabase database)
    {
        // The address is nobody's before it is told that it is.
        context.Response.Headers.CacheControl = "no-store";
        if (!GlobalId.TryParse(id, out var document) || document.TypeName != "Document")
        {
            await NotFoundAsync(context);
            return;
        }
        try
        {
            var row = (await question.AskAsync(context, Question.Text, new { id })).GetProperty("document");
            if (row.ValueKind == JsonValueKind.Object) await SendAsync(context, document.Key.DistrictId, row, database);
            else await NotFoundAsync(context);
        }
        catch (GraphQLRequestException refused)
        {
            await RefuseAsync(context, refused.Errors[0]);
        }
    }

    private static Task SendAsync(HttpContext context, int districtId, JsonElement row, HomeroomDatabase database)
    {
        var (name, mediaType, sha256) = (Text(row, "fileName"), Text(row, "mediaType"), Text(row, "sha256"));
        var content = new ContentStream(database.Contents, districtId, sha256, row.GetProperty("size").GetInt64());
        SetHeaders(context, name, mediaType);
        return Results.Stream(content, mediaType, entityTag: new EntityTagHeaderValue($"\"{sha256}\""), enableRangeProcessing: true).ExecuteAsync(context);
    }

    private static void SetHeaders(HttpContext context, string name, string mediaType)
    {
        bool isShown = context.Request.Query.ContainsKey(Shown) && MediaType.Find(mediaType) is { IsShown: true };
        var disposition = new ContentDispositionHeaderValue(isShown ? Shown : Kept);
        disposition.SetHttpFileName(name);
        var headers = context.Response.Headers;
        headers.ContentDisposition = disposition.ToString();
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";
        // Kept by the reader's own browser only, and asked for each time whether the reader still may: that is what the tag is for.
        headers.CacheControl = "private, no-cache";
        headers.Vary = HeaderNames.Authorization;
    }

    private static Task NotFoundAsync(HttpContext context) => ErrorAnswer.WriteAsync(
        context, StatusCodes.Status404NotFound, "NOT_FOUND", "There is no such document, or you may not see it. 没有该文件，或您无权查看。");

    private static Task RefuseAsync(HttpContext context, GraphQLError error)
    {
        int status = error.Code switch
        {
            ErrorCodes.Unauthenticated => StatusCodes.Status401Unauthorized,
            ErrorCodes.PasswordChangeRequired => StatusCodes.Status403Forbidden,
            ErrorCodes.TooManyRequests => StatusCodes.Status429TooManyRequests,
            _ => StatusCodes.Status503ServiceUnavailable,
        };
        if (status == StatusCodes.Status401Unauthorized && context.Response.Headers.WWWAuthenticate.Count == 0) context.Response.Headers.WWWAuthenticate = "Bearer";
        if (status >= StatusCodes.Status429TooManyRequests) context.Response.Headers.RetryAfter = "1";
        return ErrorAnswer.WriteAsync(context, status, error.Code, error.Message);
    }

    private static string Text(JsonElement row, string field) => row.GetProperty(field).GetString()!;
}
