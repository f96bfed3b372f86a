using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Organisation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Organisation.Teachers;

/// <summary>A teacher with employments, titles and the classes headed over the years: rules O5, A1.</summary>
public sealed class DetailsModel(GraphQLClient api) : PageModel
{
    public TeacherDetails Teacher { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        var data = await api.SendAsync(TeacherDetailsOperation.Operation, new(id), cancellationToken);
        if (data.Teacher is not { } teacher)
            return NotFound();
        Teacher = teacher;
        return Page();
    }
}
