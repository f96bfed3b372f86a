using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Research;
using HomeroomGraph.Admin.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HomeroomGraph.Admin.Pages.Research.Projects;

/// <summary>A research project: where it stands, its application, people, plan, inspections, portfolio, requests and story: rules P1 to P11, P14.</summary>
public sealed class DetailsModel(GraphQLClient api, IStringLocalizer<ResearchTexts> texts) : PageModel
{
    public ProjectDetails Project { get; private set; } = null!;
    public DateOnly Today { get; private set; }
    public IReadOnlyList<PhaseStep> Phases { get; private set; } = [];
    public IReadOnlyList<TimelineEntry> Timeline { get; private set; } = [];

    /// <summary>The tasks of a stage.</summary>
    public IEnumerable<TaskRow> TasksOf(StageRow stage) => Project.Tasks.Nodes.Where(task => task.Stage?.Id == stage.Id);

    /// <summary>The opinions and reviews by the version they are about, the newest first.</summary>
    public IEnumerable<(int Version, IReadOnlyList<ReviewRow> Reviews, IReadOnlyList<OpinionRow> Opinions)> Rounds =>
        Project.Reviews.Nodes.Select(review => review.Application?.Version).Concat(Project.Opinions.Nodes.Select(opinion => opinion.Application?.Version))
            .OfType<int>().Distinct().OrderDescending().Select(version => (
                version,
                (IReadOnlyList<ReviewRow>)[.. Project.Reviews.Nodes.Where(review => review.Application?.Version == version)],
                (IReadOnlyList<OpinionRow>)[.. Project.Opinions.Nodes.Where(opinion => opinion.Application?.Version == version)]));

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        var data = await api.SendAsync(ProjectDetailsOperation.Operation, new(id), cancellationToken);
        if (data.Viewer is not { } viewer)
            throw new ApiFailureException(ApiFailureKind.SignInRequired, "The API knows no viewer.");
        if (data.ResearchProject is not { } project)
            return NotFound();
        (Project, Today) = (project, viewer.Today);
        Phases = ProjectPhases.Of(project);
        Timeline = ProjectTimeline.Of(project, texts);
        return Page();
    }
}
