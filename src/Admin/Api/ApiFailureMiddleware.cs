using HomeroomGraph.Admin.Access;

namespace HomeroomGraph.Admin.Api;

/// <summary>
/// Turns a failure of the API into what the user can do about it: sign in again and come back, or a page that says what is wrong.
/// The status set here gets its page from the status code pages around it.
/// </summary>
internal sealed partial class ApiFailureMiddleware(RequestDelegate next, ILogger<ApiFailureMiddleware> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (ApiFailureException failure) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, failure);
        }
    }

    private async Task AnswerAsync(HttpContext context, ApiFailureException failure)
    {
        context.Response.Clear();
        switch (failure.Kind)
        {
            case ApiFailureKind.SignInRequired:
                LogSession(failure.Message);
                await Session.ExpireAsync(context);
                break;
            case ApiFailureKind.PasswordChangeRequired:
                LogRefused(failure.Message);
                Session.RequirePasswordChange(context);
                break;
            case ApiFailureKind.Forbidden:
                LogRefused(failure.Message);
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                break;
            case ApiFailureKind.NotFound:
                LogRefused(failure.Message);
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
            case ApiFailureKind.Refused:
                LogRefused(failure.Message);
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                break;
            case ApiFailureKind.Unavailable:
                LogUnavailable(failure.Message, failure.InnerException?.Message);
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                break;
            case ApiFailureKind.Fault:
            default:
                LogFailed(failure);
                context.Response.StatusCode = StatusCodes.Status502BadGateway;
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Session ended. {Reason}")]
    private partial void LogSession(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The API refused. {Reason}")]
    private partial void LogRefused(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Reason} {Detail}")]
    private partial void LogUnavailable(string reason, string? detail);

    [LoggerMessage(Level = LogLevel.Error, Message = "The API failed.")]
    private partial void LogFailed(ApiFailureException failure);
}

internal static class ApiFailurePipeline
{
    public static void UseApiFailures(this WebApplication app) => app.UseMiddleware<ApiFailureMiddleware>();
}
