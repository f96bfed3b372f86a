using HomeroomGraph.Admin.Api;
using Microsoft.AspNetCore.Mvc;

namespace HomeroomGraph.Admin.Pages.Shared;

/// <summary>A list's file passed on as the API gives it, as a stream and under the API's name.</summary>
public static class ExportedList
{
    public static async Task<IActionResult> AnswerAsync<TVariables, TData>(
        this ListExport exports, HttpContext context, Operation<TVariables, TData> operation, TVariables variables, string format, CancellationToken cancellationToken)
    {
        var answer = await exports.FetchAsync(operation, variables, format, cancellationToken);
        context.Response.RegisterForDispose(answer);
        context.Response.Headers.ContentDisposition = answer.Content.Headers.ContentDisposition?.ToString() ?? "attachment";
        context.Response.Headers.CacheControl = "private, no-store";
        return new FileStreamResult(await answer.Content.ReadAsStreamAsync(cancellationToken), answer.Content.Headers.ContentType?.ToString() ?? "application/octet-stream");
    }
}
