using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Awards;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Awards.Rounds;

/// <summary>A nomination (推荐): why, whether it is eligible and by which conditions, its votes and objections, and what the viewer can do now: rules W2, W3.</summary>
public sealed class NominationModel(GraphQLClient api) : PageModel
{
    public NominationDetails Nomination { get; private set; } = null!;
    public RoundOfNomination? Round => Nomination.Round;
    public IReadOnlyList<RoundForm> Steps { get; private set; } = [];
    public bool CanHandle { get; private set; }
    public string? Done { get; private set; }

    /// <summary>Of the last check: it says who is eligible.</summary>
    public IReadOnlyList<KeptCondition> Conditions =>
        [.. Nomination.Conditions.Nodes.Where(condition => condition.CheckNumber == Nomination.Conditions.Nodes.Max(one => one.CheckNumber))];

    public bool VotesAreSecret => Round?.KeepsVotesSecret() ?? true;

    public async Task<IActionResult> OnGetAsync(string id, string? done, CancellationToken cancellationToken)
    {
        var data = await api.SendAsync(RoundOperations.Nomination, new(id), cancellationToken);
        var viewer = data.Viewer.OrSignIn();
        if (data.AwardNomination is not { } nomination)
            return NotFound();
        Nomination = nomination;
        if (nomination.Round is { } round)
        {
            Steps = RoundForms.ForNomination(data.AwardSteps.For(viewer, round, nomination));
            CanHandle = data.AwardSteps.For(viewer, round).Contains("handleAwardObjection");
        }
        Done = done == "nominate" || done is not null && RoundForms.Find(done) is not null ? done : null;
        return Page();
    }
}
