using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Research;
using HomeroomGraph.Admin.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace HomeroomGraph.Admin.Pages.Research.Projects;

/// <summary>Two versions of an application side by side with what changed, and the opinions that the later one answers: rule P6.</summary>
public sealed class CompareModel(GraphQLClient api, IStringLocalizer<ResearchTexts> texts) : PageModel
{
    public ProjectVersions Project { get; private set; } = null!;
    public WholeVersion Left { get; private set; } = null!;
    public WholeVersion Right { get; private set; } = null!;
    public IReadOnlyList<ComparedPart> Parts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, string? left, string? right, CancellationToken cancellationToken)
    {
        var data = await api.SendAsync(ProjectVersionsOperation.Operation, new(id), cancellationToken);
        if (data.ResearchProject is not { Applications.Nodes: [_, ..] versions } project)
            return NotFound();
        if (!TryVersion(left, versions, versions[Math.Max(versions.Count - 2, 0)], out var before) || !TryVersion(right, versions, versions[^1], out var after))
            return BadRequest();
        (Project, Left, Right) = (project, before, after);
        Parts = VersionComparison.Of(before, after, project, texts);
        return Page();
    }

    // Without a number it is the one that is meant otherwise.
    private static bool TryVersion(string? number, IReadOnlyList<WholeVersion> versions, WholeVersion otherwise, out WholeVersion version)
    {
        version = otherwise;
        if (string.IsNullOrEmpty(number))
            return true;
        if (!int.TryParse(number, out var wanted) || versions.FirstOrDefault(candidate => candidate.Version == wanted) is not { } found)
            return false;
        version = found;
        return true;
    }
}
