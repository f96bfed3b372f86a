using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Demo;

/// <summary>A school of the demo before it is a row: its classes a section and its people.</summary>
/// <param name="Code">The school code.</param>
/// <param name="Name">The school's name.</param>
/// <param name="Stage">Its stage, which has the sections below.</param>
/// <param name="Sections">Each section with the number of classes in each of its grades.</param>
/// <param name="Women">Names of the women who teach there, then of the <paramref name="Men"/>.</param>
/// <param name="Men">Names of the men.</param>
internal sealed record DemoSchool(
    string Code, string Name, SchoolStage Stage, IReadOnlyList<(SchoolSection Section, int ClassesAGrade)> Sections, string Women, string Men);

/// <summary>Who and what there is in the main district of the demo. Names and schools are invented.</summary>
internal static class DemoRoster
{
    public static IReadOnlyList<(string Code, string Name)> Subjects { get; } =
    [
        ("chinese", "语文"), ("mathematics", "数学"), ("english", "英语"), ("ethics", "道德与法治"), ("science", "科学"), ("physics", "物理"),
        ("chemistry", "化学"), ("biology", "生物"), ("history", "历史"), ("geography", "地理"), ("sports", "体育与健康"), ("music", "音乐"),
        ("art", "美术"), ("informatics", "信息科技"),
    ];

    /// <summary>The first is the school of the demo's accounts.</summary>
    public static IReadOnlyList<DemoSchool> Schools { get; } =
    [
        new("2137040301", "薛城实验小学", SchoolStage.Primary, [(SchoolSection.Primary, 2)],
            Women: "单玉洁 王秀兰 李雪梅 张晓燕 孙丽华 曾静怡 刘海霞 陈婉清 周慧敏 赵桂英 徐文静", Men: "解明远 高建国 马志强 胡立新 宋振东"),
        new("2137040302", "临山小学", SchoolStage.Primary, [(SchoolSection.Primary, 1)],
            Women: "任晓丹 朱红梅 吴玉珍 郑雅琴 何淑芳 梁春燕", Men: "查世杰 韩永刚 谢长安"),
        new("2137040303", "奚仲中学", SchoolStage.Junior, [(SchoolSection.Junior, 2)],
            Women: "仇海燕 唐静 许爱华 冯桂兰 董佳琪", Men: "华志远 邓国强 曹文斌 彭立伟 萧剑锋"),
        new("2137040304", "舜耕学校", SchoolStage.NineYear, [(SchoolSection.Primary, 1), (SchoolSection.Junior, 1)],
            Women: "盖晓琳 蔡明霞 潘秋菊 袁丽娟 于海棠 田雨欣 余晓梅", Men: "尉迟峰 杜建军 蒋文涛 程浩然 魏国庆"),
        new("2137040305", "薛城第一中学", SchoolStage.Senior, [(SchoolSection.Senior, 2)],
            Women: "朴善姬 吕思思 丁雅楠 沈佩兰", Men: "任伟东 姚明辉 卢志刚 傅学文 钟启航"),
        new("2137040306", "新城实验中学", SchoolStage.Complete, [(SchoolSection.Junior, 1), (SchoolSection.Senior, 1)],
            Women: "长孙丽 姜海英 崔晓红 谭雪莹", Men: "覃少华 陆振华 汪志明 范思远"),
    ];
}
