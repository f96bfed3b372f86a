using System.Globalization;
using HomeroomGraph.Admin.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;

namespace HomeroomGraph.Admin.Access.Authority;

/// <summary>What comes back from the authority becomes a session, if the API accepts its token; or a word on the sign-in page.</summary>
internal sealed partial class AuthoritySession(ILogger<AuthoritySession> log, TimeProvider clock) : OAuthEvents
{
    /// <summary>So long lasts a token of which the authority does not say it.</summary>
    private const int UsualSeconds = 300;

    public override async Task TicketReceived(TicketReceivedContext context)
    {
        context.HandleResponse();
        var (http, tokens) = (context.HttpContext, context.Properties!);
        var token = tokens.GetTokenValue("access_token")!;
        var session = http.RequestServices.GetRequiredService<SessionStart>();
        try
        {
            await session.RunAsync(http, token, ExpiryOf(tokens), SessionOrigin.Authority, http.RequestAborted);
            http.Response.Redirect(context.ReturnUri ?? "/");
        }
        catch (ApiFailureException failure) when (failure.Kind == ApiFailureKind.SignInRequired)
        {
            // Known there, and here not: most often the identity is not linked with an account.
            LogRefused(failure.Message);
            Leave(http, AuthorityProblem.Refused);
        }
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        context.HandleResponse();
        LogFailed(context.Failure?.Message);
        Leave(context.HttpContext, context.Failure is AuthorityUnavailableException ? AuthorityProblem.Unavailable : AuthorityProblem.Failed);
        return Task.CompletedTask;
    }

    public override Task AccessDenied(AccessDeniedContext context)
    {
        context.HandleResponse();
        Leave(context.HttpContext, AuthorityProblem.Failed);
        return Task.CompletedTask;
    }

    private DateTimeOffset ExpiryOf(AuthenticationProperties properties) =>
        DateTimeOffset.TryParse(properties.GetTokenValue("expires_at"), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at)
            ? at
            : clock.GetUtcNow().AddSeconds(UsualSeconds);

    private static void Leave(HttpContext http, AuthorityProblem problem) =>
        http.Response.Redirect(http.Request.PathBase + Session.SignInPath + QueryString.Create("authority", $"{problem}"));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The API does not accept the authority's token. {Reason}")]
    private partial void LogRefused(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sign-in at the authority failed. {Reason}")]
    private partial void LogFailed(string? reason);
}

/// <summary>Why a sign-in by the authority led to nothing.</summary>
public enum AuthorityProblem
{
    /// <summary>The API knows no account of that identity.</summary>
    Refused,

    /// <summary>The authority does not answer.</summary>
    Unavailable,

    /// <summary>It was broken off, took too long, or was none of ours.</summary>
    Failed,
}
