namespace HomeroomGraph.Admin.Web;

/// <summary>
/// htmx asks for a page and shows a part of it (https://four.htmx.org). A sign-in or an error page has no such part, so these are
/// always shown whole: the browser is told to go there itself.
/// </summary>
internal static class Htmx
{
    private const string RequestHeader = "HX-Request";
    private const string RedirectHeader = "HX-Redirect";

    public static bool IsHtmx(this HttpRequest request) => request.Headers.ContainsKey(RequestHeader);

    /// <summary>Leads the browser to a page, from a link and from htmx alike.</summary>
    public static void RedirectPage(this HttpContext context, string url)
    {
        if (context.Request.IsHtmx())
            context.Response.Headers[RedirectHeader] = url;
        else
            context.Response.Redirect(url);
    }

    /// <summary>An error in answer to htmx: load the same address as a page, which shows the error in full.</summary>
    public static void UseHtmxErrors(this WebApplication app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (request.IsHtmx() && HttpMethods.IsGet(request.Method))
        {
            var address = request.PathBase + request.Path + request.QueryString;
            context.Response.OnStarting(() =>
            {
                if (context.Response.StatusCode >= 400)
                    context.Response.Headers[RedirectHeader] = address;
                return Task.CompletedTask;
            });
        }
        await next(context);
    });
}
