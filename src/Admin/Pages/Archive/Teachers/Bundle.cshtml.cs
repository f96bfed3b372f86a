using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace HomeroomGraph.Admin.Pages.Archive.Teachers;

/// <summary>A teacher's archive of a semester as one zip with an index page, the basis for promotion and awards (rule V1).</summary>
public sealed class BundleModel(TeacherArchiveQuestions questions, DocumentTransfer documents, ViewText views, TimeProvider time) : PageModel
{
    private const string IndexPage = "/Pages/Archive/Teachers/_BundlePage.cshtml";

    public async Task<IActionResult> OnGetAsync(string id, string? semester, CancellationToken cancellationToken)
    {
        if (await questions.AskAsync(id, AddressValues.Given(semester), cancellationToken) is not { } archive)
            return NotFound();
        var bundle = new ArchiveBundle(archive);
        var index = await views.RenderAsync(PageContext, IndexPage, bundle.View);
        SetHeaders(bundle.FileName);
        try
        {
            await bundle.WriteAsync(Response.Body, index, time.GetUtcNow().ToOffset(TimeSpan.FromHours(8)), documents, cancellationToken);
        }
        catch (ApiFailureException) when (Response.HasStarted)
        {
            // Half of it must not look like the whole: the reader's browser says that it broke off.
            HttpContext.Abort();
        }
        return new EmptyResult();
    }

    private void SetHeaders(string fileName)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(fileName);
        Response.Headers.ContentDisposition = disposition.ToString();
        Response.Headers.CacheControl = "private, no-store";
        Response.ContentType = "application/zip";
    }
}
