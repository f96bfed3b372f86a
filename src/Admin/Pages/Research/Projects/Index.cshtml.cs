using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Access;
using HomeroomGraph.Admin.Operations.Research;
using HomeroomGraph.Admin.Pages.Shared;
using HomeroomGraph.Admin.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Research.Projects;

/// <summary>The list of research projects (课题列表) within the viewer's reach: rules P1, P2, P10.</summary>
public sealed class IndexModel(GraphQLClient api, ResearchLinks links) : PageModel
{
    public ProjectListQuery Query { get; private set; } = new();
    public Connection<ProjectRow> Projects { get; private set; } = new([]);
    public IReadOnlyList<NamedRow> Schools { get; private set; } = [];

    /// <summary>By code: districts name their subjects each for itself.</summary>
    public IReadOnlyList<CodedName> Subjects { get; private set; } = [];

    /// <summary>With one school there is nothing to choose or to tell apart.</summary>
    public bool HasManySchools => Schools.Count > 1;

    /// <summary>A teacher may begin one.</summary>
    public bool MayBegin { get; private set; }

    public async Task<IActionResult> OnGetAsync(ProjectListRequest request, CancellationToken cancellationToken)
    {
        if (request.ToQuery() is not { } query)
            return BadRequest();
        Query = query;
        var data = await api.SendAsync(ProjectListOperation.Operation, query.ToVariables(), cancellationToken);
        Projects = data.ResearchProjects;
        Schools = data.Schools.Nodes;
        MayBegin = data.Viewer?.Roles.Has(RoleCodes.Teacher) == true;
        Subjects = [.. data.Subjects.Nodes.DistinctBy(subject => subject.Code)];
        if (Request.IsHtmx())
            Response.Headers["HX-Push-Url"] = links.Projects(query);
        return Page();
    }

    public Pager Pager => new(
        "projects",
        Projects.PageInfo is { HasPreviousPage: true, StartCursor: { } first } ? links.Projects(Query.FromStart() with { Before = first }) : null,
        Projects.PageInfo is { HasNextPage: true, EndCursor: { } last } ? links.Projects(Query.FromStart() with { After = last }) : null);

    /// <summary>The head of a column the list can be ordered by.</summary>
    public ColumnHead Head(ProjectColumn column, string text, string? @class = null) => new(
        OrderText.Name(column), text, links.Projects(Query.FromStart() with { Order = Query.Order.Next(column) }),
        column == Query.Order.Column ? Query.Order.Descending : null, @class);
}
