using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Seeding.Organisation;

/// <summary>The subjects of a district, and how many of a section's teachers teach each.</summary>
internal static class SubjectList
{
    public static IReadOnlyList<(string Code, string Name)> All { get; } =
    [
        ("chinese", "语文"), ("mathematics", "数学"), ("english", "英语"), ("ethics", "道德与法治"), ("science", "科学"), ("physics", "物理"),
        ("chemistry", "化学"), ("biology", "生物"), ("history", "历史"), ("geography", "地理"), ("sports", "体育与健康"), ("music", "音乐"),
        ("art", "美术"), ("informatics", "信息科技"),
    ];

    private static readonly string[] Primary = Repeat(
        ("chinese", 36), ("mathematics", 28), ("english", 9), ("ethics", 4), ("science", 5), ("sports", 7), ("music", 4), ("art", 4), ("informatics", 3));

    private static readonly string[] Junior = Repeat(
        ("chinese", 17), ("mathematics", 17), ("english", 16), ("ethics", 6), ("physics", 9), ("chemistry", 5), ("biology", 6), ("history", 6),
        ("geography", 5), ("sports", 6), ("music", 2), ("art", 2), ("informatics", 3));

    private static readonly string[] Senior = Repeat(
        ("chinese", 15), ("mathematics", 15), ("english", 15), ("ethics", 8), ("physics", 11), ("chemistry", 10), ("biology", 8), ("history", 6),
        ("geography", 5), ("sports", 4), ("music", 1), ("art", 1), ("informatics", 1));

    /// <summary>A subject for a teacher of the school.</summary>
    public static string Draw(SchoolPlan plan, Chance chance)
    {
        var (primary, junior, senior) = plan.ClassesAGrade;
        var at = chance.Below((primary * 6) + (junior * 3) + (senior * 3));
        return chance.Of(at < primary * 6 ? Primary : at < (primary * 6) + (junior * 3) ? Junior : Senior);
    }

    /// <summary>The section whose classes the school has most of.</summary>
    public static bool IsTaughtIn(string code, SchoolStage stage) => stage switch
    {
        SchoolStage.Primary => Primary.Contains(code),
        SchoolStage.Junior => Junior.Contains(code),
        SchoolStage.Senior => Senior.Contains(code),
        SchoolStage.NineYear => Primary.Contains(code) || Junior.Contains(code),
        _ => Junior.Contains(code) || Senior.Contains(code),
    };

    private static string[] Repeat(params (string Code, int Times)[] subjects) =>
        [.. subjects.SelectMany(subject => Enumerable.Repeat(subject.Code, subject.Times))];
}
