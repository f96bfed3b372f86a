namespace HomeroomGraph.Data.Seeding.Papers;

/// <summary>Where teachers publish: journals, and collections of a competition.</summary>
internal static class Journals
{
    public static IReadOnlyList<Journal> All { get; } =
    [
        new("山东教育", "1004-0897", "37-1030/G4", 36), new("班主任", "1002-560X", "11-1121/G4", 12), new("教学与管理", "1004-5872", "14-1024/G4", 36),
        new("中小学德育", "2095-1183", "44-1688/G4", 12), new("中小学管理", "1002-2384", "11-2545/G4", 12), new("人民教育", "0448-9365", "11-1199/G4", 24),
    ];

    /// <summary>The names of competitions that compile what was handed in; no journal.</summary>
    public static IReadOnlyList<string> Collections { get; } =
        ["全市教育教学论文评选文集", "全区优秀教育案例集", "区县班主任工作经验汇编", "山东省教育学会年会论文集", "学校教科研论文集"];
}

/// <summary>A journal with its numbers and the issues of a year.</summary>
internal sealed record Journal(string Name, string Issn, string Cn, int Issues);
