using HomeroomGraph.Admin.Web;

namespace HomeroomGraph.Admin.Pages.Access;

/// <summary>The addresses of the pages about machine clients.</summary>
public sealed class ClientLinks(PageAddresses pages)
{
    public string Clients(string? after = null, string? before = null) => pages.Of("/Access/Clients/Index", new { after, before });

    public string Client(string id) => pages.Of("/Access/Clients/Details", new { id });

    public string New() => pages.Of("/Access/Clients/New");

    public string Change(string id, string change) => pages.Of("/Access/Clients/Change", new { id, change });
}
