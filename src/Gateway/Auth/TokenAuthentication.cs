using HomeroomGraph.Gateway.Hosting;
using HomeroomGraph.GraphQL;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace HomeroomGraph.Gateway.Auth;

/// <summary>Who calls: nobody without an <c>Authorization</c> header, the token's account with a good one, and 401 with any other.</summary>
internal static class TokenAuthentication
{
    private const string Scheme = "Bearer ", HandlerIsAdded = "__AuthenticationMiddlewareSet";

    /// <summary>The challenge to a token that is not good (RFC 6750, section 3).</summary>
    public const string InvalidToken = "Bearer error=\"invalid_token\"";

    /// <summary>What is said of a token for which there is no better reason.</summary>
    public const string NotValid = "The access token is not valid or has expired. Sign in again.";

    public static void AddTokenAuthentication(this IServiceCollection services, TokenTerms terms, ForeignTerms? foreign)
    {
        services.AddSingleton(terms);
        services.AddSingleton<SigningKeyRing>();
        services.AddHostedService<SigningKeyWatch>();
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<AccessTokenReader>();
        if (foreign is not null)
        {
            services.AddSingleton(foreign);
            services.AddSingleton<ForeignAuthority>();
            services.AddSingleton<ForeignTokenReader>();
        }

        services.AddSingleton(provider => new BearerTokenReader(
            terms, provider.GetRequiredService<AccessTokenReader>(), provider.GetService<ForeignTokenReader>()));
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<BearerTokenReader>((options, reader) =>
            {
                options.MapInboundClaims = false;
                options.TokenHandlers.Clear();
                options.TokenHandlers.Add(reader);
                options.Events = new JwtBearerEvents { OnChallenge = AnswerAsync };
            });
    }

    /// <summary>Stops a request whose credentials are not good: it must not go on as if nobody had called.</summary>
    public static void UseTokenAuthentication(this IApplicationBuilder app)
    {
        var tokens = app.ApplicationServices.GetRequiredService<BearerTokenReader>();
        app.UseWhen(context => !Knows(tokens, context), first => first.UseAuthentication());
        // A web application adds the handler before all else where nobody has marked it as added; a branch marks only itself.
        app.Properties[HandlerIsAdded] = true;
        app.Use((context, next) => IsRefused(context) ? context.ChallengeAsync() : next(context));
    }

    /// <summary>Nothing is to be checked: there are no credentials, or a token that is remembered, whose user is set. The handler, its schemes and its results
    /// are for all else; they took a twelfth of a small request.</summary>
    private static bool Knows(BearerTokenReader tokens, HttpContext context)
    {
        var header = context.Request.Headers.Authorization;
        if (header.Count == 0)
            return true;
        if (header is not [{ } credentials] || !credentials.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            || tokens.Recall(credentials.AsSpan(Scheme.Length).Trim()) is not { } passed)
            return false;
        context.User = passed.Bearer;
        return true;
    }

    private static bool IsRefused(HttpContext context) =>
        context.Request.Headers.Authorization.Count > 0 && context.User.Identity?.IsAuthenticated != true
        && context.GetEndpoint()?.Metadata.GetMetadata<ReadsCredentialsItself>() is null;

    private static Task AnswerAsync(JwtBearerChallengeContext challenge)
    {
        challenge.HandleResponse();
        var why = challenge.AuthenticateFailure as RefusedTokenException;
        if (why is { IsForNow: true })
        {
            challenge.Response.Headers.RetryAfter = "30";
            return ErrorAnswer.WriteAsync(challenge.HttpContext, StatusCodes.Status503ServiceUnavailable, ErrorCodes.Unavailable, why.Message);
        }

        challenge.Response.Headers.WWWAuthenticate = InvalidToken;
        return ErrorAnswer.WriteAsync(challenge.HttpContext, StatusCodes.Status401Unauthorized, ErrorCodes.Unauthenticated,
            why?.Message ?? NotValid);
    }
}

/// <summary>The endpoint takes other credentials than a token, and looks at them by itself.</summary>
internal sealed class ReadsCredentialsItself;
