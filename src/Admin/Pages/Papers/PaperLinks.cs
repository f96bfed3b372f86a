using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Operations.Papers;
using HomeroomGraph.Admin.Web;

namespace HomeroomGraph.Admin.Pages.Papers;

/// <summary>The addresses of the area Papers: the one place that knows how they are written.</summary>
public sealed class PaperLinks(PageAddresses pages)
{
    public string Papers() => pages.Of("/Papers/Index");

    /// <summary>The list after a removal.</summary>
    public string Removed() => pages.Of("/Papers/Index", new { done = "removed" });

    public string Papers(PaperListQuery query) => pages.Of("/Papers/Index", Values(query, null));

    /// <summary>The list as a file in one of the API's formats.</summary>
    public string Export(PaperListQuery query, string format) => pages.Of("/Papers/Export", Values(query, format));

    /// <summary>A paper's page; <paramref name="done"/> is what was just done.</summary>
    public string Paper(string id, string? done = null) => pages.Of("/Papers/Details", new { id, done });

    public string New() => pages.Of("/Papers/New");

    public string Edit(string id) => pages.Of("/Papers/Edit", new { id });

    public string File(string id) => pages.Of("/Papers/File", new { id });

    public string Remove(string id) => pages.Of("/Papers/Remove", new { id });

    public string Missing(string? school = null, DateOnly? semester = null, string? after = null, string? before = null) =>
        pages.Of("/Papers/Missing", new { school, semester = semester?.Iso(), after, before });

    public string Collection(PaperKind? kind = null, string? school = null, DateOnly? semester = null, bool awarded = false) => pages.Of(
        "/Papers/Collection", new { kind = kind?.ToCode(), school, semester = semester?.Iso(), awarded = awarded ? "true" : null });

    private static object Values(PaperListQuery query, string? format) => new
    {
        format,
        q = query.Text,
        kind = query.Kind?.ToCode(),
        semester = query.Semester?.Iso(),
        school = query.School,
        awarded = query.Awarded ? "true" : null,
        order = query.Order == PaperOrder.Default ? null : query.Order.ToString(),
        after = format is null ? query.After : null,
        before = format is null ? query.Before : null,
    };
}
