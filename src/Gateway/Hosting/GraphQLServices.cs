using HomeroomGraph.Data;
using HomeroomGraph.Data.Access;
using HomeroomGraph.Gateway.Answers;
using HomeroomGraph.Gateway.Archive;
using HomeroomGraph.Gateway.Auth;
using HomeroomGraph.Gateway.Documents;
using HomeroomGraph.Gateway.Papers;
using HomeroomGraph.Gateway.Settings;
using HomeroomGraph.Gateway.Subscriptions;
using HomeroomGraph.GraphQL.Answers;
using HomeroomGraph.GraphQL.AspNetCore;
using HomeroomGraph.GraphQL.Execution;
using HomeroomGraph.GraphQL.Exports;
using HomeroomGraph.GraphQL.Exports.Formats;
using HomeroomGraph.GraphQL.Paging;

namespace HomeroomGraph.Gateway.Hosting;

/// <summary>What the API's GraphQL side is made of.</summary>
internal static class GraphQLServices
{
    /// <summary>Queries that run at once under each role, of all clients. PostgreSQL has few processors; more would wait there and hold its memory.</summary>
    private const int MostReading = 12;

    /// <summary>In which a list is exported (rule R4).</summary>
    private static readonly IReadOnlyList<ExportFormat> ExportFormats = [CsvFormat.ForSpreadsheets, CsvFormat.Verbatim, new XlsxFormat(), new JsonLinesFormat(), .. ReferenceFormat.All];

    public static void AddHomeroomGraphQL(this IServiceCollection services, GatewaySettings settings, HomeroomDatabase database)
    {
        services.AddSingleton<IRowSource>(_ => new NpgsqlRowSource(
            database.Reader, database.LargeReader, new ReadConnections(database.PreparedReader, MostReading),
            new ConnectionsOfSome(viewer => ((HomeroomViewer)viewer).ReadsOneDistrict, new ReadConnections(database.DistrictReader, MostReading))));
        services.AddSingleton(new DataVersions(database.Reader));
        services.AddSingleton<IVersionSource>(provider => provider.GetRequiredService<DataVersions>());
        services.AddHostedService(provider => provider.GetRequiredService<DataVersions>());
        services.AddSingleton(new ViewerAccounts(database.Access));
        services.AddSingleton<IViewerAccessor, ViewerSource>();
        services.AddSingleton<IFaultReport>(provider => provider.GetRequiredService<FaultAnswers>());
        services.AddSingleton<ReachWatch>();
        services.AddSingleton(new DeskWatch(database.Feed));
        services.AddHostedService<ChangeWatch>();
        var engine = settings.Limits.Engine with
        {
            Pages = new PageLimits(settings.PageSizeDefault, settings.PageSizeMax),
            AnonymousIntrospection = settings.Introspection,
            PlansForEveryone = settings.Plans,
            TrustedDocuments = [.. RegisteredDocuments.Of(settings), DownloadEndpoint.Question],
            TrustedDocumentsOnly = settings.TrustedDocumentsOnly,
            Answers = settings.Limits.Engine.Answers with { Edition = DataVersions.Edition },
        };
        services.AddGraphQL(HomeroomSchema.Build(), engine, settings.Subscriptions.Transports with { PublicHost = settings.PublicUrl.Authority, OtherOrigins = settings.AllowedOrigins }, settings.Subscriptions.Limits);
        services.AddGraphQLExports(engine, settings.Limits.Exports, new NpgsqlRowSource(database.ExportReader), ExportFormats);
    }
}
