using HomeroomGraph.Data.Awards;

namespace HomeroomGraph.Gateway.Awards;

/// <summary>The use cases of selections and rewards, for the host.</summary>
internal static class AwardServices
{
    public static void AddAwards(this IServiceCollection services)
    {
        services.AddSingleton<AwardWrites>();
        services.AddSingleton<PlanRound>();
        services.AddSingleton<MoveRound>();
        services.AddSingleton<SeatCommittee>();
        services.AddSingleton<Nominate>();
        services.AddSingleton<CheckNominations>();
        services.AddSingleton<Eligibility>();
        services.AddSingleton<CommitteeVotes>();
        services.AddSingleton<Objections>();
        services.AddSingleton<GrantAward>();
        services.AddSingleton<RecordOutsideAward>();
        services.AddSingleton<SetRewardRule>();
        services.AddSingleton<CertificateCheck>();
        services.AddSingleton<CertificateThrottle>();
    }
}
