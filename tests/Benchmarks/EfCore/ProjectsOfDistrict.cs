using HomeroomGraph.Data;
using HomeroomGraph.Data.Research;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Benchmarks.EfCore;

internal static class ProjectsOfDistrict
{
    private const int PageSize = 50;

    public static async Task<object> GetAsync(IDbContextFactory<HomeroomDbContext> contexts, int district, string state, string level)
    {
        var loaders = new Loaders(contexts, district);
        var (ofState, ofLevel) = (EnumText<ProjectState>.Parse(state), EnumText<ProjectLevel>.Parse(level));
        var found = await loaders.ListAsync(context => context.ResearchProjects
            .Where(p => p.DistrictId == district && p.State == ofState && p.Level == ofLevel)
            .OrderByDescending(p => p.CreatedOn).ThenByDescending(p => p.ResearchProjectId).Take(PageSize + 1)
            .Select(p => new { p.ResearchProjectId, p.Number, p.Title, p.State, p.Level, p.CreatedOn, p.LeaderId, p.SchoolId }));
        var page = found.Take(PageSize).ToArray();

        var ids = page.Select(p => p.ResearchProjectId).ToArray();
        var (leaders, schools) = (loaders.TeachersAsync(page.Select(p => p.LeaderId)), loaders.SchoolsAsync(page.Select(p => p.SchoolId)));
        var papers = (await loaders.ListAsync(context => context.Papers
                .Where(p => p.DistrictId == district && ids.Contains(p.ResearchProjectId!.Value))
                .OrderByDescending(p => p.PublishedOn).ThenByDescending(p => p.PaperId)
                .Select(p => new { p.ResearchProjectId, p.Title, p.PublishedOn, p.Kind })))
            .ToLookup(p => p.ResearchProjectId!.Value);
        var (teacherOf, schoolOf) = (await leaders, await schools);
        return new
        {
            researchProjects = new Page<object>(
                page.Select(p => new
                {
                    p.Number,
                    p.Title,
                    state = EfCoreHost.NameOf(p.State),
                    level = EfCoreHost.NameOf(p.Level),
                    p.CreatedOn,
                    leader = teacherOf[p.LeaderId],
                    school = schoolOf[p.SchoolId],
                    papers = new Nodes<object>(papers[p.ResearchProjectId].Take(3).Select(a => new { a.Title, a.PublishedOn, kind = EfCoreHost.NameOf(a.Kind) })),
                }),
                new PageInfo(found.Count > PageSize, page.Length == 0 ? "" : $"{page[^1].CreatedOn:yyyy-MM-dd},{page[^1].ResearchProjectId}")),
        };
    }
}
