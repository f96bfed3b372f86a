using HomeroomGraph.Data;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Benchmarks.EfCore;

internal static class OneProject
{
    public static async Task<object> GetAsync(IDbContextFactory<HomeroomDbContext> contexts, int district, long project)
    {
        var loaders = new Loaders(contexts, district);
        var found = (await loaders.ListAsync(context => context.ResearchProjects
            .Where(p => p.DistrictId == district && p.ResearchProjectId == project)
            .Select(p => new { p.Number, p.Title, p.Level, p.State, p.CreatedOn, p.DueOn, p.LeaderId, p.SchoolId }))).SingleOrDefault();
        if (found is null) return new { researchProject = (object?)null };

        var (leaders, schools) = (loaders.TeachersAsync([found.LeaderId]), loaders.SchoolsAsync([found.SchoolId]));
        var members = await loaders.ListAsync(context => context.ResearchMembers
            .Where(m => m.DistrictId == district && m.ResearchProjectId == project)
            .OrderBy(m => m.Role).ThenBy(m => m.Position).ThenBy(m => m.ResearchMemberId).Take(5)
            .Select(m => new { m.Name, m.Role, m.Duty, m.TeacherId }));
        var teachers = await loaders.TeachersAsync(members.Select(m => m.TeacherId));
        return new
        {
            researchProject = new
            {
                found.Number,
                found.Title,
                level = EfCoreHost.NameOf(found.Level),
                state = EfCoreHost.NameOf(found.State),
                found.CreatedOn,
                found.DueOn,
                leader = (await leaders)[found.LeaderId],
                school = (await schools)[found.SchoolId],
                members = new Nodes<object>(members.Select(m => new
                {
                    m.Name,
                    role = EfCoreHost.NameOf(m.Role),
                    m.Duty,
                    teacher = new StaffNumberOnly(teachers[m.TeacherId].StaffNumber),
                })),
            },
        };
    }
}
