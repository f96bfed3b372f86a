using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Operations;
using HomeroomGraph.Admin.Operations.Access;
using HomeroomGraph.Admin.Operations.Archive;
using HomeroomGraph.Admin.Pages.Shared;
using HomeroomGraph.Admin.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Archive.Audit;

/// <summary>The audit trail (审计记录), newest first, and the trail of one record with what changed: rule V3.</summary>
public sealed class IndexModel(GraphQLClient api, ArchiveLinks links) : PageModel
{
    public AuditQuery Query { get; private set; } = new();
    public Connection<AuditEntryRow> Entries { get; private set; } = new([]);

    /// <summary>The last day lies before the first: said beside the form, and not asked.</summary>
    public bool IsPeriodReversed => Query is { From: { } from, To: { } to } && to < from;

    public async Task<IActionResult> OnGetAsync(AuditRequest request, CancellationToken cancellationToken)
    {
        if (request.ToQuery() is not { } query)
            return BadRequest();
        Query = query;
        if (IsPeriodReversed)
            return Page();

        var data = await api.SendAsync(AuditTrailOperation.Operation, query.ToVariables(), cancellationToken);
        // To whoever is no auditor the API shows an empty log, which must not look like one in which nothing happened.
        if (data.Viewer?.Roles.Has(RoleCodes.Auditor) != true)
            return Forbid();
        Entries = data.AuditEntries;
        if (Request.IsHtmx())
            Response.Headers["HX-Push-Url"] = links.Audit(query);
        return Page();
    }

    public Pager Pager => new(
        "entries",
        Entries.PageInfo is { HasPreviousPage: true, StartCursor: { } first } ? links.Audit(Query.FromStart() with { Before = first }) : null,
        Entries.PageInfo is { HasNextPage: true, EndCursor: { } last } ? links.Audit(Query.FromStart() with { After = last }) : null);

    /// <summary>The trail of the record an entry is about; by table and key where the contract does not show the record.</summary>
    public string TrailUrl(AuditEntryRow entry) => entry.Record is { } record
        ? links.Trail(record)
        : links.Audit(new AuditQuery { Table = entry.TableName, Row = entry.RowId });

    public string ActorUrl(string actor) => links.Audit(new AuditQuery { Actor = actor });
}
