using HomeroomGraph.Data.Evaluation;
using HomeroomGraph.Data.Organisation;
using HomeroomGraph.Data.Seeding.Organisation;

namespace HomeroomGraph.Data.Seeding.Evaluation;

/// <summary>The assessments of the homeroom teachers in a semester of last year, with what each part came from (rule E4).</summary>
internal static class AssessmentData
{
    private const string DecideSql = """
        update homeroom.semester_assessment a
        set state = 'final', decided_by = '学校考核领导小组', decided_at = (m.ends_on - 2 + time '15:30') at time zone 'Asia/Shanghai'
        from homeroom.semester m
        where m.district_id = a.district_id and m.semester_id = a.semester_id and a.semester_assessment_id = any ($1)
        """;

    private static readonly (InputSource Source, string Label)[] Inputs =
    [
        (InputSource.MonthlySummary, "各月常规月总结平均得分"), (InputSource.TrainingScore, "学年培训考核平均成绩"), (InputSource.ClassResult, "班级成效（学风、活动、卫生）"),
        (InputSource.Survey, "学生评议满意度"), (InputSource.ParentsOpinion, "家长问卷满意度"), (InputSource.Reward, "奖励积分折算"),
    ];

    public static void Add(SeedSchool school, SeedScheme scheme, Semester semester)
    {
        var chance = school.ChanceFor($"assessment {semester.StartsOn}");
        var day = semester.EndsOn.AddDays(-10);
        var decided = new List<long>();
        foreach (var schoolClass in school.ClassesOf(school.District.Calendar.YearOf(semester.StartsOn)))
        {
            if (schoolClass.TeacherOn(day) is { } teacher)
                decided.Add(Assess(school, scheme, semester, schoolClass, teacher, chance));
        }

        school.District.Rows.Then(1, DecideSql, decided);
        var model = chance.Of(school.ClassesOf(school.District.Calendar.YearOf(semester.StartsOn)).ToList());
        school.District.Rows.Add(
            new ClassTitle
            {
                DistrictId = school.District.Id,
                ClassTitleId = school.District.Rows.IdOf<ClassTitle>(),
                SchoolId = school.Id,
                ClassId = model.Id,
                SemesterId = semester.SemesterId,
                Kind = ClassTitleKind.ModelClass,
                AwardedOn = semester.EndsOn.AddDays(-3),
                Remark = "班风正、学风浓，习惯养成成效明显",
            },
            phase: 2);
    }

    private static long Assess(SeedSchool school, SeedScheme scheme, Semester semester, SeedClass schoolClass, SeedTeacher teacher, Chance chance)
    {
        var rows = school.District.Rows;
        var id = rows.IdOf<SemesterAssessment>();
        var usual = chance.Below(100) switch { < 3 => 57, < 10 => 68, < 75 => 82, _ => 92 };
        var sums = new Dictionary<AssessmentPart, decimal>();
        for (var at = 0; at < Inputs.Length; at++)
        {
            var indicator = scheme.Indicators[at];
            var value = Math.Min(100, usual + chance.Between(-5, 7));
            var points = value * indicator.Weight / 100;
            sums[indicator.Part] = sums.GetValueOrDefault(indicator.Part) + points;
            rows.Add(
                new AssessmentInput
                {
                    DistrictId = school.District.Id,
                    AssessmentInputId = rows.IdOf<AssessmentInput>(),
                    SchoolId = school.Id,
                    SemesterAssessmentId = id,
                    EvaluationIndicatorId = indicator.EvaluationIndicatorId,
                    Part = indicator.Part,
                    Source = Inputs[at].Source,
                    Label = Inputs[at].Label,
                    Value = value,
                    Points = points,
                },
                phase: 1);
        }

        var total = sums.Values.Sum();
        rows.Add(
            new SemesterAssessment
            {
                DistrictId = school.District.Id,
                SemesterAssessmentId = id,
                SchoolId = school.Id,
                SemesterId = semester.SemesterId,
                TeacherId = teacher.Id,
                TeacherName = teacher.Name,
                ClassId = schoolClass.Id,
                EvaluationSchemeId = scheme.Row.EvaluationSchemeId,
                Process = sums[AssessmentPart.Process],
                Effect = sums[AssessmentPart.Effect],
                Performance = sums[AssessmentPart.Performance],
                Grade = total switch
                {
                    >= 90 => AssessmentGrade.Excellent, >= 72 => AssessmentGrade.Qualified, >= 60 => AssessmentGrade.BasicallyQualified,
                    _ => AssessmentGrade.Unqualified,
                },
            },
            phase: 1);
        return id;
    }
}
