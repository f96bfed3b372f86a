using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Research;
using HomeroomGraph.Admin.Texts;
using HomeroomGraph.Admin.Web;
using HomeroomGraph.Admin.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HomeroomGraph.Admin.Pages.Research.Steps;

/// <summary>
/// Takes a step of a project: one page for all that <see cref="StepForms"/> declare. It is sent with the project's version as it was read and
/// with a key, so it is taken once however often it is sent, and not over another's change. Rules P5 to P11, P14.
/// </summary>
[RequestSizeLimit(LargestUpload)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestUpload)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class StepModel(GraphQLClient api, DocumentTransfer documents, ResearchLinks links, IStringLocalizer<ResearchTexts> texts) : PageModel
{
    // Above the API's own bound, so that it is the API that says what is too big.
    private const long LargestUpload = 512L << 20;

    [BindProperty(Name = "version")] public int? Version { get; set; }
    [BindProperty(Name = "key")] public string? Key { get; set; }
    [BindProperty(Name = "school")] public string? School { get; set; }

    /// <summary>The project's title, with which a form that has a file is shown again.</summary>
    [BindProperty(Name = "project")] public string? ProjectTitle { get; set; }

    /// <summary>The due date as it is, with which such a form is shown again too.</summary>
    [BindProperty(Name = "due")] public DateOnly? DueOn { get; set; }

    /// <summary>By whose name reviewers of other schools are looked for.</summary>
    [BindProperty(Name = "search")] public string? SearchText { get; set; }

    public string? Search => AddressValues.Given(SearchText)?.Trim();

    public StepForm Form { get; private set; } = null!;
    public FormHead Head { get; private set; } = null!;

    /// <summary>What a form without a file shows of the project beside.</summary>
    public ProjectForStep Project { get; private set; } = null!;
    public DateOnly Today { get; private set; }
    public string? Row { get; private set; }

    /// <summary>The row as the address names it: where the form goes back to, whatever else was asked from it.</summary>
    public string? RouteRow => RouteData.Values["row"] as string;

    public StepValues Values { get; private set; } = new(null);
    public Refusals Refusals { get; private set; } = Refusals.None;

    /// <summary>Another one each time the form is shown: what was refused is tried anew.</summary>
    public string NewKey { get; } = Guid.NewGuid().ToString("N");

    public bool IsFirstLook => !HttpMethods.IsPost(Request.Method);

    public async Task<IActionResult> OnGetAsync(string id, string step, string? row, CancellationToken cancellationToken) =>
        await PrepareAsync(id, step, row, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(string id, string step, string? row, CancellationToken cancellationToken)
    {
        if (StepForms.Find(step) is not { } form)
            return NotFound();
        if (!ModelState.IsValid || string.IsNullOrEmpty(Key) || (form.HasFile && string.IsNullOrEmpty(School)))
            return BadRequest();
        (Form, Values) = (form, new StepValues(Request.Form));
        if (await SendAsync(id, row, cancellationToken) is { Count: > 0 } refused)
        {
            Refusals = new Refusals(refused);
            if (!form.HasFile)
                return await PrepareAsync(id, step, row, cancellationToken) ?? Page();
            Head = new FormHead(id, ProjectTitle ?? "", refused.Select(refusal => refusal.ActualVersion).FirstOrDefault(version => version is not null) ?? Version, School);
            return Page();
        }
        return Redirect(form.Slug == "discard" ? links.Projects() : links.Project(id, form.Slug));
    }

    /// <summary>Looks for reviewers at other schools; what is ticked stays.</summary>
    public async Task<IActionResult> OnPostSearchAsync(string id, string step, string? row, CancellationToken cancellationToken)
    {
        if (StepForms.Find(step) is not { NamesReviewers: true })
            return NotFound();
        Values = new StepValues(Request.Form);
        return await PrepareAsync(id, step, row, cancellationToken) ?? Page();
    }

    private async Task<IReadOnlyList<Refusal>> SendAsync(string id, string? row, CancellationToken cancellationToken)
    {
        if (Values.Missing(Form, Request.Form.Files).ToList() is { Count: > 0 } missing)
            return [.. missing.Select(field => new Refusal(texts["Form.Required"], "REQUIRED", Path: ["input", field.Name]))];
        if (Form.HasFile && await Values.UploadAsync(Form, Request.Form.Files, documents, School!, cancellationToken) is { } notTaken)
            return [notTaken];
        var input = Values.ToInput(Form, id, row);
        input["expectedVersion"] = Version;
        input["idempotencyKey"] = Key;
        return (await api.SendAsync(Form.Mutation, new(input), cancellationToken)).Done.Errors;
    }

    /// <summary>Null when the form can be shown; else the answer that says what is the matter.</summary>
    private async Task<IActionResult?> PrepareAsync(string id, string step, string? row, CancellationToken cancellationToken)
    {
        if (StepForms.Find(step) is not { } form)
            return NotFound();
        var data = await api.SendAsync(ProjectStepOperation.Operation, new(id, form.NamesPeople, form.NamesReviewers, Search), cancellationToken);
        var viewer = data.Viewer.OrSignIn();
        if (data.ResearchProject is not { } project)
            return NotFound();
        (Form, Project, Today, Row, DueOn) = (form, project, viewer.Today, row, project.DueOn);
        Head = new FormHead(project.Id, project.Title, project.Version, project.School?.Id);
        if (form.Row != StepRow.None && !HasRow(row))
            return Refusals.Any ? null : NotFound();
        // Who comes too late is told who was first; who never could is refused.
        return data.ResearchSteps.For(project).Contains(form.Step) || Refusals.Any ? null : Forbid();
    }

    /// <summary>What every form has of its project.</summary>
    public sealed record FormHead(string Id, string Title, int? Version, string? School);

    private bool HasRow(string? row) => row is not null && Form.Row switch
    {
        StepRow.MilestoneRequest => Project.MilestoneRequests.Nodes.Any(one => one.Id == row),
        StepRow.ExtensionRequest => Project.ExtensionRequests.Nodes.Any(one => one.Id == row),
        StepRow.ChangeRequest => Project.ChangeRequests.Nodes.Any(one => one.Id == row),
        StepRow.Inspection => Project.Inspections.Nodes.Any(one => one.Id == row),
        StepRow.Review => Project.Reviews.Nodes.Any(one => one.Id == row),
        _ => Project.PortfolioItems.Nodes.Any(one => one.Id == row),
    };
}
