using HomeroomGraph.Data.Evaluation;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Seeding.Organisation;

namespace HomeroomGraph.Data.Seeding.Evaluation;

/// <summary>Weekly rankings and monthly summaries of each grade, published on their last day, a few a day late (rules E3, E9, E10).</summary>
internal static class PublicationData
{
    private const decimal FullMarks = 100;

    // A ranking is drafted with its results, then published. On a few the office was late.
    private const string PublishSql = """
        update homeroom.check_publication
        set state = 'published', published_by = '政教处',
            published_at = (due_on + case when check_publication_id % 11 = 0 then 1 else 0 end + time '17:20') at time zone 'Asia/Shanghai'
        where check_publication_id = any ($1)
        """;

    public static void Add(SeedSchool school, Semester semester, List<CheckTotal> totals)
    {
        var published = new List<long>();
        foreach (var grade in totals.GroupBy(t => t.Class.Row.Grade))
        {
            short week = 1;
            for (var starts = semester.FirstWeekStartsOn; starts.AddDays(7) <= school.District.Today; starts = starts.AddDays(7), week++)
            {
                var from = starts < semester.StartsOn ? semester.StartsOn : starts;
                Publish(school, semester, [.. grade.Where(t => t.Day >= from && t.Day < starts.AddDays(7))], CheckPeriod.Week, week, from, starts.AddDays(7), published);
            }

            for (var month = new DateOnly(semester.StartsOn.Year, semester.StartsOn.Month, 1); month.AddMonths(1) <= school.District.Today; month = month.AddMonths(1))
                Publish(school, semester, [.. grade.Where(t => t.Day >= month && t.Day < month.AddMonths(1))], CheckPeriod.Month, null, month, month.AddMonths(1), published);
        }

        school.District.Rows.Then(1, PublishSql, published);
    }

    private static void Publish(
        SeedSchool school, Semester semester, List<CheckTotal> totals, CheckPeriod period, short? week, DateOnly from, DateOnly until, List<long> published)
    {
        if (totals.Count == 0)
            return;
        var rows = school.District.Rows;
        var publication = rows.Add(
            new CheckPublication
            {
                DistrictId = school.District.Id,
                CheckPublicationId = rows.IdOf<CheckPublication>(),
                SchoolId = school.Id,
                SemesterId = semester.SemesterId,
                Grade = totals[0].Class.Row.Grade,
                Period = period,
                WeekNumber = week,
                StartsOn = from,
                EndsOn = until,
                DueOn = totals.Max(t => t.Day),
            },
            phase: 1);
        published.Add(publication.CheckPublicationId);
        var figures = totals.GroupBy(t => t.Class)
            .Select(c => (Class: c.Key, Count: c.Count(), Total: (FullMarks * c.Count()) - c.Sum(t => t.Lost)))
            .Select(c => (c.Class, c.Count, c.Total, Average: Math.Round(c.Total * 100 / (FullMarks * c.Count), 2, MidpointRounding.AwayFromZero)))
            .ToList();
        foreach (var (schoolClass, count, total, average) in figures)
        {
            var rank = 1 + figures.Count(other => other.Average > average);
            rows.Add(
                new CheckResult
                {
                    DistrictId = school.District.Id,
                    CheckResultId = rows.IdOf<CheckResult>(),
                    SchoolId = school.Id,
                    CheckPublicationId = publication.CheckPublicationId,
                    ClassId = schoolClass.Id,
                    SheetCount = count,
                    Total = total,
                    FullMarks = FullMarks * count,
                    Average = average,
                    Rank = rank,
                },
                phase: 1);
            if (rank == 1 && figures.Count > 1)
                Award(school, semester, publication, schoolClass);
        }
    }

    private static void Award(SeedSchool school, Semester semester, CheckPublication publication, SeedClass schoolClass) => school.District.Rows.Add(
        new ClassTitle
        {
            DistrictId = school.District.Id,
            ClassTitleId = school.District.Rows.IdOf<ClassTitle>(),
            SchoolId = school.Id,
            ClassId = schoolClass.Id,
            SemesterId = semester.SemesterId,
            Kind = publication.Period == CheckPeriod.Week ? ClassTitleKind.WeeklyWinner : ClassTitleKind.MonthlyWinner,
            CheckPublicationId = publication.CheckPublicationId,
            AwardedOn = publication.EndsOn,
        },
        phase: 2);
}
