using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Demo;

/// <summary>The three districts of the demo. Only the main one has schools; the others show what an import brings.</summary>
internal static class DemoDistricts
{
    public const string Main = "370403";
    public const string Chengwu = "371723";
    public const string Jiaxiang = "370829";

    private static readonly DateOnly Since = new(2000, 1, 1);

    public static IEnumerable<District> Create() =>
    [
        Of(Main, "薛城区", "枣庄市"),
        Of(Chengwu, "成武县", "菏泽市"),
        Of(Jiaxiang, "嘉祥县", "济宁市"),
    ];

    private static District Of(string code, string name, string city) =>
        new() { Code = code, Name = name, City = city, Province = "山东省", Since = Since };
}
