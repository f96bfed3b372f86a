using System.Security.Cryptography;
using HomeroomGraph.Gateway.Settings;
using Microsoft.Net.Http.Headers;

namespace HomeroomGraph.Gateway.Ide;

/// <summary>A browser that opens the API's address gets an IDE; whoever asks for data gets data.</summary>
internal static class IdeHosting
{
    /// <summary>What makes a request one for an answer of the API (GraphQL over HTTP, 5.2, and trusted documents).</summary>
    private static readonly string[] Parameters = ["query", "documentId", "operationName", "variables", "extensions"];

    private static readonly string[] DataTypes = ["application/json", "application/graphql-response+json", "text/event-stream"];

    /// <summary>Only files are compressed by this, never an answer: <see cref="UseIde"/> keeps it to their addresses.</summary>
    public static void AddIde(this IServiceCollection services) => services.AddResponseCompression(options =>
    {
        options.EnableForHttps = true;
        options.MimeTypes = ["text/css", "text/javascript", "application/json", "image/svg+xml"];
    });

    public static void UseIde(this WebApplication app, GatewaySettings settings)
    {
        if (!settings.Ide)
            return;
        var files = IdeFiles.Beside(AppContext.BaseDirectory);
        var page = new IdePage(settings, files);
        app.UseWhen(context => context.Request.Path.StartsWithSegments(files.Address.TrimEnd('/')), branch =>
        {
            if (settings.Subscriptions.Transports.Compression)
                branch.UseResponseCompression();
            branch.UseStaticFiles(files.ToOptions());
        });
        app.Use((context, next) => IsForThePage(context.Request) ? AnswerAsync(context, page) : next(context));
    }

    private static bool IsForThePage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && request.Path == IdePage.Path
        && !request.Headers.ContainsKey(HeaderNames.Authorization)
        && !Array.Exists(Parameters, request.Query.ContainsKey)
        && PrefersPage(request);

    /// <summary>It names HTML, and no type of data that it would have as gladly: <c>*/*</c> alone means data.</summary>
    private static bool PrefersPage(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        double page = QualityOf(accepted, "text/html");
        return page > 0 && Array.TrueForAll(DataTypes, type => QualityOf(accepted, type) < page);
    }

    private static double QualityOf(IList<MediaTypeHeaderValue> accepted, string type) =>
        accepted.Where(given => given.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)).Select(given => given.Quality ?? 1).DefaultIfEmpty(0).Max();

    private static Task AnswerAsync(HttpContext context, IdePage page)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        var answer = context.Response;
        answer.StatusCode = page.IsThere ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        answer.ContentType = "text/html; charset=utf-8";
        answer.Headers.CacheControl = "no-store";
        answer.Headers.Vary = "Accept, Accept-Language";
        answer.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        answer.Headers.ContentSecurityPolicy = IdePage.PolicyOf(nonce);
        return answer.WriteAsync(page.Write(IdeTexts.Of(context.Request), nonce), context.RequestAborted);
    }
}
