using HomeroomGraph.Admin.Operations.Awards;
using HomeroomGraph.Admin.Web;

namespace HomeroomGraph.Admin.Pages.Awards;

/// <summary>The addresses of awards that are granted or recorded, of their points and certificates: the one place that knows how they are written.</summary>
public sealed class AwardLinks(PageAddresses pages)
{
    public string Awards() => pages.Of("/Awards/Index");

    public string Awards(AwardListQuery query) => pages.Of("/Awards/Index", Values(query, null));

    /// <summary>The list as a file in one of the API's formats.</summary>
    public string Export(AwardListQuery query, string format) => pages.Of("/Awards/Export", Values(query, format));

    /// <summary>An award's page; <paramref name="done"/> is what was just done.</summary>
    public string Award(string id, string? done = null) => pages.Of("/Awards/Details", new { id, done });

    public string New() => pages.Of("/Awards/New");

    /// <summary>A certificate for print.</summary>
    public string Certificate(string id) => pages.Of("/Awards/Certificate", new { id });

    /// <summary>Where anybody checks a certificate's number.</summary>
    public string Check() => pages.Of("/Certificates/Check");

    public string Revoke(string id) => pages.Of("/Awards/Revoke", new { id });

    /// <summary>Who has how many points.</summary>
    public string Points(string? school = null, string? after = null, string? before = null) => pages.Of("/Awards/Points/Index", new { school, after, before });

    /// <summary>A teacher's ledger of points.</summary>
    public string Ledger(string id, string? after = null, string? before = null) => pages.Of("/Awards/Points/Ledger", new { id, after, before });

    /// <summary>Entries of the ledger as a file: of a school, of a teacher, or all.</summary>
    public string PointExport(string? school, string? teacher, string format) => pages.Of("/Awards/Points/Export", new { format, school, teacher });

    public string Rules(AwardKind? kind = null, bool inForce = false, string? done = null, string? after = null, string? before = null) =>
        pages.Of("/Awards/Rules/Index", new { kind = kind?.ToCode(), inForce = inForce ? "true" : null, done, after, before });

    private static object Values(AwardListQuery query, string? format) => new
    {
        format,
        q = query.Text,
        kind = query.Kind?.ToCode(),
        level = query.Level?.ToCode(),
        grade = query.Grade?.ToCode(),
        year = query.Year?.ToString(),
        school = query.School,
        status = query.Status is { } status ? AwardListQuery.Word(status) : null,
        order = query.Order == AwardOrder.Default ? null : query.Order.ToString(),
        after = format is null ? query.After : null,
        before = format is null ? query.Before : null,
    };
}
