using HomeroomGraph.Data.Evaluation;
using HomeroomGraph.Data.Seeding.Organisation;

namespace HomeroomGraph.Data.Seeding.Evaluation;

/// <summary>
/// A sheet that was corrected after its week was published, and the week's second revision (rules E2, E3): one in each school that keeps
/// checks. The class leads the week with it and without, so its title stands.
/// </summary>
internal static class CorrectionData
{
    // After the weeks are published and their titles given.
    private const int Corrected = 3, Drafted = 4;

    private const string TakeBackSql = "delete from homeroom.check_line where check_sheet_id = any ($1)";

    private const string PublishSql = """
        update homeroom.check_publication
        set state = 'published', published_by = '政教处', published_at = (ends_on + 1 + time '17:20') at time zone 'Asia/Shanghai'
        where check_publication_id = any ($1)
        """;

    /// <summary>Corrects a sheet of the week that leads the grade, if there is one; the grade's totals are then the right ones.</summary>
    public static bool Add(SeedSchool school, SeedPeriod week, SeedRanking ranking, List<CheckTotal> grade)
    {
        // Not over the end of a month: its summary has the right figure the first time.
        var day = week.EndsOn;
        var at = grade.FindIndex(t => week.Has(t) && t.Lost > 0 && ranking.Winners is [var only] && t.Class == only);
        if (at < 0 || week.WeekNumber < 3 || day.AddDays(1).Month != week.StartsOn.Month || day >= school.District.Today)
            return false;
        var sheet = grade[at].Sheet;
        grade[at] = grade[at] with { Lost = 0 };

        var rows = school.District.Rows;
        rows.Add(
            new CheckCorrection
            {
                DistrictId = school.District.Id,
                CheckCorrectionId = rows.IdOf<CheckCorrection>(),
                SchoolId = school.Id,
                CheckSheetId = sheet.CheckSheetId,
                Reason = "扣分记错班级，经值班教师与监控核实予以更正。",
                CorrectedBy = school.NameOfHead(OfficeNames.MoralEducation),
                CorrectedAt = day.AtUtc(3),
            },
            Corrected);
        rows.Then(Corrected, TakeBackSql, [sheet.CheckSheetId]);

        var revision = RankingData.Draft(school, week, grade.FindAll(week.Has), Drafted).Row;
        (revision.Revision, revision.Reason) = (2, "一张检查表更正后重新公布");
        rows.Then(Drafted, PublishSql, [revision.CheckPublicationId]);
        return true;
    }
}
