using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Access;
using HomeroomGraph.Admin.Operations.Papers;
using HomeroomGraph.Admin.Operations.Research;
using HomeroomGraph.Admin.Pages.Shared;
using HomeroomGraph.Admin.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Papers;

/// <summary>The list of papers (论文列表) within the viewer's reach, with its export in every format: rules R1, R4.</summary>
public sealed class IndexModel(GraphQLClient api, PaperLinks links) : PageModel
{
    public PaperListQuery Query { get; private set; } = new();
    public Connection<PaperRow> Papers { get; private set; } = new([]);
    public IReadOnlyList<NamedRow> Schools { get; private set; } = [];
    public IReadOnlyList<SemesterOption> Semesters { get; private set; } = [];
    public bool HasManySchools => Schools.Count > 1;

    /// <summary>A teacher records the own papers, the research office those of the school.</summary>
    public bool MayRecord { get; private set; }

    /// <summary>The done removal, which leaves no page of its own.</summary>
    public bool Removed { get; private set; }

    public async Task<IActionResult> OnGetAsync(PaperListRequest request, string? done, CancellationToken cancellationToken)
    {
        if (request.ToQuery() is not { } query)
            return BadRequest();
        (Query, Removed) = (query, done == "removed");
        var data = await api.SendAsync(PaperOperations.List, query.ToVariables(), cancellationToken);
        Papers = data.Papers;
        Schools = data.Schools.Nodes;
        Semesters = data.Semesters.Nodes.Shared();
        MayRecord = data.Viewer?.Roles.Has(RoleCodes.Teacher, RoleCodes.ResearchOffice) == true;
        if (Request.IsHtmx())
            Response.Headers["HX-Push-Url"] = links.Papers(query);
        return Page();
    }

    public Pager Pager => new(
        "papers",
        Papers.PageInfo is { HasPreviousPage: true, StartCursor: { } first } ? links.Papers(Query.FromStart() with { Before = first }) : null,
        Papers.PageInfo is { HasNextPage: true, EndCursor: { } last } ? links.Papers(Query.FromStart() with { After = last }) : null);

    /// <summary>The head of a column the list can be ordered by.</summary>
    public ColumnHead Head(PaperColumn column, string text, string? @class = null) => new(
        OrderText.Name(column), text, links.Papers(Query.FromStart() with { Order = Query.Order.Next(column) }),
        column == Query.Order.Column ? Query.Order.Descending : null, @class);
}
