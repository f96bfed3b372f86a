using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Pages.Organisation.Schools;
using HomeroomGraph.Admin.Web;

namespace HomeroomGraph.Admin.Pages.Organisation;

/// <summary>The addresses of the area Organisation: the one place that knows how they are written.</summary>
public sealed class OrganisationLinks(PageAddresses pages)
{
    public string Schools() => pages.Of("/Organisation/Schools/Index");

    public string Schools(SchoolListQuery query) => pages.Of("/Organisation/Schools/Index", new
    {
        q = query.Text,
        stage = query.Stage?.ToCode(),
        status = query.Status?.ToCode(),
        district = query.District,
        order = query.Order == SchoolOrder.Default ? null : query.Order.ToString(),
        after = query.After,
        before = query.Before,
    });

    public string School(string id, DateOnly? on = null) => pages.Of("/Organisation/Schools/Details", new { id, on = on?.Iso() });

    public string Teacher(string id) => pages.Of("/Organisation/Teachers/Details", new { id });
}
