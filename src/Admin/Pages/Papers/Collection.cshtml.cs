using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Papers;
using HomeroomGraph.Admin.Operations.Research;
using HomeroomGraph.Admin.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Papers;

/// <summary>A semester's cases, or writings of another kind, compiled to a collection for print (案例集): a title page, the contents, and each with authors, abstract, reference: rule R3.</summary>
public sealed class CollectionModel(GraphQLClient api) : PageModel
{
    public PaperKind Kind { get; private set; } = PaperKind.Case;

    /// <summary>The first day of the semester; null for the current one.</summary>
    public DateOnly? Semester { get; private set; }

    public string? SchoolId { get; private set; }

    /// <summary>Those with an award only.</summary>
    public bool Awarded { get; private set; }

    public Connection<CollectedPaper> Papers { get; private set; } = new([]);
    public IReadOnlyList<SemesterOption> Semesters { get; private set; } = [];
    public IReadOnlyList<NamedRow> Schools { get; private set; } = [];

    /// <summary>What stands on the title page below the kind.</summary>
    public string? SemesterText => Semesters.FirstOrDefault(semester => Semester is { } chosen ? semester.StartsOn == chosen : semester.IsCurrent)?.Text();

    public string? SchoolText => Schools.FirstOrDefault(school => school.Id == SchoolId)?.Name ?? (Schools.Count == 1 ? Schools[0].Name : null);

    public async Task<IActionResult> OnGetAsync(string? kind, string? semester, string? school, string? awarded, CancellationToken cancellationToken)
    {
        Semester = Dates.ParseIso(semester);
        if (!AddressValues.TryCode<PaperKind>(kind, out var chosen) || (Semester is null && !string.IsNullOrEmpty(semester)) || AddressValues.Given(awarded) is not (null or "true"))
            return BadRequest();
        (Kind, SchoolId, Awarded) = (chosen ?? PaperKind.Case, AddressValues.Given(school), AddressValues.Given(awarded) is not null);
        var where = new PaperFilterInput
        {
            Kind = new(Kind),
            Semester = Semester is { } start ? new(StartsOn: new(start)) : new(IsCurrent: new(true)),
            SchoolId = SchoolId is null ? null : new(SchoolId),
            Awards = Awarded ? new(Any: true) : null,
        };
        var data = await api.SendAsync(PaperOperations.Collection, new(where), cancellationToken);
        Papers = data.Papers;
        Semesters = data.Semesters.Nodes.Shared();
        Schools = data.Schools.Nodes;
        return Page();
    }
}
