using HomeroomGraph.Data.Evaluation;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Evaluation;

/// <summary>The closed states and kinds of checks, results and assessments.</summary>
internal static class EvaluationEnums
{
    public static readonly EnumDeclaration[] All =
    [
        new EnumDeclaration<SchemeState>("SchemeState", "Where a scheme stands. Rule E1.")
            .Value(SchemeState.Draft, "Being written (草案).")
            .Value(SchemeState.InUse, "In use (在用): sheets and assessments follow it.")
            .Value(SchemeState.Retired, "Retired (停用)."),
        new EnumDeclaration<AssessmentPart>("AssessmentPart", "The parts of the semester assessment. Rule E4.")
            .Value(AssessmentPart.Process, "Process (过程考核): monthly summaries, training scores.")
            .Value(AssessmentPart.Effect, "Effect (效果考核): class results, surveys, parents' opinions.")
            .Value(AssessmentPart.Performance, "Performance reward (绩效奖励)."),
        new EnumDeclaration<CheckKind>("CheckKind", "What a check item looks at. Rule E2.")
            .Value(CheckKind.Attendance, "Attendance (出勤).")
            .Value(CheckKind.Hygiene, "Hygiene (卫生).")
            .Value(CheckKind.Discipline, "Discipline (纪律).")
            .Value(CheckKind.Activities, "Activities (活动).")
            .Value(CheckKind.Habit, "A habit (习惯养成), in one of four groups."),
        new EnumDeclaration<HabitGroup>("HabitGroup", "The groups of habit items. Rule E2.")
            .Value(HabitGroup.Etiquette, "Etiquette (礼仪).")
            .Value(HabitGroup.Study, "Study (学习).")
            .Value(HabitGroup.DailyLife, "Daily life (生活).")
            .Value(HabitGroup.Thrift, "Thrift (节俭)."),
        new EnumDeclaration<CheckPeriod>("CheckPeriod", "What a publication sums up. Rule E3.")
            .Value(CheckPeriod.Week, "The ranking of a week (周评比).")
            .Value(CheckPeriod.Month, "The summary of a month (月总结)."),
        new EnumDeclaration<PublicationState>("PublicationState", "Whether a publication is out. Rule E3.")
            .Value(PublicationState.Draft, "Computed, not yet published (草稿).")
            .Value(PublicationState.Published, "Published (已公布): it stays as it is."),
        new EnumDeclaration<ClassTitleKind>("ClassTitleKind", "The titles of a class. Rule E9.")
            .Value(ClassTitleKind.WeeklyWinner, "Winning class of a week (周优胜班级).")
            .Value(ClassTitleKind.MonthlyWinner, "Winning class of a month (月优胜班级).")
            .Value(ClassTitleKind.ModelClass, "Model class (样板班级), by selection."),
        new EnumDeclaration<AssessmentState>("AssessmentState", "Where an assessment stands. Rule E4.")
            .Value(AssessmentState.Draft, "Figures come in (草稿).")
            .Value(AssessmentState.Proposed, "Shown to the teacher, not yet decided (待定).")
            .Value(AssessmentState.Final, "Decided (已定)."),
        new EnumDeclaration<AssessmentGrade>("AssessmentGrade", "The grades of an assessment, best first. Rule E4.")
            .Value(AssessmentGrade.Excellent, "Excellent (优秀).")
            .Value(AssessmentGrade.Qualified, "Qualified (合格).")
            .Value(AssessmentGrade.BasicallyQualified, "Basically qualified (基本合格).")
            .Value(AssessmentGrade.Unqualified, "Unqualified (不合格)."),
        new EnumDeclaration<InputSource>("AssessmentInputSource", "Where an input of an assessment comes from. Rule E4.")
            .Value(InputSource.MonthlySummary, "A monthly summary (月总结). Rule E3.")
            .Value(InputSource.TrainingScore, "A training score (培训成绩). Rule T3.")
            .Value(InputSource.ClassResult, "A result of the class (班级成绩).")
            .Value(InputSource.Survey, "The students' survey (学生问卷). Rule E5.")
            .Value(InputSource.ParentsOpinion, "Parents' opinions (家长意见). Rule E6.")
            .Value(InputSource.Reward, "A reward (奖励). Rule W4.")
            .Value(InputSource.Other, "Something else (其他)."),
    ];
}
