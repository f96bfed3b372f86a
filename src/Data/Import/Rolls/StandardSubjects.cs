namespace HomeroomGraph.Data.Import.Rolls;

/// <summary>
/// The subjects (学科) of the national curriculum and those that schools add, with the names they go by. A district's own
/// vocabulary comes first; one of these that it lacks is added to it.
/// </summary>
internal static class StandardSubjects
{
    private static readonly (string Code, string[] Names)[] All =
    [
        ("chinese", ["语文"]), ("mathematics", ["数学"]), ("english", ["英语", "外语"]), ("japanese", ["日语"]), ("russian", ["俄语"]),
        ("ethics", ["道德与法治", "品德", "思品", "思想品德", "品德与社会", "品德与生活", "道法"]), ("politics", ["思想政治", "政治"]),
        ("science", ["科学", "小学科学"]), ("physics", ["物理"]), ("chemistry", ["化学"]), ("biology", ["生物学", "生物"]), ("history", ["历史"]),
        ("geography", ["地理"]), ("sports", ["体育与健康", "体育"]), ("music", ["音乐"]), ("art", ["美术"]), ("arts", ["艺术"]),
        ("informatics", ["信息科技", "信息技术", "计算机", "微机", "信息"]), ("technology", ["通用技术"]), ("labour", ["劳动", "劳动教育", "劳动技术"]),
        ("practice", ["综合实践活动", "综合实践"]), ("mental-health", ["心理健康", "心理", "心理健康教育"]), ("calligraphy", ["书法", "写字"]),
        ("dance", ["舞蹈"]), ("preschool", ["学前教育", "幼儿教育", "学前"]), ("special-education", ["特殊教育", "特教"]), ("general", ["全科", "包班"]),
        ("school-based", ["校本课程", "校本", "地方课程"]), ("safety", ["安全教育", "安全"]), ("class-meeting", ["班会", "班队"]), ("reading", ["阅读", "国学"]),
    ];

    private static readonly Dictionary<string, (string Code, string[] Names)> ByName =
        All.SelectMany(subject => subject.Names.Select(name => (name, subject))).ToDictionary(s => s.name, s => s.subject);

    /// <summary>The code and the names of a subject, the usual one first; null for a word that is none.</summary>
    public static (string Code, string[] Names)? Of(string name) => ByName.TryGetValue(name, out var subject) ? subject : null;
}
