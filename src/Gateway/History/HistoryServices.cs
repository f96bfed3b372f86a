using HomeroomGraph.Data;
using HomeroomGraph.Data.History;
using HomeroomGraph.Gateway.Settings;

namespace HomeroomGraph.Gateway.History;

/// <summary>What keeps the change log, for the host.</summary>
internal static class HistoryServices
{
    public static void AddHistory(this IServiceCollection services, GatewaySettings settings, HomeroomDatabase database)
    {
        services.AddSingleton(provider => new ChangePruning(database.Writer, provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService(provider => new ChangePruningWorker(
            provider.GetRequiredService<ChangePruning>(), settings.ChangeLogDays, provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ChangePruningWorker>>()));
    }
}
