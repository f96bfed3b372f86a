using HomeroomGraph.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Data.Research;

/// <summary>A kind of rows that hang on a project: how the project of one is found, to lock it first.</summary>
internal sealed record ProjectRow(Func<HomeroomDbContext, RecordKey, IQueryable<long>> Project)
{
    public static readonly ProjectRow Member = new((context, key) => context.ResearchMembers
        .Where(r => r.DistrictId == key.DistrictId && r.ResearchMemberId == key.Id).Select(r => r.ResearchProjectId));

    public static readonly ProjectRow Stage = new((context, key) => context.ResearchStages
        .Where(r => r.DistrictId == key.DistrictId && r.ResearchStageId == key.Id).Select(r => r.ResearchProjectId));

    public static readonly ProjectRow Task = new((context, key) => context.ResearchTasks
        .Where(r => r.DistrictId == key.DistrictId && r.ResearchTaskId == key.Id).Select(r => r.ResearchProjectId));

    public static readonly ProjectRow Review = new((context, key) => context.ResearchReviews
        .Where(r => r.DistrictId == key.DistrictId && r.ResearchReviewId == key.Id).Select(r => r.ResearchProjectId));

    public static readonly ProjectRow Opinion = new((context, key) => context.ResearchOpinions
        .Where(r => r.DistrictId == key.DistrictId && r.ResearchOpinionId == key.Id).Select(r => r.ResearchProjectId));

    public static readonly ProjectRow Inspection = new((context, key) => context.ResearchInspections
        .Where(r => r.DistrictId == key.DistrictId && r.ResearchInspectionId == key.Id).Select(r => r.ResearchProjectId));

    public static readonly ProjectRow PortfolioItem = new((context, key) => context.PortfolioItems
        .Where(r => r.DistrictId == key.DistrictId && r.ResearchPortfolioItemId == key.Id).Select(r => r.ResearchProjectId));

    public static readonly ProjectRow Extension = new((context, key) => context.ExtensionRequests
        .Where(r => r.DistrictId == key.DistrictId && r.ResearchExtensionRequestId == key.Id).Select(r => r.ResearchProjectId));

    public static readonly ProjectRow Change = new((context, key) => context.ChangeRequests
        .Where(r => r.DistrictId == key.DistrictId && r.ResearchChangeRequestId == key.Id).Select(r => r.ResearchProjectId));

    public static readonly ProjectRow Milestone = new((context, key) => context.MilestoneRequests
        .Where(r => r.DistrictId == key.DistrictId && r.ResearchMilestoneRequestId == key.Id).Select(r => r.ResearchProjectId));

    /// <summary>The project of a row; null where there is no such row.</summary>
    public async Task<long?> ProjectOfAsync(HomeroomDbContext context, RecordKey key, CancellationToken cancellation) =>
        await Project(context, key).Select(id => (long?)id).SingleOrDefaultAsync(cancellation);
}
