using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Pages.Archive.Audit;
using HomeroomGraph.Admin.Web;

namespace HomeroomGraph.Admin.Pages.Archive;

/// <summary>The addresses of the area Archive: the one place that knows how they are written.</summary>
public sealed class ArchiveLinks(PageAddresses pages)
{
    private const string AuditPage = "/Archive/Audit/Index";

    public string Audit() => pages.Of(AuditPage);

    public string Audit(AuditQuery query) => pages.Of(AuditPage, new
    {
        record = query.Record,
        from = query.From?.Iso(),
        to = query.To?.Iso(),
        actor = query.Actor,
        table = query.Table,
        row = query.Row,
        operation = query.Operation?.ToCode(),
        after = query.After,
        before = query.Before,
    });

    /// <summary>A document's bytes.</summary>
    public string Document(string id) => pages.Of("/Archive/Documents/Download", new { id });

    /// <summary>The trail of one record, by its global id.</summary>
    public string Trail(string record) => Audit(new AuditQuery { Record = record });
}
