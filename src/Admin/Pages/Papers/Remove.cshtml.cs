using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Papers;
using HomeroomGraph.Admin.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Papers;

/// <summary>A paper that was recorded by mistake is removed, after a look (rules R1, R3).</summary>
public sealed class RemoveModel(GraphQLClient api, PaperLinks links) : PageModel
{
    [BindProperty(Name = "key")] public string? Key { get; set; }
    [BindProperty(Name = "version")] public int? Version { get; set; }
    [BindProperty(Name = "title")] public string? PaperTitle { get; set; }

    public string Id { get; private set; } = "";
    public Refusals Refusals { get; private set; } = Refusals.None;
    public string NewKey { get; } = Guid.NewGuid().ToString("N");

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        var data = await api.SendAsync(PaperOperations.Details, new(id), cancellationToken);
        if (data.Paper is not { } paper)
            return NotFound();
        (Id, PaperTitle, Version) = (id, paper.Title, paper.Version);
        return paper.IsChangedBy(data.Viewer) ? Page() : Forbid();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || string.IsNullOrEmpty(Key) || Version is null)
            return BadRequest();
        Id = id;
        var input = new PaperInput { ["paperId"] = id, ["expectedVersion"] = Version, ["idempotencyKey"] = Key };
        var done = (await api.SendAsync(PaperOperations.Remove, new(input), cancellationToken)).Done;
        if (done.Errors.Count == 0)
            return Redirect(links.Removed());
        Refusals = new Refusals(done.Errors);
        return Page();
    }
}
