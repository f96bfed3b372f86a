using System.Globalization;
using HomeroomGraph.Data;
using Microsoft.EntityFrameworkCore;

namespace HomeroomGraph.Benchmarks.EfCore;

internal static class PapersAfterCursor
{
    public static async Task<object> GetAsync(IDbContextFactory<HomeroomDbContext> contexts, int district, int first, string? after = null)
    {
        var loaders = new Loaders(contexts, district);
        var (day, paper) = after?.Split(',') is [var d, var p]
            ? (DateOnly.ParseExact(d, "yyyy-MM-dd", CultureInfo.InvariantCulture), long.Parse(p, CultureInfo.InvariantCulture))
            : (new DateOnly(9000, 1, 1), 0);
        var found = await loaders.ListAsync(context => context.Papers
            .Where(x => x.DistrictId == district && EF.Functions.LessThan(ValueTuple.Create(x.PublishedOn, x.PaperId), ValueTuple.Create(day, paper)))
            .OrderByDescending(x => x.PublishedOn).ThenByDescending(x => x.PaperId).Take(first + 1)
            .Select(x => new { x.PaperId, x.Title, x.Kind, x.PublishedOn, x.Venue, x.SchoolId }));
        var page = found.Take(first).ToArray();

        var ids = page.Select(x => x.PaperId).ToArray();
        var schools = loaders.SchoolsAsync(page.Where(x => x.SchoolId != null).Select(x => x.SchoolId!.Value));
        var authors = (await loaders.ListAsync(context => context.PaperAuthors
                .Where(a => a.DistrictId == district && ids.Contains(a.PaperId))
                .OrderBy(a => a.Position)
                .Select(a => new { a.PaperId, a.Position, a.Name, a.Affiliation, a.IsCorresponding })))
            .ToLookup(a => a.PaperId);
        var schoolOf = await schools;
        return new
        {
            papers = new Page<object>(
                page.Select(x => new
                {
                    x.Title,
                    kind = EfCoreHost.NameOf(x.Kind),
                    x.PublishedOn,
                    x.Venue,
                    school = x.SchoolId is { } school ? schoolOf[school] : null,
                    authors = new Nodes<object>(authors[x.PaperId].Take(10).Select(a => new { a.Position, a.Name, a.Affiliation, a.IsCorresponding })),
                }),
                new PageInfo(found.Count > first, page.Length == 0 ? "" : $"{page[^1].PublishedOn:yyyy-MM-dd},{page[^1].PaperId}")),
        };
    }
}
