using Microsoft.AspNetCore.Mvc;

namespace HomeroomGraph.Admin.Pages.Shared;

/// <summary>A file of the API passed on as it comes: as a stream, under its name, and by the admin's own headers.</summary>
public static class PassedOnFile
{
    public static async Task<IActionResult> PassOnAsync(this HttpResponseMessage answer, HttpContext context, CancellationToken cancellationToken)
    {
        context.Response.RegisterForDispose(answer);
        // Always to be kept and never shown from here: a file of somebody's must not act as a page of the admin.
        context.Response.Headers.ContentDisposition = answer.Content.Headers.ContentDisposition?.ToString() ?? "attachment";
        context.Response.Headers.CacheControl = "private, no-store";
        context.Response.ContentLength = answer.Content.Headers.ContentLength;
        return new FileStreamResult(await answer.Content.ReadAsStreamAsync(cancellationToken), answer.Content.Headers.ContentType?.ToString() ?? "application/octet-stream");
    }
}
