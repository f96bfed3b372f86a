using HomeroomGraph.Data;
using HomeroomGraph.Gateway.Settings;
using Npgsql;
using Spectre.Console;

namespace HomeroomGraph.Gateway.Hosting;

/// <summary>Opens the database of the settings and brings it to the schema of this program: the first steps of every verb.</summary>
internal static class OpenDatabase
{
    /// <summary>The gateway itself stops a statement at the time limit; PostgreSQL does a little later, should the gateway be unable to.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(2);

    public static async Task<HomeroomDatabase> RunAsync(
        GatewaySettings settings, DatabasePurpose purpose, StartLog log, CancellationToken cancellation)
    {
        var database = await log.StepAsync(
            () => HomeroomDatabase.OpenAsync(new(settings.ConnectionString, settings.DataDirectory, settings.Limits.Engine.TimeLimit + Slack), purpose, log.Console.WriteLine, cancellation),
            opened => opened.IsEmbedded ? "PostgreSQL runs · 数据库已启动" : "Database of ConnectionStrings__Homeroom · 外部数据库");
        try
        {
            await log.StepAsync(
                () => database.MigrateAsync(cancellation),
                applied => $"Schema is up to date, {applied.Count} migrations applied · 数据库结构已是最新");
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Which database it is, in one line for a person.</summary>
    public static async Task<string> DescribeAsync(HomeroomDatabase database, CancellationToken cancellation)
    {
        await using var connection = await database.Owner.OpenConnectionAsync(cancellation);
        if (!database.IsEmbedded)
            return $"PostgreSQL {connection.PostgreSqlVersion}, {connection.Host}:{connection.Port}/{connection.Database}";
        await using var folder = new NpgsqlCommand("show data_directory", connection);
        return $"PostgreSQL {connection.PostgreSqlVersion}, {await folder.ExecuteScalarAsync(cancellation)}";
    }
}
