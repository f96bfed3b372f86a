using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Papers;
using HomeroomGraph.Admin.Pages.Shared;
using HomeroomGraph.Admin.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace HomeroomGraph.Admin.Pages.Papers;

/// <summary>A paper is changed (更改论文), by the version as the page has it (rule R1). Who was overtaken keeps what was typed.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class EditModel(GraphQLClient api, PaperLinks links, IStringLocalizer<PaperTexts> texts) : PaperFormModel(api, texts)
{
    [BindProperty(Name = "key")] public string? Key { get; set; }
    [BindProperty(Name = "version")] public int? Version { get; set; }

    public EditedPaper Paper { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (await AskAsync(id, cancellationToken) is { } refused)
            return refused;
        (Values, Version) = (PaperValues.Of(Paper), Paper.Version);
        return Page();
    }

    /// <summary>Shows more rows for authors; nothing else is done.</summary>
    public async Task<IActionResult> OnPostRowsAsync(string id, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        (Values, HasMoreRows) = (PaperValues.Of(Request.Form), true);
        return await AskAsync(id, cancellationToken) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || string.IsNullOrEmpty(Key) || Version is null)
            return BadRequest();
        Values = PaperValues.Of(Request.Form);
        if (TypedInput() is { } input)
        {
            (input["paperId"], input["expectedVersion"], input["idempotencyKey"]) = (id, Version, Key);
            var done = (await Api.SendAsync(PaperOperations.Change, new(input), cancellationToken)).Done;
            if (done.Errors.Count == 0)
                return Redirect(links.Paper(id, "changed"));
            Refusals = new Refusals(done.Errors);
        }
        if (await AskAsync(id, cancellationToken) is { } refused)
            return refused;
        // Sent once more, it goes over what somebody else has written, which was told.
        if (Refusals.All.Any(refusal => refusal.IsConflict))
            Version = Paper.Version;
        return Page();
    }

    private async Task<IActionResult?> AskAsync(string id, CancellationToken cancellationToken)
    {
        var data = await Api.SendAsync(PaperOperations.Form, new(id, Edit: true, "", Paste: false), cancellationToken);
        if (data.Paper is not { } paper)
            return NotFound();
        Paper = paper;
        var viewer = data.Viewer.OrSignIn();
        var isOwn = SchoolsOf(viewer).Any(school => school.Id == paper.School?.Id) || paper.Authors.Nodes.Any(author => author.Teacher is { } one && viewer.Roles.Any(role => role.Teacher?.Id == one.Id));
        Staff = StaffOf(paper.School?.Teachers.Nodes ?? [], paper.Authors.Nodes.Select(author => author.Teacher).Concat(viewer.Roles.Select(role => role.Teacher)));
        Projects = [.. data.ResearchProjects.Nodes.Concat(paper.Project is { } project ? [project] : []).DistinctBy(row => row.Id)];
        return isOwn ? null : Forbid();
    }
}
