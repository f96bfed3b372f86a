using HomeroomGraph.Data;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Benchmarks.EfCore;

/// <summary>Data loaders of one request: each fetches what a level of the answer needs of one table in one query, over a context of its own
/// from the pool, so that those of a level can run at once.</summary>
internal sealed class Loaders(IDbContextFactory<HomeroomDbContext> contexts, int district)
{
    public Task<Dictionary<long, PersonAnswer>> TeachersAsync(IEnumerable<long> ids) => ByIdAsync(ids, (context, wanted) => context.Teachers
        .Where(t => t.DistrictId == district && wanted.Contains(t.TeacherId))
        .Select(t => new KeyValuePair<long, PersonAnswer>(t.TeacherId, new(t.Name, t.StaffNumber))));

    public Task<Dictionary<long, SchoolAnswer>> SchoolsAsync(IEnumerable<long> ids) => ByIdAsync(ids, (context, wanted) => context.Schools
        .Where(s => s.DistrictId == district && wanted.Contains(s.SchoolId))
        .Select(s => new KeyValuePair<long, SchoolAnswer>(s.SchoolId, new(s.Name, s.Code))));

    public Task<Dictionary<long, string>> ClassNamesAsync(IEnumerable<long> ids) => ByIdAsync(ids, (context, wanted) => context.Classes
        .Where(c => c.DistrictId == district && wanted.Contains(c.ClassId))
        .Select(c => new KeyValuePair<long, string>(c.ClassId, c.Name)));

    public Task<Dictionary<long, PaperTitle>> PaperTitlesAsync(IEnumerable<long> ids) => ByIdAsync(ids, (context, wanted) => context.Papers
        .Where(p => p.DistrictId == district && wanted.Contains(p.PaperId))
        .Select(p => new KeyValuePair<long, PaperTitle>(p.PaperId, new(p.Title, p.PublishedOn))));

    /// <summary>Runs a query of its own.</summary>
    public async Task<List<T>> ListAsync<T>(Func<HomeroomDbContext, IQueryable<T>> query)
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await query(context).ToListAsync();
    }

    private async Task<Dictionary<long, T>> ByIdAsync<T>(IEnumerable<long> ids, Func<HomeroomDbContext, long[], IQueryable<KeyValuePair<long, T>>> query)
    {
        var wanted = ids.Distinct().ToArray();
        return wanted.Length == 0 ? [] : (await ListAsync(context => query(context, wanted))).ToDictionary();
    }
}
