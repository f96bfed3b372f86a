using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Operations.Organisation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Organisation.Schools;

/// <summary>A school with the classes of the school year and their homeroom teachers on a date: rules O1, O6, A1.</summary>
public sealed class DetailsModel(GraphQLClient api) : PageModel
{
    public SchoolDetails School { get; private set; } = null!;
    public DateOnly On { get; private set; }

    public IEnumerable<IGrouping<int, ClassRow>> Grades => School.Classes.Nodes.GroupBy(row => row.Grade);

    public string? SchoolYear => School.Classes.Nodes.FirstOrDefault()?.SchoolYear.Name;

    public async Task<IActionResult> OnGetAsync(string id, string? on, CancellationToken cancellationToken)
    {
        if (Dates.ParseIso(on) is { } given)
            On = given;
        else if (string.IsNullOrEmpty(on))
            On = await TodayAsync(cancellationToken);
        else
            return BadRequest();

        var data = await api.SendAsync(SchoolDetailsOperation.Operation, new(id, On), cancellationToken);
        if (data.School is not { } school)
            return NotFound();
        School = school;
        return Page();
    }

    private async Task<DateOnly> TodayAsync(CancellationToken cancellationToken)
    {
        var data = await api.SendAsync(TodayOperation.Operation, NoVariables.Value, cancellationToken);
        return data.Viewer.OrSignIn().Today;
    }
}
