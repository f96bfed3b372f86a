using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Pages.Organisation.Schools;
using HomeroomGraph.Admin.Web;

namespace HomeroomGraph.Admin.Pages.Organisation;

/// <summary>The addresses of the area Organisation: the one place that knows how they are written.</summary>
public sealed class OrganisationLinks(LinkGenerator links, IHttpContextAccessor context)
{
    public string Schools() => Page("/Organisation/Schools/Index");

    public string Schools(SchoolListQuery query) => Page("/Organisation/Schools/Index", new
    {
        q = query.Text,
        stage = query.Stage?.ToCode(),
        status = query.Status?.ToCode(),
        district = query.District,
        order = query.Order == SchoolOrder.Default ? null : query.Order.ToString(),
        after = query.After,
        before = query.Before,
    });

    public string School(string id, DateOnly? on = null) => Page("/Organisation/Schools/Details", new { id, on = on?.Iso() });

    public string Teacher(string id) => Page("/Organisation/Teachers/Details", new { id });

    private string Page(string page, object? values = null) =>
        links.GetPathByPage(context.HttpContext!, page, values: values)
        ?? throw new InvalidOperationException($"There is no page {page}.");
}
