using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Awards;
using HomeroomGraph.Admin.Pages.Shared;
using HomeroomGraph.Admin.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HomeroomGraph.Admin.Pages.Awards;

/// <summary>An award is revoked with a reason (撤销奖项), by who approves its selection's grants: rules W3, W4.</summary>
public sealed class RevokeModel(GraphQLClient api, AwardLinks links, IStringLocalizer<AwardTexts> texts) : PageModel
{
    [BindProperty(Name = "key")] public string? Key { get; set; }
    [BindProperty(Name = "reason")] public string? Reason { get; set; }

    public AwardDetails Award { get; private set; } = null!;
    public Refusals Refusals { get; private set; } = Refusals.None;
    public string NewKey { get; } = Guid.NewGuid().ToString("N");

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken) => await AskAsync(id, cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(Key))
            return BadRequest();
        if (string.IsNullOrWhiteSpace(Reason))
            Refusals = new Refusals([new(texts["Revoke.Required"], "REQUIRED", Path: ["input", "reason"])]);
        else
        {
            var input = new AwardInput { ["awardId"] = id, ["reason"] = Reason, ["idempotencyKey"] = Key };
            var done = (await api.SendAsync(AwardOperations.Revoke, new(input), cancellationToken)).Done;
            if (done.Errors.Count == 0)
                return Redirect(links.Award(id, "revoked"));
            Refusals = new Refusals(done.Errors);
        }
        return await AskAsync(id, cancellationToken) ?? Page();
    }

    /// <summary>Reads the award; says why not where the viewer can't revoke it.</summary>
    private async Task<IActionResult?> AskAsync(string id, CancellationToken cancellationToken)
    {
        var data = await api.SendAsync(AwardOperations.Details, new(id), cancellationToken);
        if (data.Award is not { } award)
            return NotFound();
        Award = award;
        // One that somebody else has just revoked is told by the refusal.
        return award.MayBeRevokedBy(data.Viewer) || Refusals.Any ? null : Forbid();
    }
}
