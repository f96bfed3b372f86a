using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace HomeroomGraph.Admin.Tests.Hosting;

/// <summary>The admin as it ships, on a port of its own, against a stub of the API.</summary>
public class AdminFixture : IAsyncLifetime
{
    private WebApplication? app;

    public StubApi Api { get; private set; } = null!;

    public Uri Url => new(app!.Urls.First());

    /// <summary>A chance for a fixture to replace a service.</summary>
    protected virtual void Configure(WebApplicationBuilder builder)
    {
    }

    public async ValueTask InitializeAsync()
    {
        Api = await StubApi.StartAsync();
        app = AdminHost.Build([], builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            builder.Configuration.AddInMemoryCollection([new("Homeroom:ApiUrl", Api.Url.ToString())]);
            Configure(builder);
        });
        await app.StartAsync();
    }

    /// <summary>A browser without a window: keeps cookies, follows no redirect, reads Chinese.</summary>
    public Visitor Visit(string language = "zh-CN") => new(Url, language);

    public async Task<Visitor> VisitSignedInAsync(string language = "zh-CN")
    {
        var visitor = Visit(language);
        await visitor.ChooseLanguageAsync(language);
        await visitor.SignInAsync();
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
        await Api.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
