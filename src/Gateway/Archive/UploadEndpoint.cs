using System.Text.Json;
using HomeroomGraph.Data.Access;
using HomeroomGraph.Data.Archive;
using HomeroomGraph.Data.Refusals;
using HomeroomGraph.Data.Tenancy;
using HomeroomGraph.Gateway.Auth;
using HomeroomGraph.Gateway.Hosting;
using HomeroomGraph.GraphQL;
using HomeroomGraph.GraphQL.AspNetCore;

namespace HomeroomGraph.Gateway.Archive;

/// <summary>
/// <c>PUT /documents/{ticket}</c> with the file's bytes as the body and the token of the account that asked for the ticket: answers 201 with the id of
/// the Document. The ticket alone opens nothing, for addresses end up in logs (rule V2).
/// </summary>
internal static class UploadEndpoint
{
    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);

    public static void MapDocumentUpload(this IEndpointRouteBuilder endpoints) => endpoints.MapPut("/documents/{ticket}", HandleAsync);

    private static async Task HandleAsync(string ticket, HttpContext context, IViewerAccessor viewers, DocumentUpload upload)
    {
        if (await CallerAsync(context, viewers) is not { } caller) return;
        if (context.Request.Headers.ContentRange.Count > 0)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, ErrorCodes.BadRequest, "A document comes whole, without Content-Range. 文件须完整上传，不支持 Content-Range。");
            return;
        }
        try
        {
            if (await upload.ReceiveAsync(context, caller, ticket) is not { } document)
            {
                context.Response.Headers.RetryAfter = "10";
                await RefuseAsync(context, StatusCodes.Status429TooManyRequests, ErrorCodes.TooManyRequests, "Too many files arrive now: try again shortly. 上传过多，请稍后再试。");
                return;
            }
            context.Response.StatusCode = StatusCodes.Status201Created;
            context.Response.Headers.Location = $"/documents/{document.Id}";
            context.Response.Headers.CacheControl = "no-store";
            await context.Response.WriteAsJsonAsync(document, Names, context.RequestAborted);
        }
        catch (RefusedException refused)
        {
            var refusal = refused.Refusals[0];
            await RefuseAsync(context, StatusOf(refusal), refusal.Code, refusal.Message);
        }
    }

    /// <summary>Who calls, by the account as it is now; null where that is nobody, which is answered.</summary>
    private static async Task<Caller?> CallerAsync(HttpContext context, IViewerAccessor viewers)
    {
        HomeroomViewer? viewer;
        try
        {
            viewer = await viewers.GetAsync(context, fresh: true) as HomeroomViewer;
        }
        catch (GraphQLRequestException)
        {
            viewer = null;
        }
        if (viewer?.Account is not { Kind: AccountKind.Person } account)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            await RefuseAsync(context, StatusCodes.Status401Unauthorized, ErrorCodes.Unauthenticated, "Sign in first, as the account that asked for the ticket. 请先以申请凭证的账号登录。");
            return null;
        }
        if (viewer.MustChangePassword)
        {
            await RefuseAsync(context, StatusCodes.Status403Forbidden, ErrorCodes.PasswordChangeRequired, "The first password must be changed before anything else. 请先修改初始密码。");
            return null;
        }
        return new Caller(account, context.Connection.RemoteIpAddress?.ToString());
    }

    private static int StatusOf(Refusal refusal) => refusal switch
    {
        { Kind: RefusalKind.NotFound } => StatusCodes.Status404NotFound,
        { Kind: RefusalKind.NotAllowed } => StatusCodes.Status403Forbidden,
        _ when refusal.Code == DocumentRules.TicketIsUsedOnce.Code => StatusCodes.Status409Conflict,
        _ when refusal.Code == DocumentRules.TicketIsInTime.Code => StatusCodes.Status410Gone,
        _ when refusal.Code == DocumentRules.TransferIsInTime.Code => StatusCodes.Status408RequestTimeout,
        _ when refusal.Code == DocumentRules.ContentIsOfType.Code || refusal.Code == DocumentRules.NothingRuns.Code => StatusCodes.Status415UnsupportedMediaType,
        _ when refusal.Code == DocumentRules.NotLargerThanAsked.Code => StatusCodes.Status413PayloadTooLarge,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    /// <summary>What is still on its way is not waited for.</summary>
    private static Task RefuseAsync(HttpContext context, int status, string code, string message)
    {
        context.Response.Headers.Connection = "close";
        return ErrorAnswer.WriteAsync(context, status, code, message);
    }
}
