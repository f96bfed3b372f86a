using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Papers;
using HomeroomGraph.Admin.Operations.Research;
using HomeroomGraph.Admin.Pages.Shared;
using HomeroomGraph.Admin.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Papers;

/// <summary>Which homeroom teachers of a school still owe the semester's paper (论文未交名单): rule R2.</summary>
public sealed class MissingModel(GraphQLClient api, PaperLinks links) : PageModel
{
    private const int PageSize = 50;

    /// <summary>The school that is shown; null where the viewer sees none.</summary>
    public SchoolOwing? School { get; private set; }

    /// <summary>The first day of the semester that is shown; null for the current one.</summary>
    public DateOnly? Semester { get; private set; }

    public IReadOnlyList<SemesterOption> Semesters { get; private set; } = [];
    public IReadOnlyList<NamedRow> Schools { get; private set; } = [];

    public Connection<OwingTeacher> Teachers => School?.HomeroomTeachersWithoutPapers ?? new([]);

    public async Task<IActionResult> OnGetAsync(string? school, string? semester, string? after, string? before, CancellationToken cancellationToken)
    {
        (school, after, before) = (AddressValues.Given(school), AddressValues.Given(after), AddressValues.Given(before));
        Semester = Dates.ParseIso(semester);
        if ((Semester is null && !string.IsNullOrEmpty(semester)) || (after is not null && before is not null))
            return BadRequest();
        var variables = new MissingPapersVariables(
            school is null ? null : new(new(school)), Semester, before is null ? PageSize : null, after, before is null ? null : PageSize, before);
        var data = await api.SendAsync(PaperOperations.Missing, variables, cancellationToken);
        School = data.Missing.Nodes.Count > 0 ? data.Missing.Nodes[0] : null;
        Semesters = data.Semesters.Nodes.Shared();
        Schools = data.Schools.Nodes;
        return School is null && school is not null ? NotFound() : Page();
    }

    public Pager Pager => new(
        "missing",
        Teachers.PageInfo is { HasPreviousPage: true, StartCursor: { } first } ? links.Missing(School?.Id, Semester, before: first) : null,
        Teachers.PageInfo is { HasNextPage: true, EndCursor: { } last } ? links.Missing(School?.Id, Semester, after: last) : null);
}
