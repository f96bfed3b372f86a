using HomeroomGraph.Admin.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Archive.Documents;

/// <summary>A document's bytes, as the API gives them to the signed-in user and under its headers: rule V2.</summary>
public sealed class DownloadModel(DocumentTransfer documents) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        var answer = await documents.FetchAsync(id, cancellationToken);
        HttpContext.Response.RegisterForDispose(answer);
        // Always to be kept and never shown from here: a file of somebody's must not act as a page of the admin.
        Response.Headers.ContentDisposition = answer.Content.Headers.ContentDisposition?.ToString() ?? "attachment";
        Response.Headers.CacheControl = "private, no-store";
        Response.ContentLength = answer.Content.Headers.ContentLength;
        return new FileStreamResult(
            await answer.Content.ReadAsStreamAsync(cancellationToken), answer.Content.Headers.ContentType?.ToString() ?? "application/octet-stream");
    }
}
