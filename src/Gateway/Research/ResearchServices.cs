using HomeroomGraph.Data.Research;

namespace HomeroomGraph.Gateway.Research;

/// <summary>The use cases of research projects, for the host.</summary>
internal static class ResearchServices
{
    public static void AddResearch(this IServiceCollection services)
    {
        services.AddSingleton<ProjectWrites>();
        services.AddSingleton<DraftProject>();
        services.AddSingleton<SaveApplication>();
        services.AddSingleton<EditTeam>();
        services.AddSingleton<EditStages>();
        services.AddSingleton<EditTasks>();
        services.AddSingleton<SubmitProject>();
        services.AddSingleton<AnswerOpinion>();
        services.AddSingleton<AssignReviewers>();
        services.AddSingleton<GiveReview>();
        services.AddSingleton<DecideReview>();
        services.AddSingleton<RecordDecision>();
        services.AddSingleton<InspectProject>();
        services.AddSingleton<FillPortfolio>();
        services.AddSingleton<SetTarget>();
        services.AddSingleton<RequestMilestone>();
        services.AddSingleton<DecideMilestone>();
        services.AddSingleton<RequestExtension>();
        services.AddSingleton<RequestChange>();
        services.AddSingleton<DecideChange>();
    }
}
