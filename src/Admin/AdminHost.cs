using HomeroomGraph.Admin.Access;
using HomeroomGraph.Admin.Access.Authority;
using HomeroomGraph.Admin.Api;
using HomeroomGraph.Admin.Language;
using HomeroomGraph.Admin.Pages.Access;
using HomeroomGraph.Admin.Pages.Archive;
using HomeroomGraph.Admin.Pages.Archive.Teachers;
using HomeroomGraph.Admin.Pages.Awards;
using HomeroomGraph.Admin.Pages.Awards.Rounds;
using HomeroomGraph.Admin.Pages.Import;
using HomeroomGraph.Admin.Pages.Inbox;
using HomeroomGraph.Admin.Pages.Organisation;
using HomeroomGraph.Admin.Pages.Papers;
using HomeroomGraph.Admin.Pages.Research;
using HomeroomGraph.Admin.Web;

namespace HomeroomGraph.Admin;

/// <summary>
/// The admin as a web application. It runs alone (Program.cs) or inside the Gateway's process on a port of its own;
/// either way it knows the API only by its address.
/// </summary>
public static class AdminHost
{
    /// <summary>Builds the application; <paramref name="configure"/> has the last word on settings, address and logging.</summary>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        // Named after this assembly, not after the program: its compiled pages and its files are found from any host.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(AdminHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "admin"),
        });
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.WebHost.UseUrls(AdminSettings.Read(builder.Configuration).AdminUrl);
        configure?.Invoke(builder);
        AddServices(builder);
        var app = builder.Build();
        UsePipeline(app);
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder)
    {
        var settings = AdminSettings.Read(builder.Configuration);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddApi(settings);
        builder.Services.AddSession(settings);
        builder.Services.AddAuthority(settings.Authority);
        builder.Services.AddLanguages();
        builder.Services.AddStaticFileCompression();
        builder.Services.AddScoped<PageAddresses>();
        builder.Services.AddScoped<OrganisationLinks>();
        builder.Services.AddScoped<AccessLinks>();
        builder.Services.AddScoped<ArchiveLinks>();
        builder.Services.AddScoped<AwardLinks>();
        builder.Services.AddScoped<ClientLinks>();
        builder.Services.AddScoped<ImportLinks>();
        builder.Services.AddScoped<InboxLinks>();
        builder.Services.AddScoped<PaperLinks>();
        builder.Services.AddScoped<ResearchLinks>();
        builder.Services.AddScoped<RoundLinks>();
        builder.Services.AddScoped<TeacherArchiveQuestions>();
        builder.Services.AddScoped<ViewText>();
        builder.Services.AddScoped<SessionStart>();
        builder.Services.AddRazorPages(options =>
        {
            options.Conventions.AuthorizeFolder("/");
            options.Conventions.AllowAnonymousToPage("/Access/SignIn");
            options.Conventions.AllowAnonymousToPage("/Access/SignOut");
            options.Conventions.AllowAnonymousToPage("/Access/AuthoritySignIn");
            options.Conventions.AllowAnonymousToPage("/Access/AuthoritySignOut");
            options.Conventions.AllowAnonymousToPage("/Access/Language");
            options.Conventions.AllowAnonymousToPage("/Certificates/Check");
            options.Conventions.AllowAnonymousToFolder("/Errors");
        });
    }

    private static void UsePipeline(WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseCachedStaticFiles();
        app.UseRequestLocalization();
        app.UseExceptionHandler("/errors/500");
        app.UseHtmxErrors();
        app.UseStatusCodePagesWithReExecute("/errors/{0}");
        app.UseApiFailures();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapHealth();
        app.MapRazorPages();
    }
}
