using System.Diagnostics;
using HomeroomGraph.Admin.Web;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HomeroomGraph.Admin.Pages.Errors;

/// <summary>The page of every error: what happened, in the reader's words, and what to do next.</summary>
[IgnoreAntiforgeryToken] // It is run again in place of a form whose token was refused.
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed partial class StatusModel(ILogger<StatusModel> logger) : PageModel
{
    private static readonly int[] Known = [400, 403, 404, 500, 502, 503];

    public int Code { get; private set; }

    /// <summary>The number to tell whoever runs the system; it stands in the log too.</summary>
    public string? TraceId { get; private set; }

    /// <summary>The address that failed, to try again; only when trying again is safe and may help.</summary>
    public string? RetryUrl { get; private set; }

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    private void Show(int code)
    {
        Code = Known.Contains(code) ? code : code < 500 ? 400 : 500;
        Response.StatusCode = code is >= 400 and <= 599 ? code : StatusCodes.Status404NotFound;
        if (code < 500)
            return;
        TraceId = Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;
        LogShown(code, TraceId, FailedPath());
        if (HttpMethods.IsGet(Request.Method) && FailedPath() is not null)
            RetryUrl = HttpContext.CurrentAddress();
    }

    private string? FailedPath() =>
        HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
        ?? HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path;

    [LoggerMessage(Level = LogLevel.Error, Message = "Showed an error page: status {Status}, number {TraceId}, path {Path}")]
    private partial void LogShown(int status, string traceId, string? path);
}
