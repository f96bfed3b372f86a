namespace HomeroomGraph.Admin.Web;

/// <summary>Addresses of pages by their names, below wherever the admin is mounted: what every area's links are made with.</summary>
public sealed class PageAddresses(LinkGenerator links, IHttpContextAccessor context)
{
    public string Of(string page, object? values = null) =>
        links.GetPathByPage(context.HttpContext!, page, values: values)
        ?? throw new InvalidOperationException($"There is no page {page}.");
}
