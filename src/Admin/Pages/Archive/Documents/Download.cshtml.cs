using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Archive.Documents;

/// <summary>A document's bytes, as the API gives them to the signed-in user and under its headers: rule V2.</summary>
public sealed class DownloadModel(DocumentTransfer documents) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken) =>
        await (await documents.FetchAsync(id, cancellationToken)).PassOnAsync(HttpContext, cancellationToken);
}
