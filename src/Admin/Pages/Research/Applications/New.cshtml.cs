using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Research;
using HomeroomGraph.Admin.Texts;
using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HomeroomGraph.Admin.Pages.Research.Applications;

/// <summary>A teacher begins a project (起草课题): rules P1, P4. What is asked for here can be changed until it is submitted.</summary>
public sealed class NewModel(GraphQLClient api, ResearchLinks links, IStringLocalizer<ResearchTexts> texts) : PageModel
{
    [BindProperty(Name = "title")] public string? ProjectTitle { get; set; }
    [BindProperty(Name = "level")] public string? Level { get; set; }
    [BindProperty(Name = "school")] public string? School { get; set; }
    [BindProperty(Name = "subject")] public string? Subject { get; set; }
    [BindProperty(Name = "themes")] public string[] Themes { get; set; } = [];
    [BindProperty(Name = "key")] public string? Key { get; set; }

    public IReadOnlyList<NamedRow> Schools { get; private set; } = [];
    public IReadOnlyList<NamedRow> Subjects { get; private set; } = [];
    public Refusals Refusals { get; private set; } = Refusals.None;
    public string NewKey { get; } = Guid.NewGuid().ToString("N");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await PrepareAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(Key) || string.IsNullOrEmpty(School) || string.IsNullOrEmpty(Level))
            return BadRequest();
        if (string.IsNullOrWhiteSpace(ProjectTitle))
            return await RefuseAsync([new Refusal(texts["Form.Required"], "REQUIRED", Path: ["input", "title"])], cancellationToken);
        var input = new StepInput { ["schoolId"] = School, ["title"] = ProjectTitle.Trim(), ["level"] = Level, ["themes"] = Themes, ["idempotencyKey"] = Key };
        if (!string.IsNullOrEmpty(Subject))
            input["subjectId"] = Subject;
        var done = (await api.SendAsync(DraftChoiceOperation.Draft, new(input), cancellationToken)).Done;
        return done.ResearchProject is { } project && done.Errors.Count == 0
            ? Redirect(links.Application(project.Id))
            : await RefuseAsync(done.Errors, cancellationToken);
    }

    private async Task<IActionResult> RefuseAsync(IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken)
    {
        Refusals = new Refusals(refusals);
        return await PrepareAsync(cancellationToken) ?? Page();
    }

    private async Task<IActionResult?> PrepareAsync(CancellationToken cancellationToken)
    {
        var data = await api.SendAsync(DraftChoiceOperation.Operation, NoVariables.Value, cancellationToken);
        var viewer = data.Viewer.OrSignIn();
        Schools = [.. viewer.Roles.Where(role => role.Teacher is not null).Select(role => role.School).OfType<NamedRow>().DistinctBy(school => school.Id)];
        Subjects = [.. data.Districts.Nodes.SelectMany(district => district.Subjects.Nodes)];
        return Schools.Count == 0 ? Forbid() : null;
    }
}
