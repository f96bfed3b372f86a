using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Awards;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Awards;

/// <summary>An award (获奖): what, to whom, by whom, with its points and its end: rules W1, W3, W4.</summary>
public sealed class DetailsModel(GraphQLClient api) : PageModel
{
    public AwardDetails Award { get; private set; } = null!;

    public bool MayRevoke { get; private set; }

    public string? Done { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, string? done, CancellationToken cancellationToken)
    {
        var data = await api.SendAsync(AwardOperations.Details, new(id), cancellationToken);
        if (data.Award is not { } award)
            return NotFound();
        (Award, MayRevoke, Done) = (award, award.MayBeRevokedBy(data.Viewer), done is "recorded" or "revoked" ? done : null);
        return Page();
    }
}
