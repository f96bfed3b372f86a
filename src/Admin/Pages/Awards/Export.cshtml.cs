using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Awards;
using HomeroomGraph.Admin.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Awards;

/// <summary>The list of awards as a file, whole, as the API gives it to the signed-in user: rule V4.</summary>
public sealed class ExportModel(ListExport exports) : PageModel
{
    public async Task<IActionResult> OnGetAsync(AwardListRequest request, string? format, CancellationToken cancellationToken) =>
        request.ToQuery() is { } query && format is not null && ExportFormats.OfLists.Contains(format)
            ? await exports.AnswerAsync(HttpContext, AwardOperations.Export, query.ToWhole(), format, cancellationToken)
            : BadRequest();
}
