using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Research;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Research.Reviews;

/// <summary>The review desk (我的评审): what is given to the viewer to review, open ones first: rule P5.</summary>
public sealed class IndexModel(GraphQLClient api) : PageModel
{
    public IReadOnlyList<DeskReview> Open { get; private set; } = [];
    public IReadOnlyList<DeskReview> Given { get; private set; } = [];
    public bool Done { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? done, CancellationToken cancellationToken)
    {
        var data = await api.SendAsync(ReviewDeskOperation.Operation, NoVariables.Value, cancellationToken);
        var viewer = data.Viewer.OrSignIn();
        var desks = viewer.Roles.Select(role => role.Teacher).OfType<ReviewerDesk>().ToList();
        if (desks.Count == 0)
            return Forbid();
        var reviews = desks.SelectMany(desk => desk.ResearchReviews.Nodes).DistinctBy(review => review.Id).ToList();
        // Of a project that was withdrawn or decided meanwhile nothing is given any more (P5).
        Open = [.. reviews.Where(review => review is { State: ReviewState.Assigned, Project.State: ProjectState.InReview }).OrderBy(review => review.AssignedAt)];
        Given = [.. reviews.Where(review => review.State == ReviewState.Submitted)];
        Done = done == "given";
        return Page();
    }
}
