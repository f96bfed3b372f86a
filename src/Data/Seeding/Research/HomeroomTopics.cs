namespace HomeroomGraph.Data.Seeding.Research;

/// <summary>What homeroom teachers do research and write about, by the themes of rule P1.</summary>
internal static class HomeroomTopics
{
    /// <summary>The themes, by the text that the database keeps.</summary>
    public static IReadOnlyList<string> Themes { get; } = ["love", "success", "mental_health", "frustration", "special_talents", "moral_education"];

    private static readonly Dictionary<string, string[]> Subjects = new(StringComparer.Ordinal)
    {
        ["love"] = Split("师爱表达方式 留守儿童关爱 单亲家庭学生帮扶 班级温暖氛围营造 师生书信沟通 随班就读学生关怀"),
        ["success"] = Split("学困生转化 成功体验教育 激励性评价 小目标成长档案 班级积分激励 学生自信心培养"),
        ["mental_health"] = Split("心理健康教育 青春期心理辅导 考试焦虑疏导 人际交往指导 情绪管理主题班会 留守学生心理支持"),
        ["frustration"] = Split("挫折教育 抗逆力培养 小学生受挫心理辅导 劳动中的意志品质培养 后进生韧性培养"),
        ["special_talents"] = Split("学生特长培养 班级社团建设 班级小讲师活动 班级艺术节组织 个性化评价"),
        ["moral_education"] = Split("行为习惯养成教育 班级自主管理 主题班会课程化 家校协同育人 红色文化融入班级建设 班干部培养 班级公约建设 劳动教育 诚信教育 规则意识培养"),
    };

    private static readonly string[] ProjectForms =
    [
        "班主任工作中{0}的实践研究", "{0}的策略研究", "农村学校{0}的行动研究", "“五育并举”背景下{0}的研究", "{0}的校本课程开发研究", "家校共育视角下{0}的研究",
        "{0}的现状调查与对策研究", "新时代{0}的路径研究",
    ];

    private static readonly string[] PaperForms =
    [
        "班主任如何做好{0}", "{0}的点滴做法", "浅谈{0}", "{0}：一个班主任的实践", "静待花开——{0}案例", "{0}中的家校沟通艺术", "一次班会引发的思考——谈{0}", "把工作做到心里——{0}侧记",
        "{0}的探索与反思", "从“管”到“育”：{0}的转变", "{0}之我见", "小班会，大德育——{0}的尝试",
    ];

    public static string ProjectTitle(string theme, string section, Chance chance) =>
        string.Format(null, chance.Of(ProjectForms), section + "生" + chance.Of(Subjects[theme])).Replace("生学生", "生", StringComparison.Ordinal)
            .Replace("生小学生", "生", StringComparison.Ordinal);

    public static (string Title, string Topic) PaperTitle(Chance chance)
    {
        var topic = chance.Of(Subjects[chance.Of(Themes)]);
        return (string.Format(null, chance.Of(PaperForms), topic), topic);
    }

    private static string[] Split(string topics) => topics.Split(' ');
}
