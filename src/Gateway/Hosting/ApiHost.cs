using HomeroomGraph.Data;
using HomeroomGraph.Data.Import;
using HomeroomGraph.Data.Tenancy;
using HomeroomGraph.Gateway.Access;
using HomeroomGraph.Gateway.Archive;
using HomeroomGraph.Gateway.Auth;
using HomeroomGraph.Gateway.Awards;
using HomeroomGraph.Gateway.History;
using HomeroomGraph.Gateway.Ide;
using HomeroomGraph.Gateway.Import;
using HomeroomGraph.Gateway.Inbox;
using HomeroomGraph.Gateway.Papers;
using HomeroomGraph.Gateway.Research;
using HomeroomGraph.Gateway.Settings;
using HomeroomGraph.GraphQL.AspNetCore;
using Microsoft.AspNetCore.HttpOverrides;

namespace HomeroomGraph.Gateway.Hosting;

/// <summary>The API as a web application: what it is made of, and what each request passes.</summary>
internal static class ApiHost
{
    public static WebApplication Build(GatewaySettings settings, HomeroomDatabase database, TimeProvider time)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(ApiHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.BeQuiet();
        builder.WebHost.UseUrls([.. settings.ApiUrls.Select(url => url.ToString())]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = settings.Limits.BodyBytes;
            kestrel.Limits.MaxConcurrentUpgradedConnections = settings.Subscriptions.Limits.Total;
        });
        AddServices(builder.Services, settings, database, time);
        var app = builder.Build();
        UsePipeline(app, settings, database);
        return app;
    }

    private static void AddServices(IServiceCollection services, GatewaySettings settings, HomeroomDatabase database, TimeProvider time)
    {
        services.AddSingleton(settings);
        services.AddCors();
        services.AddSingleton(database);
        services.AddSingleton(time);
        services.AddSingleton(new BusinessClock(time, settings.Today));
        services.AddSingleton<RecordWrites>();
        services.AddSingleton<FaultAnswers>();
        services.AddSingleton(provider => new ImportJobs(database.Writer, provider.GetRequiredService<BusinessClock>()));
        services.AddSingleton(new KeySchedule(settings.SigningKeyLifetime));
        services.AddSingleton<ISigningKeyStore>(new DatabaseSigningKeyStore(database.Access, new KeyProtection(settings.SigningKeyEncryptionKey)));
        services.AddTokenAuthentication(new TokenTerms(settings.PublicUrl.ToString().TrimEnd('/'), settings.TokenLifetime), settings.Foreign);
        services.AddAccess(settings);
        services.AddInbox(settings.Inbox, database);
        services.AddResearch();
        services.AddPapers();
        services.AddAwards();
        services.AddArchive(settings.Documents);
        services.AddHistory(settings, database);
        services.AddHomeroomGraphQL(settings, database);
        services.AddIde();
    }

    private static void UsePipeline(WebApplication app, GatewaySettings settings, HomeroomDatabase database)
    {
        // The admin beside us asks for its users and says where they come from; only callers on this machine are believed.
        app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor });
        app.UseSecurityHeaders();
        app.UseOtherOrigins(settings.AllowedOrigins);
        // Not as a class of middleware: that would make the services of each request, which hardly one asks for.
        var faults = app.Services.GetRequiredService<FaultAnswers>();
        app.Use((context, next) => faults.InvokeAsync(context, next));
        app.MapHealth(database.Reader);
        app.UseIde(settings);
        app.UseWhen(IsHandshake, sockets => sockets.UseWebSockets());
        app.UseTokenAuthentication();
        app.MapTokenEndpoints();
        app.MapImports();
        app.MapArchive();
        app.MapCertificates();
        app.MapGraphQL("/graphql");
        app.MapGraphQLExports("/exports");
    }

    /// <summary>A request to become a WebSocket: by HTTP/1.1 (RFC 6455) or HTTP/2 (RFC 8441).</summary>
    private static bool IsHandshake(HttpContext context) => context.Request.Headers.Upgrade.Count > 0 || HttpMethods.IsConnect(context.Request.Method);
}
