using HomeroomGraph.Data.Seeding.Organisation;

namespace HomeroomGraph.Data.Demo;

/// <summary>The schools of the demo. The places are real, schools and people are invented.</summary>
internal static class DemoSchools
{
    /// <summary>The school of the demo's accounts.</summary>
    public const string First = "2137040301";

    // Name, then the classes in each grade of primary, junior and senior school.
    private const string OfChengwu = """
        文亭实验小学 3 0 0|永昌街道中心小学 2 0 0|伯乐实验小学 3 0 0|大田集镇中心小学 2 0 0|天宫庙镇中心小学 1 0 0|汶上集镇中心小学 2 0 0|
        南鲁集镇中心小学 1 0 0|苟村集镇中心小学 1 0 0|白浮图镇中心小学 2 0 0|孙寺镇中心小学 1 0 0|九女集镇中心小学 1 0 0|党集镇中心小学 1 0 0|
        成武育青中学 0 4 0|文亭湖中学 0 4 0|大田集镇初级中学 0 3 0|汶上集镇初级中学 0 2 0|张楼镇学校 1 2 0|智楼学校 1 1 0|成武第一高级中学 0 0 6|成武伯乐高级中学 0 3 4
        """;

    private const string OfJiaxiang = """
        嘉祥实验小学 3 0 0|宗圣小学 2 0 0|卧龙山街道中心小学 2 0 0|纸坊镇中心小学 2 0 0|梁宝寺镇中心小学 2 0 0|疃里镇中心小学 1 0 0|
        马村镇中心小学 1 0 0|金屯镇中心小学 1 0 0|大张楼镇中心小学 2 0 0|嘉祥第四中学 0 4 0|洪山中学 0 3 0|梁宝寺镇中学 0 3 0|
        满硐镇学校 1 1 0|仲山镇学校 1 2 0|嘉祥第一高级中学 0 0 6|萌山高级中学 0 2 4
        """;

    private const string OfXuecheng = """
        双语实验小学 3 0 0|新城街道中心小学 3 0 0|临城街道中心小学 2 0 0|常庄街道中心小学 2 0 0|陶庄镇中心小学 2 0 0|沙沟镇中心小学 2 0 0|
        周营镇中心小学 1 0 0|邹坞镇中心小学 1 0 0|张范街道中心小学 1 0 0|兴仁街道中心小学 2 0 0|兴城街道中心小学 2 0 0|北临城中学 0 3 0|
        陶庄镇中学 0 3 0|沙沟镇中学 0 2 0|周营镇中学 0 2 0|邹坞镇学校 1 1 0|张范学校 1 1 0|薛城第八中学 0 0 4
        """;

    /// <summary>The schools of a district of the demo, by its code.</summary>
    public static IEnumerable<SchoolPlan> Of(string districtCode) => districtCode switch
    {
        DemoDistricts.Main => Told.Concat(Read(districtCode, OfXuecheng, Told.Length)),
        DemoDistricts.Chengwu => Read(districtCode, OfChengwu, 0),
        DemoDistricts.Jiaxiang => Read(districtCode, OfJiaxiang, 0),
        _ => throw new ArgumentOutOfRangeException(nameof(districtCode), districtCode, "No district of the demo."),
    };

    private static readonly SchoolPlan[] Told =
    [
        new(First, "薛城实验小学", (2, 0, 0))
        {
            Women = Names("单玉洁 王秀兰 李雪梅 张晓燕 孙丽华 曾静怡 刘海霞 陈婉清 周慧敏 赵桂英 徐文静"), Men = Names("解明远 高建国 马志强 胡立新 宋振东"),
        },
        new("2137040302", "临山小学", (1, 0, 0)) { Women = Names("任晓丹 朱红梅 吴玉珍 郑雅琴 何淑芳 梁春燕"), Men = Names("查世杰 韩永刚 谢长安") },
        new("2137040303", "奚仲中学", (0, 2, 0)) { Women = Names("仇海燕 唐静 许爱华 冯桂兰 董佳琪"), Men = Names("华志远 邓国强 曹文斌 彭立伟 萧剑锋") },
        new("2137040304", "舜耕学校", (1, 1, 0))
        {
            Women = Names("盖晓琳 蔡明霞 潘秋菊 袁丽娟 于海棠 田雨欣 余晓梅"), Men = Names("尉迟峰 杜建军 蒋文涛 程浩然 魏国庆"),
        },
        new("2137040305", "薛城第一中学", (0, 0, 2)) { Women = Names("朴善姬 吕思思 丁雅楠 沈佩兰"), Men = Names("任伟东 姚明辉 卢志刚 傅学文 钟启航") },
        new("2137040306", "新城实验中学", (0, 1, 1)) { Women = Names("长孙丽 姜海英 崔晓红 谭雪莹"), Men = Names("覃少华 陆振华 汪志明 范思远") },
    ];

    private static IEnumerable<SchoolPlan> Read(string districtCode, string schools, int before) =>
        schools.Split('|', StringSplitOptions.TrimEntries).Select((line, place) =>
        {
            var cells = line.Split(' ');
            return new SchoolPlan($"21{districtCode}{before + place + 1:00}", cells[0], (Number(cells[1]), Number(cells[2]), Number(cells[3])));
        });

    private static int Number(string cell) => int.Parse(cell, System.Globalization.CultureInfo.InvariantCulture);

    private static string[] Names(string names) => names.Split(' ');
}
