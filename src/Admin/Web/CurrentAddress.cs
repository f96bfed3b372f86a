using Microsoft.AspNetCore.Diagnostics;

namespace HomeroomGraph.Admin.Web;

internal static class CurrentAddressExtensions
{
    /// <summary>The address in the visitor's address bar, also while an error page stands in for it.</summary>
    public static string CurrentAddress(this HttpContext context)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is { } status)
            return status.OriginalPathBase + status.OriginalPath + status.OriginalQueryString;
        if (context.Features.Get<IExceptionHandlerPathFeature>() is { } failed)
            return context.Request.PathBase + failed.Path + context.Request.QueryString;
        return context.Request.PathBase + context.Request.Path + context.Request.QueryString;
    }
}
