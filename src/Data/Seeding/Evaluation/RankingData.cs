using HomeroomGraph.Data.Evaluation;
using HomeroomGraph.Data.Seeding.Organisation;

namespace HomeroomGraph.Data.Seeding.Evaluation;

/// <summary>Drafts a grade's ranking of a week or summary of a month, from what its classes have lost.</summary>
internal static class RankingData
{
    private const decimal FullMarks = 100;

    public static SeedRanking Draft(SeedSchool school, SeedPeriod period, IReadOnlyCollection<CheckTotal> totals, int phase)
    {
        var rows = school.District.Rows;
        var publication = rows.Add(
            new CheckPublication
            {
                DistrictId = school.District.Id,
                CheckPublicationId = rows.IdOf<CheckPublication>(),
                SchoolId = school.Id,
                SemesterId = period.SemesterId,
                Grade = totals.First().Class.Row.Grade,
                Period = period.Kind,
                WeekNumber = period.WeekNumber,
                StartsOn = period.StartsOn,
                EndsOn = period.EndsOn,
                DueOn = totals.Max(t => t.Day),
            },
            phase);
        var results = totals.GroupBy(t => t.Class).Select(ofClass => ResultOf(school, publication, ofClass)).ToList();
        foreach (var (_, row) in results)
        {
            row.Rank = 1 + results.Count(other => other.Row.Average > row.Average);
            rows.Add(row, phase);
        }

        return new(publication, results.Count == 1 ? [] : [.. results.Where(r => r.Row.Rank == 1).Select(r => r.Class)]);
    }

    private static (SeedClass Class, CheckResult Row) ResultOf(SeedSchool school, CheckPublication publication, IGrouping<SeedClass, CheckTotal> totals)
    {
        var full = FullMarks * totals.Count();
        var total = full - totals.Sum(t => t.Lost);
        return (totals.Key, new CheckResult
        {
            DistrictId = school.District.Id,
            CheckResultId = school.District.Rows.IdOf<CheckResult>(),
            SchoolId = school.Id,
            CheckPublicationId = publication.CheckPublicationId,
            ClassId = totals.Key.Id,
            SheetCount = totals.Count(),
            Total = total,
            FullMarks = full,
            Average = Math.Round(total * 100 / full, 2, MidpointRounding.AwayFromZero),
            Rank = 0,
        });
    }
}

/// <summary>What a ranking is about.</summary>
internal sealed record SeedPeriod(long SemesterId, CheckPeriod Kind, short? WeekNumber, DateOnly StartsOn, DateOnly EndsOn)
{
    public bool Has(CheckTotal total) => StartsOn <= total.Day && total.Day < EndsOn;
}

/// <summary>A drafted ranking, and the classes that lead it; nobody leads a grade of one class.</summary>
internal sealed record SeedRanking(CheckPublication Row, IReadOnlyList<SeedClass> Winners);
