using System.Text.Encodings.Web;
using HomeroomGraph.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace HomeroomGraph.Benchmarks.EfCore;

/// <summary>What a team would write with EF Core: an endpoint for each question, data loaders for what hangs on its rows, contexts from a pool,
/// nothing tracked, statements prepared by Npgsql, and System.Text.Json. The owner's login, no token, no policy.</summary>
internal static class EfCoreHost
{
    public static WebApplication Build(string connectionString, string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        var connection = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "EF Core", MaxPoolSize = 16, MaxAutoPrepare = 100, AutoPrepareMinUsages = 2, NoResetOnClose = true };
        builder.Services.AddPooledDbContextFactory<HomeroomDbContext>(options => options
            .UseNpgsql(connection.ConnectionString)
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .EnableThreadSafetyChecks(false));
        var app = builder.Build();
        app.MapGet("/OneProject", OneProject.GetAsync);
        app.MapGet("/ProjectsOfDistrict", ProjectsOfDistrict.GetAsync);
        app.MapGet("/TeachersOfSchool", TeachersOfSchool.GetAsync);
        app.MapGet("/PapersAfterCursor", PapersAfterCursor.GetAsync);
        app.MapGet("/SchoolFigures", SchoolFigures.GetAsync);
        return app;
    }

    /// <summary>An enum as the contract has it.</summary>
    public static string NameOf<TEnum>(TEnum value)
        where TEnum : struct, Enum => Names<TEnum>.Texts[value];

    private static class Names<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly Dictionary<TEnum, string> Texts = Enum.GetValues<TEnum>().ToDictionary(v => v, v => EnumText<TEnum>.Of(v).ToUpperInvariant());
    }
}
