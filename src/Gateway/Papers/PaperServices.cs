using HomeroomGraph.Data.Papers;
using HomeroomGraph.Data.Papers.References;

namespace HomeroomGraph.Gateway.Papers;

/// <summary>The use cases of papers, for the host.</summary>
internal static class PaperServices
{
    public static void AddPapers(this IServiceCollection services)
    {
        services.AddSingleton<PaperWrites>();
        services.AddSingleton<RecordPaper>();
        services.AddSingleton<ChangePaper>();
        services.AddSingleton<RemovePaper>();
        services.AddSingleton<ReadReference>();
    }
}
