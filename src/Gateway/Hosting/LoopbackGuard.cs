using HomeroomGraph.Data;
using HomeroomGraph.Gateway.Settings;

namespace HomeroomGraph.Gateway.Hosting;

/// <summary>The demo's password stands in the README: a database that has its accounts is served to this machine only.</summary>
internal static class LoopbackGuard
{
    public static async Task RunAsync(GatewaySettings settings, HomeroomDatabase database, CancellationToken cancellation)
    {
        var open = settings.ApiUrls.Where(url => !url.IsLoopback).Select(url => (Setting: SettingsTable.ApiUrls, Url: url)).ToList();
        if (settings.Admin && !settings.AdminUrl.IsLoopback)
            open.Add((SettingsTable.AdminUrl, settings.AdminUrl));

        // Kestrel's own settings, where they are given, take the place of ours.
        open.AddRange(settings.KestrelUrls.Where(url => !url.IsLoopback).Select(url => (Setting: SettingsTable.ApiUrls, Url: url)));
        if (open.Count == 0)
            return;

        if (!settings.Demo && !await HasDemoAccountsAsync(database, cancellation))
            return;
        var (setting, address) = open[0];
        throw new SetupException(
            $"The demo accounts have a password that everybody knows, so a database with them can't be served at {address}. "
            + $"Set {setting.Name} to an address of this machine, such as http://127.0.0.1:{address.Port}; or use a database without "
            + $"the demo ({SettingsTable.ConnectionString.Name} or {SettingsTable.DataDirectory.Name}) and set {SettingsTable.Demo.Name}=false.");
    }

    private static async Task<bool> HasDemoAccountsAsync(HomeroomDatabase database, CancellationToken cancellation)
    {
        await using var demo = database.Access.CreateCommand("select exists (select from access.account where is_demo and not is_disabled)");
        return await demo.ExecuteScalarAsync(cancellation) is true;
    }
}
