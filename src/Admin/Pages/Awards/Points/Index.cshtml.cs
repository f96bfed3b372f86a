using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Awards;
using HomeroomGraph.Admin.Operations.Papers;
using HomeroomGraph.Admin.Operations.Research;
using HomeroomGraph.Admin.Pages.Shared;
using HomeroomGraph.Admin.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Awards.Points;

/// <summary>Who has how many reward points (奖励积分), as far as the viewer sees their entries: an office all of the school, a teacher the own (rule W4).</summary>
public sealed class IndexModel(GraphQLClient api, AwardLinks links) : PageModel
{
    private const int PageSize = 50;

    public Connection<TeacherPoints> Teachers { get; private set; } = new([]);
    public IReadOnlyList<NamedRow> Schools { get; private set; } = [];
    public string? School { get; private set; }

    /// <summary>The teacher who the viewer is.</summary>
    public string? Own { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? school, string? after, string? before, CancellationToken cancellationToken)
    {
        (School, after, before) = (AddressValues.Given(school), AddressValues.Given(after), AddressValues.Given(before));
        if (after is not null && before is not null)
            return BadRequest();
        var filter = new TeacherFilterInput(new AnyInput(true), School is null ? null : new(new(School)));
        var data = await api.SendAsync(PointOperations.List, new(before is null ? PageSize : null, after, before is null ? null : PageSize, before, filter), cancellationToken);
        (Teachers, Schools) = (data.Teachers, data.Schools.Nodes);
        Own = data.Viewer?.Roles.Select(role => role.Teacher?.Id).FirstOrDefault(id => id is not null);
        return Page();
    }

    public Pager Pager => new(
        "points",
        Teachers.PageInfo is { HasPreviousPage: true, StartCursor: { } first } ? links.Points(School, before: first) : null,
        Teachers.PageInfo is { HasNextPage: true, EndCursor: { } last } ? links.Points(School, after: last) : null);
}
