using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Awards;
using HomeroomGraph.Admin.Pages.Shared;
using HomeroomGraph.Admin.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Awards.Points;

/// <summary>A teacher's ledger of reward points (积分明细): entries are only added, what a revocation takes back stands beside what was given, and the sum is of all (rule W4).</summary>
public sealed class LedgerModel(GraphQLClient api, AwardLinks links) : PageModel
{
    private const int PageSize = 50;

    public TeacherLedger Teacher { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, string? after, string? before, CancellationToken cancellationToken)
    {
        (after, before) = (AddressValues.Given(after), AddressValues.Given(before));
        if (after is not null && before is not null)
            return BadRequest();
        var data = await api.SendAsync(PointOperations.Ledger, new(id, before is null ? PageSize : null, after, before is null ? null : PageSize, before), cancellationToken);
        if (data.Teacher is not { } teacher)
            return NotFound();
        Teacher = teacher;
        return Page();
    }

    public Pager Pager => new(
        "entries",
        Teacher.RewardPointEntries.PageInfo is { HasPreviousPage: true, StartCursor: { } first } ? links.Ledger(Teacher.Id, before: first) : null,
        Teacher.RewardPointEntries.PageInfo is { HasNextPage: true, EndCursor: { } last } ? links.Ledger(Teacher.Id, after: last) : null);
}
