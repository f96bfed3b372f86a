using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Papers;
using HomeroomGraph.Admin.Pages.Shared;
using HomeroomGraph.Admin.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HomeroomGraph.Admin.Pages.Papers;

/// <summary>A paper gets its file (rules R1, V2). What the page knows of the paper goes with the form, so that sending it asks no more than the upload and the change.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
[RequestSizeLimit(512L << 20)]
[RequestFormLimits(MultipartBodyLengthLimit = 512L << 20)]
public sealed class FileModel(GraphQLClient api, DocumentTransfer documents, PaperLinks links, IStringLocalizer<PaperTexts> texts) : PageModel
{
    [BindProperty(Name = "key")] public string? Key { get; set; }
    [BindProperty(Name = "version")] public int? Version { get; set; }
    [BindProperty(Name = "school")] public string? School { get; set; }
    [BindProperty(Name = "title")] public string? PaperTitle { get; set; }
    [BindProperty(Name = "file")] public IFormFile? Upload { get; set; }

    public string Id { get; private set; } = "";
    public Refusals Refusals { get; private set; } = Refusals.None;
    public string NewKey { get; } = Guid.NewGuid().ToString("N");

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        var data = await api.SendAsync(PaperOperations.Details, new(id), cancellationToken);
        if (data.Paper is not { School: { } school } paper)
            return NotFound();
        (Id, School, PaperTitle, Version) = (id, school.Id, paper.Title, paper.Version);
        return paper.IsChangedBy(data.Viewer) ? Page() : Forbid();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || string.IsNullOrEmpty(Key) || string.IsNullOrEmpty(School) || Version is null)
            return BadRequest();
        Id = id;
        if (Upload is not { Length: > 0 })
            return Refuse(new Refusal(texts["File.Required"], "REQUIRED", Path: ["input", "documentId"]));
        var outcome = await documents.SendAsync(Upload, School, "ARTICLE", cancellationToken);
        if (outcome.Id is not { } document)
            return Refuse(outcome.Refusal!);
        var input = new PaperInput { ["paperId"] = id, ["expectedVersion"] = Version, ["idempotencyKey"] = Key, ["documentId"] = document };
        var done = (await api.SendAsync(PaperOperations.Change, new(input), cancellationToken)).Done;
        return done.Errors.Count == 0 ? Redirect(links.Paper(id, "filed")) : Refuse([.. done.Errors]);
    }

    private PageResult Refuse(params Refusal[] refusals)
    {
        Refusals = new Refusals(refusals);
        return Page();
    }
}
