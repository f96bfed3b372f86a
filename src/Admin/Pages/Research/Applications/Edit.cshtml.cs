using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Research;
using HomeroomGraph.Admin.Texts;
using HomeroomGraph.Admin.Web;
using HomeroomGraph.Admin.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HomeroomGraph.Admin.Pages.Research.Applications;

/// <summary>
/// The application's form (申报书): its texts are saved as one types, members, stages and tasks are changed in place, opinions answered one by
/// one, and what a submission still lacks stands beside it, each part a way to its field: rules P1 to P4, P6, P8, P15. Without scripts a button saves.
/// </summary>
/// <remarks>
/// Whatever is sent goes by the project's version as the page has it. Who was overtaken is shown what stands there now, keeps what was typed, and may
/// save it over that (<see cref="Over"/>). A page that is behind stays so until it is read anew: what else stands on it is refused too.
/// </remarks>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed partial class EditModel(GraphQLClient api, ResearchLinks links, IStringLocalizer<ResearchTexts> texts) : PageModel
{
    /// <summary>The texts of the application, in the order of the form.</summary>
    public static IReadOnlyList<string> Sections { get; } =
        ["background", "significance", "academicValue", "necessity", "feasibility", "innovation", "plan", "expectedResults"];

    public static IReadOnlyList<string> Fields { get; } = [.. Sections, "title", "level", "subject", "group", "themes", "dueOn", "members", "stages", "opinions"];

    /// <summary>The page's version, which scripts keep up to date.</summary>
    [BindProperty(Name = "version")] public int? Version { get; set; }

    /// <summary>The version at which a form of its own was read: all there is without scripts.</summary>
    [BindProperty(Name = "read")] public int? Read { get; set; }

    /// <summary>The version that was seen and is to be written over.</summary>
    [BindProperty(Name = "over")] public int? Over { get; set; }

    public ProjectDraft Draft { get; private set; } = null!;
    public Refusals Refusals { get; private set; } = Refusals.None;

    /// <summary>What was refused at none of the fields.</summary>
    public IReadOnlyList<Refusal> Elsewhere => WrittenConflicts ? [] : [.. Refusals.Besides(Fields)];

    /// <summary>What a submission still lacks; null where nothing is submitted.</summary>
    public MissingList? Missing { get; private set; }

    /// <summary>The texts were saved, as htmx is told.</summary>
    public bool Saved { get; private set; }

    public string? Done { get; private set; }

    /// <summary>The opinions on the version before, which are answered one by one (P6).</summary>
    public IReadOnlyList<OpinionRow> Opinions => Draft.State != ProjectState.RevisionRequested
        ? []
        : [.. Draft.Opinions.Nodes.Where(opinion => opinion.Application?.Version == Draft.Opinions.Nodes.Max(one => one.Application?.Version))];

    /// <summary>Leader and members, in the order in which the API counts them.</summary>
    public IReadOnlyList<NamedMember> Team => [.. Draft.Members.Nodes.OrderBy(member => member.Role != ResearchMemberRole.Leader)];

    public IEnumerable<OwnedTask> TasksOf(StageRow stage) => Draft.Tasks.Nodes.Where(task => task.Stage?.Id == stage.Id);

    public async Task<IActionResult> OnGetAsync(string id, string? done, int? behind, CancellationToken cancellationToken)
    {
        Done = done is "saved" or "changed" ? done : null;
        var answer = await PrepareAsync(id, cancellationToken);
        if (answer is null && behind < Draft.Version)
            Behind = behind;
        return answer ?? Page();
    }

    /// <summary>Saves the texts: by htmx while one types, else by the button.</summary>
    public async Task<IActionResult> OnPostSaveAsync(string id, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        var done = (await api.SendAsync(ResearchMutations.SaveResearchApplication, new(Written(id)), cancellationToken)).Done;
        if (done.Errors.Count > 0)
            return await ShowTypedAsync(id, done.Errors, cancellationToken);
        if (!Request.IsHtmx())
            return Redirect(links.Application(id, "saved"));
        (Saved, IsBeside) = (true, true);
        Version = done.ResearchProject?.Version ?? Version;
        Missing = MissingList.Of(done.ResearchProject?.MissingParts) is { } missing ? missing with { IsBeside = true } : null;
        return Partial("_Saved", this);
    }

    /// <summary>Saves what stands there and submits it; the saved draft is what a refusal shows.</summary>
    public async Task<IActionResult> OnPostSubmitAsync(string id, string? key, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || string.IsNullOrEmpty(key))
            return BadRequest();
        var saved = (await api.SendAsync(ProjectDraftOperation.Save, new(Written(id)), cancellationToken)).Done;
        if (saved.ResearchProject is not { } draft)
            return await ShowTypedAsync(id, saved.Errors, cancellationToken);
        // It could be saved, so it is written still.
        Draft = draft with { PossibleSteps = new HashSet<string> { ProjectDraft.Save, ProjectDraft.EditTasks } };
        var input = new StepInput { ["projectId"] = id, ["expectedVersion"] = draft.Version, ["idempotencyKey"] = key };
        var done = (await api.SendAsync(ResearchMutations.SubmitResearchProject, new(input), cancellationToken)).Done;
        if (done.Errors.Count == 0)
            return Redirect(links.Project(id, "submit"));
        Refusals = new Refusals(done.Errors);
        Missing = new MissingList([.. done.Errors.Where(refusal => refusal.Path is ["project", ..])]) { IsRefused = true };
        return Page();
    }

    /// <summary>One change in place: of a member, a stage, a task or an answer. The form names it; what was left empty is left out.</summary>
    public async Task<IActionResult> OnPostPartAsync(string id, string part, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || PlanPart.Find(part) is not { } change)
            return BadRequest();
        var input = change.ToInput(id, Request.Form);
        input["expectedVersion"] = Expected;
        var refused = change.Missing(Request.Form) is { } field
            ? [new Refusal(texts["Form.Required"], "REQUIRED", Path: ["input", field])]
            : (await api.SendAsync(change.Mutation, new(input), cancellationToken)).Done.Errors;
        if (refused.Count == 0)
            return Redirect(links.Application(id, "changed", Over is not null && Request.IsHtmx() ? Version : null) + "#" + change.Section);
        RefusedPart = change;
        Refusals = new Refusals([.. refused.Select(refusal => refusal with { Path = [change.Section] })]);
        return await PrepareAsync(id, cancellationToken) ?? Page();
    }

    private async Task<IActionResult?> PrepareAsync(string id, CancellationToken cancellationToken)
    {
        var data = await api.SendAsync(ProjectDraftOperation.Operation, new(id), cancellationToken);
        if (data.ResearchProject is not { } draft)
            return NotFound();
        Draft = draft with { PossibleSteps = data.ResearchSteps.For(draft) };
        Missing = Draft.IsWritten ? MissingList.Of(Draft.MissingParts) : null;
        return Draft.IsWritten || Draft.PossibleSteps.Contains(ProjectDraft.EditTasks) || KeepsWritten ? null : Forbid();
    }
}
