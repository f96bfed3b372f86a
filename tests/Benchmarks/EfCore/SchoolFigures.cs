using HomeroomGraph.Data;
using HomeroomGraph.Data.Awards;
using HomeroomGraph.Data.Research;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Benchmarks.EfCore;

internal static class SchoolFigures
{
    public static async Task<object> GetAsync(IDbContextFactory<HomeroomDbContext> contexts, int district, DateOnly since)
    {
        var loaders = new Loaders(contexts, district);
        var projects = loaders.ListAsync(context => context.ResearchProjects
            .Where(p => p.DistrictId == district && p.CreatedOn >= since && p.State != ProjectState.Draft)
            .GroupBy(p => new { p.SchoolId, p.State })
            .Select(g => new { g.Key.SchoolId, g.Key.State, Count = g.Count() }));
        var awards = loaders.ListAsync(context => context.Set<Award>()
            .Where(a => a.DistrictId == district && (a.Kind == AwardKind.ExcellentPaper || a.Kind == AwardKind.ExcellentCase) && a.GrantedOn >= since)
            .GroupBy(a => new { a.SchoolId, a.Level })
            .Select(g => new { g.Key.SchoolId, g.Key.Level, Papers = g.Select(a => a.PaperId).Distinct().Count() }));
        var schools = await loaders.ListAsync(context => context.Schools
            .Where(s => s.DistrictId == district).OrderBy(s => s.Pinyin).ThenBy(s => s.SchoolId).Take(100)
            .Select(s => new { s.SchoolId, s.Name, s.Code }));

        var projectsOf = (await projects).ToLookup(p => p.SchoolId, p => (State: EfCoreHost.NameOf(p.State), p.Count));
        var awardsOf = (await awards).ToLookup(a => a.SchoolId, a => (Level: EfCoreHost.NameOf(a.Level), a.Papers));
        return new
        {
            schools = new Nodes<object>(schools.Select(s => new
            {
                s.Name,
                s.Code,
                researchProjectGroups = new Nodes<object>(projectsOf[s.SchoolId].OrderBy(p => p.State, StringComparer.Ordinal).Select(p => new { key = new { p.State }, p.Count })),
                awardGroups = new Nodes<object>(awardsOf[s.SchoolId].OrderBy(a => a.Level, StringComparer.Ordinal).Select(a => new { key = new { a.Level }, a.Papers })),
            })),
        };
    }
}
