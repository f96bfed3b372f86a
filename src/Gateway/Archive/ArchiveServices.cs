using HomeroomGraph.Data.Archive;
using HomeroomGraph.Gateway.Settings;

namespace HomeroomGraph.Gateway.Archive;

/// <summary>The use cases of documents, for the host.</summary>
internal static class ArchiveServices
{
    public static void AddArchive(this IServiceCollection services, DocumentSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(settings.Terms);
        services.AddSingleton(new UploadPlaces(settings.Concurrent));
        services.AddSingleton<RequestUpload>();
        services.AddSingleton<UploadTickets>();
        services.AddSingleton<StoreDocument>();
        services.AddSingleton<UnattachedDocuments>();
        services.AddSingleton<DocumentUpload>();
        services.AddSingleton<WriteSemesterReport>();
        services.AddSingleton<ViewerQuestion>();
        services.AddHostedService<UnattachedSweep>();
    }

    public static void MapArchive(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapDocumentUpload();
        endpoints.MapDocumentDownload();
    }
}
