using HomeroomGraph.Data.Evaluation;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Seeding.Organisation;

namespace HomeroomGraph.Data.Seeding.Evaluation;

/// <summary>
/// The daily checks of a school in this semester (rule E2), entered by posts of the student union, and what is published of them. Classes
/// differ: some lose points on most days, some hardly ever.
/// </summary>
internal static class CheckData
{
    private const int Posts = 3;

    /// <summary>The phase of the sheets: the scheme is in use before.</summary>
    private const int Phase = 1;

    public static void Add(SeedSchool school, SeedScheme scheme, CheckShare share)
    {
        var chance = school.ChanceFor("checks");
        var (semester, today) = (school.District.Calendar.Current, school.District.Today);
        var classes = school.ClassesOf(school.District.Calendar.This).ToList();
        var postOf = AddPosts(school, semester, classes);
        var days = school.District.Calendar.SchoolDays(semester.StartsOn.AddDays(1), today).ToArray();
        var totals = new List<CheckTotal>();
        foreach (var schoolClass in classes)
        {
            var care = chance.Between(share.LeastCare, share.MostCare);
            foreach (var day in days)
            {
                var sheet = AddSheet(school, scheme, semester, schoolClass, day, postOf[schoolClass], chance);
                totals.Add(new(sheet, schoolClass, day, AddLines(school, scheme, sheet, schoolClass, care, share.LinesAtMost, chance)));
            }
        }

        PublicationData.Add(school, semester, totals);
    }

    private static Dictionary<SeedClass, InspectorPost> AddPosts(SeedSchool school, Semester semester, List<SeedClass> classes)
    {
        var posts = Enumerable.Range(0, Posts).Select(at => school.District.Rows.Add(new InspectorPost
        {
            DistrictId = school.District.Id,
            InspectorPostId = school.District.Rows.IdOf<InspectorPost>(),
            SchoolId = school.Id,
            SemesterId = semester.SemesterId,
            Name = $"学生会检查员{"一二三"[at]}岗",
        })).ToArray();
        var postOf = new Dictionary<SeedClass, InspectorPost>();
        for (var at = 0; at < classes.Count; at++)
        {
            var post = postOf[classes[at]] = posts[at * Posts / classes.Count];
            school.District.Rows.Add(new InspectorPostClass
            {
                DistrictId = school.District.Id, InspectorPostId = post.InspectorPostId, ClassId = classes[at].Id, SchoolId = school.Id,
            });
        }

        return postOf;
    }

    private static CheckSheet AddSheet(
        SeedSchool school, SeedScheme scheme, Semester semester, SeedClass schoolClass, DateOnly day, InspectorPost post, Chance chance) =>
        school.District.Rows.Add(
            new CheckSheet
            {
                DistrictId = school.District.Id,
                CheckSheetId = school.District.Rows.IdOf<CheckSheet>(),
                SchoolId = school.Id,
                SemesterId = semester.SemesterId,
                ClassId = schoolClass.Id,
                EvaluationSchemeId = scheme.Row.EvaluationSchemeId,
                CheckRoundId = scheme.Round.CheckRoundId,
                Day = day,
                InspectorPostId = post.InspectorPostId,
                EnteredBy = post.Name,
                EnteredAt = day.AtUtc(8, chance.Between(20, 59)),
            },
            Phase);

    // Returns what the class has lost; the sheet's total is kept by the database. Steps of 11 through 35 items meet none twice.
    private static decimal AddLines(
        SeedSchool school, SeedScheme scheme, CheckSheet sheet, SeedClass schoolClass, int care, int linesAtMost, Chance chance)
    {
        decimal lost = 0;
        var first = chance.Below(scheme.Items.Count);
        for (var line = 0; line < linesAtMost && !chance.Is(care); line++)
        {
            var item = scheme.Items[(first + (line * 11)) % scheme.Items.Count];
            var less = Math.Min(item.FullMarks, chance.Is(30) ? 2m : chance.Is(35) ? 0.5m : 1m);
            lost += less;
            school.District.Rows.Add(
                new CheckLine
                {
                    DistrictId = school.District.Id,
                    CheckLineId = school.District.Rows.IdOf<CheckLine>(),
                    StartingYear = (short)schoolClass.Year.StartsOn.Year,
                    SchoolId = school.Id,
                    CheckSheetId = sheet.CheckSheetId,
                    CheckItemId = item.CheckItemId,
                    Points = item.FullMarks - less,
                    Note = chance.Is(25) ? chance.Of(CheckItems.Notes) : null,
                },
                Phase);
        }

        return lost;
    }
}

/// <summary>What a class has lost on a day.</summary>
internal readonly record struct CheckTotal(CheckSheet Sheet, SeedClass Class, DateOnly Day, decimal Lost);

/// <summary>How careful the classes of a school are, from the least to the most: out of a hundred, how often nothing more is found.</summary>
internal sealed record CheckShare(int LeastCare, int MostCare, int LinesAtMost);
