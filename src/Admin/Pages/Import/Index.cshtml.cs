using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Access;
using HomeroomGraph.Admin.Operations.Import;
using HomeroomGraph.Admin.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Import;

/// <summary>The runs of imports, newest first.</summary>
public sealed class IndexModel(GraphQLClient api, ImportLinks links) : PageModel
{
    private const int PageSize = 20;

    public Connection<ImportRunRow> Runs { get; private set; } = new([]);
    public bool CanImport { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? after, string? before, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(after) && !string.IsNullOrEmpty(before))
            return BadRequest();
        var variables = string.IsNullOrEmpty(before)
            ? new PageVariables(PageSize, string.IsNullOrEmpty(after) ? null : after, null, null)
            : new PageVariables(null, null, PageSize, before);
        var data = await api.SendAsync(ImportRunListOperation.Operation, variables, cancellationToken);
        if (data.Viewer?.Roles.Has(ImportRoles.Readers) != true)
            return Forbid();
        CanImport = data.Viewer.Roles.Has(ImportRoles.Importers);
        Runs = data.ImportRuns;
        return Page();
    }

    public Pager Pager => new(
        "runs",
        Runs.PageInfo is { HasPreviousPage: true, StartCursor: { } first } ? links.Runs(before: first) : null,
        Runs.PageInfo is { HasNextPage: true, EndCursor: { } last } ? links.Runs(after: last) : null);
}
