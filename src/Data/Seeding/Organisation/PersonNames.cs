using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Seeding.Organisation;

/// <summary>Invented names of persons: surnames as often as in the north of China, given names of the years of birth.</summary>
internal static class PersonNames
{
    // The more often, the more frequent.
    private const string Surnames =
        "王王王王王王王王王李李李李李李李李张张张张张张张张刘刘刘刘刘刘刘陈陈陈陈孙孙孙孙赵赵赵杨杨杨周周徐徐徐马马马朱朱胡胡郭郭郭高高高宋宋宋" +
        "韩韩韩于于于吕吕董董程曹曹袁邓许许傅沈曾彭苏苏卢蒋蔡贾丁丁魏魏薛叶阎阎余潘杜杜戴夏钟汪田田任任姜姜范范方石石姚谭廖邹熊金陆郝郝孔孔孔" +
        "白崔崔崔康毛邱邱秦江史顾侯邵邵孟孟孟龙万段雷钱汤尹尹黎易常常武武乔乔贺赖龚文种殷颜颜满褚褚渠郗生岳岳单";

    private const string WomenOld = "秀兰 秀英 桂英 玉兰 玉梅 桂芳 凤英 淑华 淑珍 秋菊 爱华 红梅 金凤 春花 玉华 桂荣 素芳 秀梅 月英 翠兰";
    private const string Women = "丽娟 海燕 晓燕 静 敏 燕 艳 丽 娜 玲 霞 慧 颖 洁 梅 雪梅 晓红 丽华 海霞 春燕 文静 玉洁 晓丽 秀娟 红霞 晓玲 丽萍 艳红 亚男 翠玲 莉 " +
        "倩 琳 晶 楠 蕾 璐 婷婷 丹丹 娟 芳 红 萍 云 君 青 岩 凤霞 玉玲 东梅 庆华 桂玲 维娜 秋霞 瑞霞 明霞";
    private const string WomenYoung = "欣怡 雨晴 佳琪 思雨 梦瑶 雅静 子涵 诗雨 晓彤 雨桐 佳慧 梦洁 雪莹 若曦 静怡 佳宁 婉清 可心 雅楠 思琪 文慧 欣然 一诺 雨欣 雅琪 晨曦 紫薇 " +
        "悦 雪 莹 梦 瑶 婧 媛媛 晓敏 梦圆 慧敏 冰洁 舒婷 晓萌 新月";
    private const string MenOld = "建国 建军 国强 卫东 志强 永刚 德成 长安 玉山 保国 庆祥 文斌 红星 忠义 广林 成民 兴华 传喜 维东 宗海";
    private const string Men = "伟 强 磊 军 勇 涛 斌 鹏 峰 杰 辉 刚 健 超 明 亮 波 志强 海涛 文涛 立新 振东 晓东 志刚 建华 海波 学文 永涛 洪涛 立伟 传宝 庆春 东升 文龙 建伟 " +
        "玉强 瑞 凯 毅 宁 晨 继东 守峰 宪法 德利";
    private const string MenYoung = "浩然 子轩 宇航 俊杰 嘉豪 天宇 博文 启航 一鸣 泽宇 思远 志远 文博 昊 鑫 帅 旭 阳 晨阳 佳兴 家乐 龙飞 世杰 少华 明哲 凯旋 钰 晗 振宇 子豪";

    private static readonly (string[] Old, string[] Middle, string[] Young) ForWomen = (Split(WomenOld), Split(Women), Split(WomenYoung));
    private static readonly (string[] Old, string[] Middle, string[] Young) ForMen = (Split(MenOld), Split(Men), Split(MenYoung));

    /// <summary>A name for somebody of that gender who began to teach in that year.</summary>
    public static string Of(Gender gender, int startYear, Chance chance)
    {
        var (old, middle, young) = gender == Gender.Female ? ForWomen : ForMen;
        var given = startYear < 1994 && chance.Is(70) ? old : startYear > 2013 && chance.Is(75) ? young : middle;
        return Surnames[chance.Below(Surnames.Length)] + chance.Of(given);
    }

    private static string[] Split(string names) => names.Split(' ');
}
