using HomeroomGraph.Admin;
using HomeroomGraph.Data;
using HomeroomGraph.Data.Demo;
using HomeroomGraph.Data.Import;
using HomeroomGraph.Gateway.Documents;
using HomeroomGraph.Gateway.Hosting;
using HomeroomGraph.Gateway.Settings;
using Microsoft.AspNetCore.Connections;

namespace HomeroomGraph.Gateway.Commands;

/// <summary>No verb: serves the API, and the admin beside it, until it is told to stop.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(CancellationToken stop)
    {
        var settings = GatewaySettings.FromEnvironment();
        PortCheck.Run(settings);
        RegisteredDocuments.Check(settings);
        var log = new StartLog(Terminal.Open());

        await using var database = await OpenDatabase.RunAsync(settings, DatabasePurpose.Serve, log, stop);
        await LoopbackGuard.RunAsync(settings, database, stop);
        if (settings.Demo)
            await log.StepAsync(() => new DemoSeed(database).RunAsync(stop), "The demo is there · 演示数据已就绪");

        await using var api = ApiHost.Build(settings, database, TimeProvider.System);
        await api.Services.GetRequiredService<ImportJobs>().RecoverAsync(stop);
        // The admin first: when the API says that it is ready, everything is.
        await using var admin = settings.Admin ? BuildAdmin(settings) : null;
        if (admin is not null)
            await log.StepAsync(() => ListenAsync(admin, settings.AdminUrl, SettingsTable.AdminUrl), "Admin listens · 管理后台已启动");
        await log.StepAsync(() => ListenAsync(api, settings.ApiUrls[0], SettingsTable.ApiUrls), "API listens · 接口已启动");

        var clock = api.Services.GetRequiredService<BusinessClock>();
        Banner.Print(log.Console, settings, new BannerFacts(log.Elapsed, await OpenDatabase.DescribeAsync(database, stop), clock.Today));
        await UntilAsync(stop);
        await StopAsync(admin, api);
        return ExitCode.Done;
    }

    private static WebApplication BuildAdmin(GatewaySettings settings) => AdminHost.Build([], builder =>
    {
        builder.BeQuiet();
        builder.WebHost.UseUrls(settings.AdminUrl.ToString());
        builder.Configuration["Homeroom:ApiUrl"] = $"{settings.ApiUrls[0].ToLocalUri()}graphql";
    });

    private static async Task ListenAsync(WebApplication host, ListenAddress address, Setting setting)
    {
        try
        {
            await host.StartAsync(CancellationToken.None);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw PortCheck.InUse(address, setting, e);
        }
    }

    private static async Task UntilAsync(CancellationToken stop)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = stop.Register(stopped.SetResult);
        await stopped.Task;
    }

    /// <summary>The admin first: its pages ask the API. The database stops when both are down.</summary>
    private static async Task StopAsync(params WebApplication?[] hosts)
    {
        foreach (var host in hosts.OfType<WebApplication>())
            await host.StopAsync(CancellationToken.None);
    }
}
