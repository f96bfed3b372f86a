using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Research;
using HomeroomGraph.Admin.Texts;
using HomeroomGraph.Admin.Web;
using HomeroomGraph.Admin.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HomeroomGraph.Admin.Pages.Research.Reviews;

/// <summary>Gives the own review of a version (rule P5): three scores, a comment, and what is to be mended, one opinion a line. Once given it is read only.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class GiveModel(GraphQLClient api, ResearchLinks links, IStringLocalizer<ResearchTexts> texts) : PageModel
{
    public static IReadOnlyList<string> Scores { get; } = ["scientific", "advancement", "feasibility"];

    [BindProperty(Name = "key")] public string? Key { get; set; }
    [BindProperty(Name = "scientific")] public string? Scientific { get; set; }
    [BindProperty(Name = "advancement")] public string? Advancement { get; set; }
    [BindProperty(Name = "feasibility")] public string? Feasibility { get; set; }
    [BindProperty(Name = "comment")] public string? Comment { get; set; }
    [BindProperty(Name = "opinions")] public string? Opinions { get; set; }

    public ReviewToGive Review { get; private set; } = null!;
    public Refusals Refusals { get; private set; } = Refusals.None;
    public string NewKey { get; } = Guid.NewGuid().ToString("N");

    public bool IsOpen => Review.State == ReviewState.Assigned;

    public string? ScoreOf(string name) => name switch { "scientific" => Scientific, "advancement" => Advancement, _ => Feasibility };

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken) => await PrepareAsync(id, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(Key))
            return BadRequest();
        var refused = await SendAsync(id, cancellationToken);
        if (refused.Count == 0)
            return Redirect(links.Reviews(given: true));
        Refusals = new Refusals(refused);
        return await PrepareAsync(id, cancellationToken) ?? Page();
    }

    private async Task<IReadOnlyList<Refusal>> SendAsync(string id, CancellationToken cancellationToken)
    {
        var input = new StepInput { ["reviewId"] = id, ["idempotencyKey"] = Key };
        var wrong = new List<Refusal>();
        foreach (var name in Scores)
        {
            if (int.TryParse(ScoreOf(name), out var score) && score is >= 0 and <= 100)
                input[name] = score;
            else
                wrong.Add(new Refusal(texts["Review.ScoreRange"], "REQUIRED", Path: ["input", name]));
        }
        if (AddressValues.Given(Comment) is { } comment)
            input["comment"] = comment.Trim();
        else
            wrong.Add(new Refusal(texts["Form.Required"], "REQUIRED", Path: ["input", "comment"]));
        if (wrong.Count > 0)
            return wrong;
        input["opinions"] = (Opinions ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return (await api.SendAsync(ResearchMutations.SubmitResearchReview, new(input), cancellationToken)).Done.Errors;
    }

    private async Task<IActionResult?> PrepareAsync(string id, CancellationToken cancellationToken)
    {
        var data = await api.SendAsync(ReviewToGiveOperation.Operation, new(id), cancellationToken);
        if (data.ResearchReview is not { Project: not null } review)
            return NotFound();
        Review = review;
        // The office reads reviews on the project's page; here is who gives one.
        return IsOpen && !data.ResearchSteps.For(review.Project).Contains("submitResearchReview") && !Refusals.Any ? Forbid() : null;
    }
}
