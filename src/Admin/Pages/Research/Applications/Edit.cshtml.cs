using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Research;
using HomeroomGraph.Admin.Pages.Research.Steps;
using HomeroomGraph.Admin.Texts;
using HomeroomGraph.Admin.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HomeroomGraph.Admin.Pages.Research.Applications;

/// <summary>
/// The application's form (申报书): its texts are saved as one types, members, stages and tasks are changed in place, opinions answered one by
/// one, and what is missing is said at its field when it is submitted: rules P1 to P4, P6, P8, P15. Without scripts a button saves.
/// </summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class EditModel(GraphQLClient api, ResearchLinks links, IStringLocalizer<ResearchTexts> texts) : PageModel
{
    /// <summary>The texts of the application, in the order of the form.</summary>
    public static IReadOnlyList<string> Sections { get; } =
        ["background", "significance", "academicValue", "necessity", "feasibility", "innovation", "plan", "expectedResults"];

    private static readonly string[] Fields = [.. Sections, "title", "level", "themes", "dueOn", "members", "stages", "opinions"];

    [BindProperty(Name = "version")] public int? Version { get; set; }

    public ProjectDraft Draft { get; private set; } = null!;
    public Refusals Refusals { get; private set; } = Refusals.None;

    /// <summary>What was refused at none of the fields.</summary>
    public IReadOnlyList<Refusal> Elsewhere => [.. Refusals.Besides(Fields)];

    /// <summary>Each missing part as a link to its field.</summary>
    public IEnumerable<(string Field, Refusal Refusal)> Missing =>
        Refusals.All.Select(refusal => (Field: refusal.Path?.LastOrDefault(Fields.Contains), Refusal: refusal))
            .Where(part => part.Field is not null).Select(part => (part.Field!, part.Refusal));

    /// <summary>The texts were saved, as htmx is told.</summary>
    public bool Saved { get; private set; }

    public string? Done { get; private set; }

    /// <summary>The opinions on the version before, which are answered one by one (P6).</summary>
    public IReadOnlyList<OpinionRow> Opinions => Draft.State != ProjectState.RevisionRequested
        ? []
        : [.. Draft.Opinions.Nodes.Where(opinion => opinion.Application?.Version == Draft.Opinions.Nodes.Max(one => one.Application?.Version))];

    public IEnumerable<OwnedTask> TasksOf(StageRow stage) => Draft.Tasks.Nodes.Where(task => task.Stage?.Id == stage.Id);

    public async Task<IActionResult> OnGetAsync(string id, string? done, CancellationToken cancellationToken)
    {
        Done = done is "saved" or "changed" ? done : null;
        return await PrepareAsync(id, cancellationToken) ?? Page();
    }

    /// <summary>Saves the texts: by htmx while one types, else by the button.</summary>
    public async Task<IActionResult> OnPostSaveAsync(string id, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        var done = (await api.SendAsync(ResearchMutations.SaveResearchApplication, new(Written(id)), cancellationToken)).Done;
        Refusals = new Refusals(done.Errors);
        if (Request.IsHtmx())
        {
            Saved = done.Errors.Count == 0;
            Version = done.ResearchProject?.Version ?? Version;
            return Partial("_Saved", this);
        }
        return done.Errors.Count == 0 ? Redirect(links.Application(id, "saved")) : await PrepareAsync(id, cancellationToken) ?? Page();
    }

    /// <summary>Saves what stands there and submits it; the saved draft is what a refusal shows.</summary>
    public async Task<IActionResult> OnPostSubmitAsync(string id, string? key, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || string.IsNullOrEmpty(key))
            return BadRequest();
        var saved = (await api.SendAsync(ProjectDraftOperation.Save, new(Written(id)), cancellationToken)).Done;
        if (saved.ResearchProject is not { } draft)
        {
            Refusals = new Refusals(saved.Errors);
            return await PrepareAsync(id, cancellationToken) ?? Page();
        }
        // It could be saved, so it is written still.
        Draft = draft with { PossibleSteps = new HashSet<string> { ProjectDraft.Save, ProjectDraft.EditTasks } };
        var input = new StepInput { ["projectId"] = id, ["expectedVersion"] = draft.Version, ["idempotencyKey"] = key };
        var done = (await api.SendAsync(ResearchMutations.SubmitResearchProject, new(input), cancellationToken)).Done;
        if (done.Errors.Count == 0)
            return Redirect(links.Project(id, "submit"));
        Refusals = new Refusals(done.Errors);
        return Page();
    }

    /// <summary>One change in place: of a member, a stage, a task or an answer. The form names it; what was left empty is left out.</summary>
    public async Task<IActionResult> OnPostPartAsync(string id, string part, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || PlanPart.Find(part) is not { } change)
            return BadRequest();
        var input = change.ToInput(id, Request.Form);
        var refused = change.Missing(Request.Form) is { } field
            ? [new Refusal(texts["Form.Required"], "REQUIRED", Path: ["input", field])]
            : (await api.SendAsync(change.Mutation, new(input), cancellationToken)).Done.Errors;
        if (refused.Count == 0)
            return Redirect(links.Application(id, "changed") + "#" + change.Section);
        Refusals = new Refusals([.. refused.Select(refusal => refusal with { Path = [change.Section] })]);
        return await PrepareAsync(id, cancellationToken) ?? Page();
    }

    private StepInput Written(string id)
    {
        var form = Request.Form;
        var input = new StepInput { ["projectId"] = id, ["expectedVersion"] = Version, ["themes"] = form["themes"].ToArray() };
        foreach (var section in Sections)
            input[section] = AddressValues.Given(form[section]);
        foreach (var (name, field) in new[] { ("dueOn", "dueOn"), ("subjectId", "subject"), ("groupId", "group") })
            input[name] = AddressValues.Given(form[field]);
        if (AddressValues.Given(form["title"]) is { } title)
            input["title"] = title.Trim();
        if (AddressValues.Given(form["level"]) is { } level)
            input["level"] = level;
        return input;
    }

    private async Task<IActionResult?> PrepareAsync(string id, CancellationToken cancellationToken)
    {
        var data = await api.SendAsync(ProjectDraftOperation.Operation, new(id), cancellationToken);
        if (data.ResearchProject is not { } draft)
            return NotFound();
        Draft = draft with { PossibleSteps = data.ResearchSteps.For(draft) };
        return Draft.IsWritten || Draft.PossibleSteps.Contains(ProjectDraft.EditTasks) ? null : Forbid();
    }
}
