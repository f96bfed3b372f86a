using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace HomeroomGraph.Admin.Api;

/// <summary>Registers the way to the API, and the health endpoints that depend on it.</summary>
internal static class ApiServices
{
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan UploadTimeout = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan ReadyTimeout = TimeSpan.FromSeconds(5);

    public static void AddApi(this IServiceCollection services, AdminSettings settings)
    {
        services.AddTransient<CallerHandler>();
        services.AddSingleton<UnknownDocuments>();
        services.AddScoped<PageFrame>();
        services.AddHttpClient<GraphQLClient>(http =>
            {
                http.BaseAddress = settings.ApiUrl;
                http.Timeout = AnswerTimeout;
            })
            .ConfigurePrimaryHttpMessageHandler(() => Handler(settings))
            .AddHttpMessageHandler<CallerHandler>();
        services.AddHttpClient<CertificateClient>(http =>
            {
                http.BaseAddress = settings.ApiUrl;
                http.Timeout = AnswerTimeout;
            })
            .ConfigurePrimaryHttpMessageHandler(() => Handler(settings))
            .AddHttpMessageHandler<CallerHandler>();
        services.AddHttpClient<ImportUpload>(http =>
            {
                http.BaseAddress = settings.ApiUrl;
                http.Timeout = UploadTimeout;
            })
            .ConfigurePrimaryHttpMessageHandler(() => Handler(settings))
            .AddHttpMessageHandler<CallerHandler>();
        services.AddHttpClient<DocumentTransfer>(http =>
            {
                http.BaseAddress = settings.ApiUrl;
                http.Timeout = UploadTimeout;
            })
            .ConfigurePrimaryHttpMessageHandler(() => Handler(settings))
            .AddHttpMessageHandler<CallerHandler>();
        services.AddHttpClient<ListExport>(http =>
            {
                http.BaseAddress = settings.ApiUrl;
                http.Timeout = UploadTimeout;
            })
            .ConfigurePrimaryHttpMessageHandler(() => Handler(settings))
            .AddHttpMessageHandler<CallerHandler>();
        services.AddHttpClient(ApiReadiness.ClientName, http => http.Timeout = ReadyTimeout)
            .ConfigurePrimaryHttpMessageHandler(() => Handler(settings));
        services.AddHealthChecks().AddCheck<ApiReadiness>("api");
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
    }

    // A proxy of the environment is for the world outside, never for the API beside us; cookies and redirects have no place here.
    private static SocketsHttpHandler Handler(AdminSettings settings) => new()
    {
        UseProxy = !settings.ApiUrl.IsLoopback,
        UseCookies = false,
        AllowAutoRedirect = false,
    };
}
