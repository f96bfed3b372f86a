using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Organisation;
using HomeroomGraph.Admin.Pages.Shared;
using HomeroomGraph.Admin.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Organisation.Schools;

/// <summary>The list of schools (学校列表) within the viewer's reach: rule O1.</summary>
public sealed class IndexModel(GraphQLClient api, OrganisationLinks links) : PageModel
{
    public SchoolListQuery Query { get; private set; } = new();
    public Connection<SchoolRow> Schools { get; private set; } = new([]);
    public IReadOnlyList<DistrictOption> Districts { get; private set; } = [];

    /// <summary>With one district there is nothing to choose or to tell apart.</summary>
    public bool HasManyDistricts => Districts.Count > 1;

    public async Task<IActionResult> OnGetAsync(SchoolListRequest request, CancellationToken cancellationToken)
    {
        if (request.ToQuery() is not { } query)
            return BadRequest();
        Query = query;
        var data = await api.SendAsync(SchoolListOperation.Operation, query.ToVariables(), cancellationToken);
        Schools = data.Schools;
        Districts = data.Districts.Nodes;
        if (Request.IsHtmx())
            Response.Headers["HX-Push-Url"] = links.Schools(query);
        return Page();
    }

    public string? PreviousUrl => Schools.PageInfo is { HasPreviousPage: true, StartCursor: { } cursor }
        ? links.Schools(Query.FromStart() with { Before = cursor })
        : null;

    public string? NextUrl => Schools.PageInfo is { HasNextPage: true, EndCursor: { } cursor }
        ? links.Schools(Query.FromStart() with { After = cursor })
        : null;

    /// <summary>The head of a column the list can be ordered by.</summary>
    public ColumnHead Head(SchoolColumn column, string text, string? @class = null) => new(
        OrderText.Name(column), text, links.Schools(Query.FromStart() with { Order = Query.Order.Next(column) }),
        column == Query.Order.Column ? Query.Order.Descending : null, @class);
}
