using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Papers;
using HomeroomGraph.Admin.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Papers;

/// <summary>The list of papers as a file, whole, as the API gives it to the signed-in user: rule R4.</summary>
public sealed class ExportModel(ListExport exports) : PageModel
{
    public async Task<IActionResult> OnGetAsync(PaperListRequest request, string? format, CancellationToken cancellationToken) =>
        request.ToQuery() is { } query && format is not null && ExportFormats.OfPapers.Contains(format)
            ? await exports.AnswerAsync(HttpContext, PaperOperations.Export, query.ToWhole(), format, cancellationToken)
            : BadRequest();
}
