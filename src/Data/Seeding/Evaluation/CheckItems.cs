using HomeroomGraph.Data.Evaluation;

namespace HomeroomGraph.Data.Seeding.Evaluation;

/// <summary>The 35 items of the daily check with full marks that add up to 100 (rule E2).</summary>
internal static class CheckItems
{
    public static IReadOnlyList<(CheckKind Kind, HabitGroup? Group, string Name, decimal Marks)> All { get; } =
    [
        .. Of(CheckKind.Attendance, null, 5, "按时到校 请假手续"),
        .. Of(CheckKind.Hygiene, null, 4, "教室地面 门窗桌椅 卫生区 工具摆放 黑板讲台"),
        .. Of(CheckKind.Discipline, null, 4, "早读纪律 课间秩序 集会纪律 午休纪律 放学路队"),
        .. Of(CheckKind.Activities, null, 4, "升旗仪式 大课间 眼保健操"),
        .. Of(CheckKind.Habit, HabitGroup.Etiquette, 2, "见面问好 文明用语 着装整洁 佩戴标志 尊敬师长"),
        .. Of(CheckKind.Habit, HabitGroup.Study, 2, "课前准备 坐姿端正 书写工整 按时完成作业 主动阅读 书包整理"),
        .. Of(CheckKind.Habit, HabitGroup.DailyLife, 2, "个人卫生 上下楼靠右 文明如厕 排队就餐 爱护公物"),
        .. Of(CheckKind.Habit, HabitGroup.Thrift, 2, "光盘行动 随手关灯"),
        .. Of(CheckKind.Habit, HabitGroup.Thrift, 1, "节约用水 节约用纸"),
    ];

    /// <summary>What an inspector notes.</summary>
    public static IReadOnlyList<string> Notes { get; } = ["两人迟到", "地面有纸屑", "课间追逐打闹", "路队不整齐", "个别学生未佩戴", "桌椅不齐", "灯未关", "早读说话"];

    private static IEnumerable<(CheckKind, HabitGroup?, string, decimal)> Of(CheckKind kind, HabitGroup? group, decimal marks, string names) =>
        names.Split(' ').Select(name => (kind, group, name, marks));
}
