using HomeroomGraph.Data.Seeding;
using HomeroomGraph.Data.Seeding.Organisation;

namespace HomeroomGraph.Data.Bench;

/// <summary>The fifty schools of a district of the bench: of every stage, small ones and big ones, and names that repeat as in life.</summary>
internal static class BenchSchools
{
    public const int Count = 50;

    private const string Places =
        "城关 东关 西关 南关 北关 新城 开发区 河西 河东 湖滨 龙山 凤凰 青龙 白云 太平 永安 兴隆 长安 文昌 育才 光明 红旗 团结 胜利 和平 建设 振兴 大王庄 李家集 张家楼 马庄 孙村 石桥 " +
        "柳林 杨庄 高桥 古城 三官庙 大河口 双塔 清泉 梅园 桃园 松林 银山 金泉 黄楼 旧店 沙河 泉头";

    public static IEnumerable<SchoolPlan> Of(string districtCode)
    {
        var chance = new Chance($"bench {districtCode}");
        var places = chance.Some(Places.Split(' '), Count);
        for (var at = 0; at < Count; at++)
        {
            var (kind, classes) = KindOf(at, chance);
            yield return new SchoolPlan($"21{districtCode}{at + 1:00}", places[at] + kind, classes) { TeachersAClass = 3 };
        }
    }

    private static (string Kind, (int Primary, int Junior, int Senior) Classes) KindOf(int at, Chance chance) => at switch
    {
        < 28 => (chance.Of(["小学", "中心小学", "实验小学"]), (Math.Min(chance.Between(1, 8), chance.Between(1, 8)), 0, 0)),
        < 40 => (chance.Of(["中学", "初级中学", "实验中学"]), (0, chance.Between(2, 9), 0)),
        < 44 => ("学校", (chance.Between(1, 4), chance.Between(1, 4), 0)),
        < 48 => (chance.Of(["高级中学", "第一中学"]), (0, 0, chance.Between(7, 16))),
        _ => ("完全中学", (0, chance.Between(2, 5), chance.Between(4, 9))),
    };
}
