using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Operations.Research;
using HomeroomGraph.Admin.Pages.Research.Applications;
using HomeroomGraph.Admin.Pages.Research.Steps;
using HomeroomGraph.Admin.Texts;
using HomeroomGraph.Admin.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HomeroomGraph.Admin.Pages.Research.Projects;

/// <summary>A research project: where it stands, its application, people, plan, inspections, portfolio, requests and story: rules P1 to P11, P14.</summary>
public sealed class DetailsModel(GraphQLClient api, ResearchLinks links, IStringLocalizer<ResearchTexts> texts) : PageModel
{
    private const string CompleteTask = "task", CompleteStage = "stage";

    public ProjectDetails Project { get; private set; } = null!;
    public DateOnly Today { get; private set; }
    public IReadOnlyList<PhaseStep> Phases { get; private set; } = [];
    public IReadOnlyList<TimelineEntry> Timeline { get; private set; } = [];

    /// <summary>What the viewer can do with the project as a whole.</summary>
    public IReadOnlyList<StepForm> Steps { get; private set; } = [];

    /// <summary>The step that was just taken, for a word about it.</summary>
    public string? Done { get; private set; }

    /// <summary>What a submission still lacks, for the leader while the application is written (P4).</summary>
    public MissingList? Missing => Can("submitResearchProject") ? MissingList.Of(Project.MissingParts, links.Application(Project.Id)) : null;

    public Refusals Refusals { get; private set; } = Refusals.None;

    public bool Can(string step) => Project.PossibleSteps.Contains(step);

    /// <summary>The tasks of a stage.</summary>
    public IEnumerable<TaskRow> TasksOf(StageRow stage) => Project.Tasks.Nodes.Where(task => task.Stage?.Id == stage.Id);

    /// <summary>The opinions and reviews by the version they are about, the newest first.</summary>
    public IEnumerable<(int Version, IReadOnlyList<ReviewRow> Reviews, IReadOnlyList<OpinionRow> Opinions)> Rounds =>
        Project.Reviews.Nodes.Select(review => review.Application?.Version).Concat(Project.Opinions.Nodes.Select(opinion => opinion.Application?.Version))
            .OfType<int>().Distinct().OrderDescending().Select(version => (
                version,
                (IReadOnlyList<ReviewRow>)[.. Project.Reviews.Nodes.Where(review => review.Application?.Version == version)],
                (IReadOnlyList<OpinionRow>)[.. Project.Opinions.Nodes.Where(opinion => opinion.Application?.Version == version)]));

    public async Task<IActionResult> OnGetAsync(string id, string? done, CancellationToken cancellationToken)
    {
        Done = done is not null && (done is "submit" or CompleteTask or CompleteStage || StepForms.Find(done) is not null) ? done : null;
        return await PrepareAsync(id, cancellationToken) ?? Page();
    }

    /// <summary>A task or stage was done today: rule P8.</summary>
    public async Task<IActionResult> OnPostCompleteAsync(string id, string what, string row, string day, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || what is not (CompleteTask or CompleteStage) || Dates.ParseIso(day) is null)
            return BadRequest();
        var (mutation, name) = what == CompleteTask ? (ResearchMutations.CompleteResearchTask, "taskId") : (ResearchMutations.CompleteResearchStage, "stageId");
        var refused = (await api.SendAsync(mutation, new(new StepInput { [name] = row, ["doneOn"] = day }), cancellationToken)).Done.Errors;
        if (refused.Count == 0)
            return Redirect(links.Project(id, what) + "#plan");
        Refusals = new Refusals(refused);
        return await PrepareAsync(id, cancellationToken) ?? Page();
    }

    private async Task<IActionResult?> PrepareAsync(string id, CancellationToken cancellationToken)
    {
        var data = await api.SendAsync(ProjectDetailsOperation.Operation, new(id), cancellationToken);
        var viewer = data.Viewer.OrSignIn();
        if (data.ResearchProject is not { } project)
            return NotFound();
        (Project, Today) = (project with { PossibleSteps = data.ResearchSteps.For(project) }, viewer.Today);
        Phases = ProjectPhases.Of(project);
        Timeline = ProjectTimeline.Of(project, texts);
        Steps = [.. StepForms.For(Project)];
        return null;
    }
}
