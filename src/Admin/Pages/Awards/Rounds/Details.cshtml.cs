using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Awards;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Awards.Rounds;

/// <summary>A selection (评选): how far it has come, its committee and nominations, and what the viewer can do now: rules W2, W3.</summary>
public sealed class DetailsModel(GraphQLClient api) : PageModel
{
    private RoundDetailsData data = null!;

    public RoundDetails Round { get; private set; } = null!;
    public IReadOnlyList<RoundForm> Steps { get; private set; } = [];

    /// <summary>The steps of the selection as a whole that the viewer can take.</summary>
    public IReadOnlySet<string> Possible { get; private set; } = new HashSet<string>();

    /// <summary>The step that was just taken.</summary>
    public string? Done { get; private set; }

    public bool CanNominate => Possible.Contains("nominateForAward");
    public bool CanRelease => Possible.Contains("releaseAwardCommitteeMember");

    public bool VotesAreSecret => Round.KeepsVotesSecret();

    public async Task<IActionResult> OnGetAsync(string id, string? done, CancellationToken cancellationToken)
    {
        data = await api.SendAsync(RoundOperations.Details, new(id), cancellationToken);
        var viewer = data.Viewer.OrSignIn();
        if (data.AwardRound is not { } round)
            return NotFound();
        Round = round;
        Possible = data.AwardSteps.For(viewer, round);
        Steps = RoundForms.For(round, Possible);
        Done = done is "plan" or "nominate" || done is not null && RoundForms.Find(done) is not null ? done : null;
        return Page();
    }

    public IReadOnlyList<RoundForm> StepsOf(NominationRow nomination) => RoundForms.ForNomination(data.AwardSteps.For(data.Viewer!, Round, nomination));
}
