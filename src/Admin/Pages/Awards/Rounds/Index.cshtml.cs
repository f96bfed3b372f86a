using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Awards;
using HomeroomGraph.Admin.Pages.Shared;
using HomeroomGraph.Admin.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Awards.Rounds;

/// <summary>The list of selections (评选列表) within the viewer's reach, with those in which it is the viewer's turn: rule W3.</summary>
public sealed class IndexModel(GraphQLClient api, RoundLinks links) : PageModel
{
    public RoundListQuery Query { get; private set; } = new();
    public Connection<RoundRow> Rounds { get; private set; } = new([]);
    public IReadOnlyList<WaitingRound> Waiting { get; private set; } = [];

    /// <summary>School years by their days, which districts share.</summary>
    public IReadOnlyList<SchoolYearOption> Years { get; private set; } = [];

    /// <summary>Acts for an office that runs selections.</summary>
    public bool MayPlan { get; private set; }

    public async Task<IActionResult> OnGetAsync(RoundListRequest request, CancellationToken cancellationToken)
    {
        if (request.ToQuery() is not { } query)
            return BadRequest();
        Query = query;
        var data = await api.SendAsync(RoundOperations.List, query.ToVariables(), cancellationToken);
        (Rounds, Waiting) = (data.AwardRounds, data.Waiting.Nodes);
        Years = [.. data.SchoolYears.Nodes.DistinctBy(year => year.StartsOn)];
        MayPlan = data.Viewer?.Roles.Any(role => Planning.Offices.ContainsKey(role.Role)) == true;
        if (Request.IsHtmx())
            Response.Headers["HX-Push-Url"] = links.Rounds(query);
        return Page();
    }

    public Pager Pager => new(
        "rounds",
        Rounds.PageInfo is { HasPreviousPage: true, StartCursor: { } first } ? links.Rounds(Query.FromStart() with { Before = first }) : null,
        Rounds.PageInfo is { HasNextPage: true, EndCursor: { } last } ? links.Rounds(Query.FromStart() with { After = last }) : null);
}
