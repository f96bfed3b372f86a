using HomeroomGraph.Data.Figures;
using HomeroomGraph.GraphQL.Types.Tables;

namespace HomeroomGraph.Gateway.Figures;

/// <summary>The closed kinds of figures.</summary>
internal static class FigureEnums
{
    public static readonly EnumDeclaration[] All =
    [
        new EnumDeclaration<FigureScope>("FigureScope", "What a row of a figure is of.")
            .Value(FigureScope.District, "All schools of a district together (全区).")
            .Value(FigureScope.School, "A school (学校)."),
        new EnumDeclaration<GradeBand>("GradeBand", "A band of grades (学段).")
            .Value(GradeBand.LowerPrimary, "Primary school, grades 1 and 2 (小学低年级).")
            .Value(GradeBand.MiddlePrimary, "Primary school, grades 3 and 4 (小学中年级).")
            .Value(GradeBand.UpperPrimary, "Primary school, grades 5 and 6 (小学高年级).")
            .Value(GradeBand.Junior, "Junior secondary school, grades 7 to 9 (初中).")
            .Value(GradeBand.Senior, "Senior secondary school, grades 10 to 12 (高中)."),
        new EnumDeclaration<CheckAspect>("CheckAspect", "What a check item is about: its kind, or its group of habits. Rule E2.")
            .Value(CheckAspect.Attendance, "Attendance (出勤).")
            .Value(CheckAspect.Hygiene, "Hygiene (卫生).")
            .Value(CheckAspect.Discipline, "Discipline (纪律).")
            .Value(CheckAspect.Activities, "Activities (活动).")
            .Value(CheckAspect.Etiquette, "Habits of etiquette (礼仪习惯).")
            .Value(CheckAspect.Study, "Habits of study (学习习惯).")
            .Value(CheckAspect.DailyLife, "Habits of daily life (生活习惯).")
            .Value(CheckAspect.Thrift, "Habits of thrift (节俭习惯)."),
    ];
}
