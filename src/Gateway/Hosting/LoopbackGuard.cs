using HomeroomGraph.Data;
using HomeroomGraph.Gateway.Settings;

namespace HomeroomGraph.Gateway.Hosting;

/// <summary>The demo's password stands in the README: a database that has its accounts is served to this machine only.</summary>
internal static class LoopbackGuard
{
    public static async Task RunAsync(GatewaySettings settings, HomeroomDatabase database, CancellationToken cancellation)
    {
        var open = settings.ApiUrls.Where(url => !url.IsLoopback).Select(url => (SettingsTable.ApiUrls, url)).ToList();
        if (settings.Admin && !settings.AdminUrl.IsLoopback)
            open.Add((SettingsTable.AdminUrl, settings.AdminUrl));
        if (open.Count == 0)
            return;

        await using var demo = database.Access.CreateCommand("select exists (select from access.account where is_demo and not is_disabled)");
        if (await demo.ExecuteScalarAsync(cancellation) is not true)
            return;
        throw new SetupException(
            $"The database has demo accounts, whose password everybody knows, so it can't be served at {open[0].url}. "
            + $"Set {open[0].Item1.Name} to an address of this machine such as http://127.0.0.1:{open[0].url.Port}, "
            + $"or {SettingsTable.ConnectionString.Name} to a database without the demo.");
    }
}
