using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Operations.Archive;
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

    /// <summary>A teacher's archive of a semester, or of the current one; <paramref name="done"/> was just written.</summary>
    public string Archive(string teacher, string? semester = null, SemesterReportKind? done = null) =>
        pages.Of("/Archive/Teachers/Details", new { id = teacher, semester, done = done?.ToCode() });

    /// <summary>The form of its plan or summary.</summary>
    public string Report(string teacher, SemesterReportKind kind, string semester) =>
        pages.Of("/Archive/Teachers/Report", new { id = teacher, kind = kind == SemesterReportKind.Plan ? "plan" : "summary", semester });

    /// <summary>It as one file.</summary>
    public string Bundle(string teacher, string semester) => pages.Of("/Archive/Teachers/Bundle", new { id = teacher, semester });

    /// <summary>The trail of one record, by its global id.</summary>
    public string Trail(string record) => Audit(new AuditQuery { Record = record });
}
