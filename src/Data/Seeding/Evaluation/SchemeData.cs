using HomeroomGraph.Data.Evaluation;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Seeding.Organisation;

namespace HomeroomGraph.Data.Seeding.Evaluation;

/// <summary>A district's scheme for a school year, brought into use (rule E1).</summary>
internal static class SchemeData
{
    private const string UseSql = "update homeroom.evaluation_scheme set state = 'in_use' where evaluation_scheme_id = any ($1)";

    private static readonly (AssessmentPart Part, string Name, decimal Weight)[] Indicators =
    [
        (AssessmentPart.Process, "常规月总结", 30), (AssessmentPart.Process, "培训成绩", 10), (AssessmentPart.Effect, "班级成效", 25),
        (AssessmentPart.Effect, "学生评议", 15), (AssessmentPart.Effect, "家长评议", 10), (AssessmentPart.Performance, "绩效奖励", 10),
    ];

    public static SeedScheme Add(SeedDistrict district, SchoolYear year)
    {
        var row = district.Rows.Add(new EvaluationScheme
        {
            DistrictId = district.Id,
            EvaluationSchemeId = district.Rows.IdOf<EvaluationScheme>(),
            SchoolYearId = year.SchoolYearId,
            Name = $"{district.Name}班主任工作考核方案（{year.Name}）",
        });
        var indicators = Indicators.Select((indicator, place) => district.Rows.Add(new EvaluationIndicator
        {
            DistrictId = district.Id,
            EvaluationIndicatorId = district.Rows.IdOf<EvaluationIndicator>(),
            EvaluationSchemeId = row.EvaluationSchemeId,
            Part = indicator.Part,
            Code = $"K{place + 1:00}",
            Name = indicator.Name,
            Position = (short)(place + 1),
            Weight = indicator.Weight,
        })).ToList();
        var round = district.Rows.Add(new CheckRound
        {
            DistrictId = district.Id,
            CheckRoundId = district.Rows.IdOf<CheckRound>(),
            EvaluationSchemeId = row.EvaluationSchemeId,
            Name = "日检查",
            Position = 1,
        });
        var items = CheckItems.All.Select((item, place) => district.Rows.Add(new CheckItem
        {
            DistrictId = district.Id,
            CheckItemId = district.Rows.IdOf<CheckItem>(),
            EvaluationSchemeId = row.EvaluationSchemeId,
            Kind = item.Kind,
            HabitGroup = item.Group,
            Code = $"J{place + 1:00}",
            Name = item.Name,
            Position = (short)(place + 1),
            FullMarks = item.Marks,
        })).ToList();
        district.Rows.Then(0, UseSql, [row.EvaluationSchemeId]);
        return new(row, indicators, round, items);
    }
}

/// <summary>A scheme while the district is made.</summary>
internal sealed record SeedScheme(EvaluationScheme Row, IReadOnlyList<EvaluationIndicator> Indicators, CheckRound Round, IReadOnlyList<CheckItem> Items);
