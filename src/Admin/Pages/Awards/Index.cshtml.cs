using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Awards;
using HomeroomGraph.Admin.Operations.Research;
using HomeroomGraph.Admin.Pages.Shared;
using HomeroomGraph.Admin.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Awards;

/// <summary>The list of awards (获奖列表) within the viewer's reach, granted here and recorded from outside, with its exports: rules W1, W3.</summary>
public sealed class IndexModel(GraphQLClient api, AwardLinks links) : PageModel
{
    public AwardListQuery Query { get; private set; } = new();
    public Connection<AwardRow> Awards { get; private set; } = new([]);
    public IReadOnlyList<NamedRow> Schools { get; private set; } = [];

    /// <summary>School years by their days, which districts share.</summary>
    public IReadOnlyList<SchoolYearOption> Years { get; private set; } = [];

    /// <summary>The viewer is of an office that records awards of other bodies.</summary>
    public bool MayRecord { get; private set; }

    public bool HasManySchools => Schools.Count > 1;

    public async Task<IActionResult> OnGetAsync(AwardListRequest request, CancellationToken cancellationToken)
    {
        if (request.ToQuery() is not { } query)
            return BadRequest();
        Query = query;
        var data = await api.SendAsync(AwardOperations.List, query.ToVariables(), cancellationToken);
        Awards = data.Awards;
        Schools = data.Schools.Nodes;
        Years = [.. data.SchoolYears.Nodes.DistinctBy(year => (year.StartsOn, year.EndsOn))];
        MayRecord = data.Viewer?.Roles.Any(role => RecordingOffices.AreOf(role.Role)) == true;
        if (Request.IsHtmx())
            Response.Headers["HX-Push-Url"] = links.Awards(query);
        return Page();
    }

    public Pager Pager => new(
        "awards",
        Awards.PageInfo is { HasPreviousPage: true, StartCursor: { } first } ? links.Awards(Query.FromStart() with { Before = first }) : null,
        Awards.PageInfo is { HasNextPage: true, EndCursor: { } last } ? links.Awards(Query.FromStart() with { After = last }) : null);

    /// <summary>The head of a column the list can be ordered by.</summary>
    public ColumnHead Head(AwardColumn column, string text, string? @class = null) => new(
        OrderText.Name(column), text, links.Awards(Query.FromStart() with { Order = Query.Order.Next(column) }),
        column == Query.Order.Column ? Query.Order.Descending : null, @class);
}
