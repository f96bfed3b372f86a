using System.Text.Json;
using HomeroomGraph.Data.Archive;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using HomeroomGraph.Gateway.Auth;
using HomeroomGraph.Gateway.Hosting;
using HomeroomGraph.GraphQL;
using HomeroomGraph.GraphQL.AspNetCore;
using Microsoft.Net.Http.Headers;

namespace HomeroomGraph.Gateway.Archive;

/// <summary>
/// <c>PUT /documents/{ticket}</c> with the file's bytes as the body and the token of the account that asked for the ticket: answers 201 with the id of
/// the Document. The ticket alone opens nothing, for addresses end up in logs. <c>POST /documents</c> asks for the ticket and uses it in one request: for
/// who has the file in hand already. Rule V2.
/// </summary>
internal static class UploadEndpoint
{
    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);

    public static void MapDocumentUpload(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPut("/documents/{ticket}", (string ticket, HttpContext context, IViewerAccessor viewers, DocumentUpload upload) =>
            HandleAsync(context, viewers, caller => upload.ReceiveAsync(context, caller, ticket)));
        endpoints.MapPost("/documents", (HttpContext context, IViewerAccessor viewers, DocumentUpload upload, RequestUpload tickets) =>
            HandleAsync(context, viewers, async caller =>
            {
                var ticket = await tickets.RunAsync(caller, AnnouncedDocument.Read(context.Request), context.RequestAborted);
                return await upload.ReceiveAsync(context, caller, ticket.Secret);
            }));
    }

    private static async Task HandleAsync(HttpContext context, IViewerAccessor viewers, Func<Caller, Task<UploadedDocument?>> receiveAsync)
    {
        // What is still on its way is not waited for, unless the file is taken.
        context.Response.Headers.Connection = "close";
        if (await RequestCaller.AccountAsync(context, viewers) is not { } account) return;
        var caller = new Caller(account, context.Connection.RemoteIpAddress?.ToString());
        if (context.Request.Headers.ContentRange.Count > 0)
        {
            await ErrorAnswer.WriteAsync(context, StatusCodes.Status400BadRequest, ErrorCodes.BadRequest, "A document comes whole, without Content-Range. 文件须完整上传，不支持 Content-Range。");
            return;
        }
        try
        {
            if (await receiveAsync(caller) is not { } document)
            {
                context.Response.Headers.RetryAfter = "10";
                await ErrorAnswer.WriteAsync(context, StatusCodes.Status429TooManyRequests, ErrorCodes.TooManyRequests, "Too many files arrive now: try again shortly. 上传过多，请稍后再试。");
                return;
            }
            context.Response.Headers.Remove(HeaderNames.Connection);
            context.Response.StatusCode = StatusCodes.Status201Created;
            context.Response.Headers.Location = $"/documents/{document.Id}";
            context.Response.Headers.CacheControl = "no-store";
            await context.Response.WriteAsJsonAsync(document, Names, context.RequestAborted);
        }
        catch (RefusedException refused)
        {
            var refusal = refused.Refusals[0];
            await ErrorAnswer.WriteAsync(context, StatusOf(refusal), refusal.Code, refusal.Message);
        }
    }

    private static int StatusOf(Refusal refusal) => refusal switch
    {
        { Kind: RefusalKind.NotFound } => StatusCodes.Status404NotFound,
        { Kind: RefusalKind.NotAllowed } => StatusCodes.Status403Forbidden,
        { Kind: RefusalKind.InvalidInput } => StatusCodes.Status400BadRequest,
        _ when refusal.Code == DocumentRules.TicketIsUsedOnce.Code => StatusCodes.Status409Conflict,
        _ when refusal.Code == DocumentRules.TicketIsInTime.Code => StatusCodes.Status410Gone,
        _ when refusal.Code == DocumentRules.TransferIsInTime.Code => StatusCodes.Status408RequestTimeout,
        _ when refusal.Code == DocumentRules.ContentIsOfType.Code || refusal.Code == DocumentRules.NothingRuns.Code => StatusCodes.Status415UnsupportedMediaType,
        _ when refusal.Code == DocumentRules.NotLargerThanAsked.Code => StatusCodes.Status413PayloadTooLarge,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
