using Microsoft.AspNetCore.ResponseCompression;

namespace HomeroomGraph.Admin.Web;

/// <summary>The files of wwwroot: compressed, and kept by the browser for as long as their content hash (<c>?v=</c>) names them.</summary>
internal static class StaticFiles
{
    private const string Forever = "public, max-age=31536000, immutable";
    private const string AskAgain = "no-cache";

    // Pages are left out: compressing secrets together with reflected input over TLS would leak them (BREACH).
    public static void AddStaticFileCompression(this IServiceCollection services) =>
        services.Configure<ResponseCompressionOptions>(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/css", "text/javascript", "image/svg+xml"];
        }).AddResponseCompression();

    public static void UseCachedStaticFiles(this WebApplication app) => app.UseStaticFiles(new StaticFileOptions
    {
        OnPrepareResponse = file =>
            file.Context.Response.Headers.CacheControl = file.Context.Request.Query.ContainsKey("v") ? Forever : AskAgain,
    });
}
