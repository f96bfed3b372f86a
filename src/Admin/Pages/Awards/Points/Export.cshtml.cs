using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Awards;
using HomeroomGraph.Admin.Operations.Research;
using HomeroomGraph.Admin.Pages.Shared;
using HomeroomGraph.Admin.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Awards.Points;

/// <summary>Entries of the ledger as a file: of a school, of a teacher, or all that the viewer sees (rules W4, V4).</summary>
public sealed class ExportModel(ListExport exports) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? school, string? teacher, string? format, CancellationToken cancellationToken)
    {
        if (format is null || !ExportFormats.OfLists.Contains(format))
            return BadRequest();
        var filter = new PointFilterInput(Of(school), Of(teacher));
        return await exports.AnswerAsync(HttpContext, PointOperations.Export, new(filter == new PointFilterInput() ? null : filter), format, cancellationToken);
    }

    private static IdFilterInput? Of(string? id) => AddressValues.Given(id) is { } given ? new(new(given)) : null;
}
