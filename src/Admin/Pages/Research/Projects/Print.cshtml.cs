using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Research;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Research.Projects;

/// <summary>A version of the application as it is handed in on paper (课题申报书): rule P4.</summary>
public sealed class PrintModel(GraphQLClient api) : PageModel
{
    public ProjectVersions Project { get; private set; } = null!;
    public WholeVersion Version { get; private set; } = null!;

    public IReadOnlyList<SubmittedMember> Members => Version.MembersOf(Project);

    public IReadOnlyList<SubmittedStage> Stages => Version.StagesOf(Project);

    public async Task<IActionResult> OnGetAsync(string id, string? version, CancellationToken cancellationToken)
    {
        var wanted = 0;
        if (!string.IsNullOrEmpty(version) && !int.TryParse(version, out wanted))
            return BadRequest();
        var data = await api.SendAsync(ProjectVersionsOperation.Operation, new(id), cancellationToken);
        if (data.ResearchProject is not { Applications.Nodes: [_, ..] versions } project)
            return NotFound();
        if ((wanted == 0 ? versions[^1] : versions.FirstOrDefault(candidate => candidate.Version == wanted)) is not { } found)
            return NotFound();
        (Project, Version) = (project, found);
        return Page();
    }
}
