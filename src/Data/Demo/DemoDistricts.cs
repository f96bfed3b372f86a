namespace HomeroomGraph.Data.Demo;

/// <summary>The three districts of the demo.</summary>
internal static class DemoDistricts
{
    public const string Main = "370403";
    public const string Chengwu = "371723";
    public const string Jiaxiang = "370829";

    public static IReadOnlyList<(string Code, string Name, string City)> All { get; } =
        [(Main, "薛城区", "枣庄市"), (Chengwu, "成武县", "菏泽市"), (Jiaxiang, "嘉祥县", "济宁市")];
}
