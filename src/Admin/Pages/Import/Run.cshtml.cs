using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations.Access;
using HomeroomGraph.Admin.Operations.Import;
using HomeroomGraph.Admin.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Import;

/// <summary>One run: its progress for as long as it runs, its report after that.</summary>
public sealed class RunModel(GraphQLClient api, ImportLinks links) : PageModel
{
    private const int PageSize = 100;

    public ImportRunDetails Run { get; private set; } = null!;
    public bool CanImport { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, string? after, string? before, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(after) && !string.IsNullOrEmpty(before))
            return BadRequest();
        var variables = string.IsNullOrEmpty(before)
            ? new ImportRunVariables(id, PageSize, string.IsNullOrEmpty(after) ? null : after, null, null)
            : new ImportRunVariables(id, null, null, PageSize, before);
        var data = await api.SendAsync(ImportRunDetailsOperation.Operation, variables, cancellationToken);
        if (data.Viewer?.Roles.Has(ImportRoles.Readers) != true)
            return Forbid();
        if (data.ImportRun is not { } run)
            return NotFound();
        (Run, CanImport) = (run, data.Viewer.Roles.Has(ImportRoles.Importers));
        return Page();
    }

    public Pager Pager => new(
        "findings",
        Run.Findings.PageInfo is { HasPreviousPage: true, StartCursor: { } first } ? links.Run(Run.Id, before: first) : null,
        Run.Findings.PageInfo is { HasNextPage: true, EndCursor: { } last } ? links.Run(Run.Id, after: last) : null);
}
