using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Papers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Papers;

/// <summary>The list of papers as a file, whole, as the API gives it to the signed-in user: rule R4.</summary>
public sealed class ExportModel(ListExport exports) : PageModel
{
    /// <summary>The API's formats, in the order of the buttons.</summary>
    public static IReadOnlyList<string> Formats { get; } =
        ["xlsx", "csv", "gb2015-numeric", "gb2015-author-date", "gb2025-numeric", "gb2025-author-date", "bibtex", "csl-json", "jsonl"];

    public async Task<IActionResult> OnGetAsync(PaperListRequest request, string? format, CancellationToken cancellationToken)
    {
        if (request.ToQuery() is not { } query || format is null || !Formats.Contains(format))
            return BadRequest();
        var answer = await exports.FetchAsync(PaperOperations.Export, query.ToWhole(), format, cancellationToken);
        HttpContext.Response.RegisterForDispose(answer);
        Response.Headers.ContentDisposition = answer.Content.Headers.ContentDisposition?.ToString() ?? "attachment";
        Response.Headers.CacheControl = "private, no-store";
        return new FileStreamResult(
            await answer.Content.ReadAsStreamAsync(cancellationToken), answer.Content.Headers.ContentType?.ToString() ?? "application/octet-stream");
    }
}
