using HomeroomGraph.Data.Evaluation;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Seeding.Organisation;

namespace HomeroomGraph.Data.Seeding.Evaluation;

/// <summary>Weekly rankings and monthly summaries of each grade, published on their last day, a few a day late (rules E3, E9, E10).</summary>
internal static class PublicationData
{
    private const int Drafted = 1, Awarded = 2;

    // A ranking is drafted with its results, then published. On a few the office was late.
    private const string PublishSql = """
        update homeroom.check_publication
        set state = 'published', published_by = '政教处',
            published_at = (due_on + case when check_publication_id % 11 = 0 then 1 else 0 end + time '17:20') at time zone 'Asia/Shanghai'
        where check_publication_id = any ($1)
        """;

    public static void Add(SeedSchool school, Semester semester, IReadOnlyList<CheckTotal> totals)
    {
        var published = new List<long>();
        var isCorrected = false;
        foreach (var grade in totals.GroupBy(t => t.Class.Row.Grade).Select(g => g.ToList()))
        {
            foreach (var week in Weeks(school, semester))
            {
                var ranking = Publish(school, week, grade, published);
                isCorrected |= ranking is not null && !isCorrected && CorrectionData.Add(school, week, ranking, grade);
            }

            foreach (var month in Months(school, semester))
                Publish(school, month, grade, published);
        }

        school.District.Rows.Then(Drafted, PublishSql, published);
    }

    private static IEnumerable<SeedPeriod> Weeks(SeedSchool school, Semester semester)
    {
        short week = 1;
        for (var starts = semester.FirstWeekStartsOn; starts.AddDays(7) <= school.District.Today; starts = starts.AddDays(7), week++)
            yield return new(semester.SemesterId, CheckPeriod.Week, week, starts < semester.StartsOn ? semester.StartsOn : starts, starts.AddDays(7));
    }

    private static IEnumerable<SeedPeriod> Months(SeedSchool school, Semester semester)
    {
        for (var starts = new DateOnly(semester.StartsOn.Year, semester.StartsOn.Month, 1); starts.AddMonths(1) <= school.District.Today; starts = starts.AddMonths(1))
            yield return new(semester.SemesterId, CheckPeriod.Month, null, starts, starts.AddMonths(1));
    }

    private static SeedRanking? Publish(SeedSchool school, SeedPeriod period, List<CheckTotal> grade, List<long> published)
    {
        var totals = grade.FindAll(period.Has);
        if (totals.Count == 0)
            return null;
        var ranking = RankingData.Draft(school, period, totals, Drafted);
        published.Add(ranking.Row.CheckPublicationId);
        foreach (var winner in ranking.Winners)
            Award(school, ranking.Row, winner);
        return ranking;
    }

    private static void Award(SeedSchool school, CheckPublication publication, SeedClass winner) => school.District.Rows.Add(
        new ClassTitle
        {
            DistrictId = school.District.Id,
            ClassTitleId = school.District.Rows.IdOf<ClassTitle>(),
            SchoolId = school.Id,
            ClassId = winner.Id,
            SemesterId = publication.SemesterId,
            Kind = publication.Period == CheckPeriod.Week ? ClassTitleKind.WeeklyWinner : ClassTitleKind.MonthlyWinner,
            CheckPublicationId = publication.CheckPublicationId,
            AwardedOn = publication.EndsOn,
        },
        Awarded);
}
