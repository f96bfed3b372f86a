using HomeroomGraph.Data.Organisation;

namespace HomeroomGraph.Data.Import.OneRoster;

/// <summary>The stages' names (学段) for a reader.</summary>
internal static class SchoolStageName
{
    public static Bilingual Name(this SchoolStage stage) => stage switch
    {
        SchoolStage.Primary => new("小学", "primary school"),
        SchoolStage.Junior => new("初级中学", "junior secondary school"),
        SchoolStage.Senior => new("高级中学", "senior secondary school"),
        SchoolStage.NineYear => new("九年一贯制学校", "nine-year school"),
        SchoolStage.Complete => new("完全中学", "complete secondary school"),
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, null),
    };
}
