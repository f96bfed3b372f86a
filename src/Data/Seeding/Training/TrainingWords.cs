using HomeroomGraph.Data.Training;

namespace HomeroomGraph.Data.Seeding.Training;

/// <summary>The standard programme of rule T1, and what its sessions are about.</summary>
internal static class TrainingWords
{
    /// <summary>The five modules with their hours, which add up to 30.</summary>
    public static IReadOnlyList<(string Name, decimal Hours)> Modules { get; } =
    [
        ("班主任工作规范与政策法规", 6), ("班级活动与班级管理", 9), ("学生心理健康辅导", 6), ("未成年人思想道德教育", 6), ("交流与案例教学", 3),
    ];

    /// <summary>The sessions of a year: module, kind, topic, hours. Whoever attends all of them has the programme's hours.</summary>
    public static IReadOnlyList<(int Module, TrainingSessionKind Kind, string Topic, decimal Hours)> Sessions { get; } =
    [
        (0, TrainingSessionKind.PreService, "班主任岗前培训：职责、规范与一日常规", 3),
        (0, TrainingSessionKind.LegalLecture, "《未成年人保护法》与学校保护责任", 3),
        (1, TrainingSessionKind.ExperienceExchange, "班级自主管理经验交流", 3),
        (1, TrainingSessionKind.ObservedClassMeeting, "主题班会观摩：我们的班级公约", 3),
        (1, TrainingSessionKind.ResearchLesson, "班会课研讨：让每个孩子都有岗位", 3),
        (2, TrainingSessionKind.ExpertLecture, "青少年常见心理问题的识别与疏导", 3),
        (2, TrainingSessionKind.Salon, "心理健康教育沙龙：走近留守儿童", 3),
        (3, TrainingSessionKind.ExpertLecture, "新时代未成年人思想道德教育的途径", 3),
        (3, TrainingSessionKind.SiteVisit, "红色研学：铁道游击队纪念园现场教学", 3),
        (4, TrainingSessionKind.Forum, "育人故事论坛：我的教育案例", 3),
    ];

    public static IReadOnlyList<string> Notes { get; } =
    [
        "通过学习，我对班主任的岗位职责有了更系统的认识，今后要做到抓早抓小，把常规落到实处。", "班级管理要从“管住”走向“自主”，本学期打算在班内试行岗位责任制，人人有事做，事事有人管。",
        "讲座中的案例让我反思自己与学生沟通的方式：先倾听，再引导，少批评，多鼓励。", "德育不是说教，要在活动中体验、在体验中感悟，准备把劳动实践纳入班级评价。",
        "学习了相关法律条款，明确了教师的保护义务和惩戒的边界，做到依法执教。", "案例交流很受启发，家校沟通要及时、具体、有温度，让家长成为同路人。",
    ];

    public static IReadOnlyList<string> Reflections { get; } =
    [
        "走进纪念园，英雄事迹令人动容，将组织学生开展“家乡红色故事我来讲”活动。", "现场教学比课堂更有感染力，回校后计划开一次主题班会，请学生谈体会。",
    ];

    /// <summary>Lecturers from outside.</summary>
    public static IReadOnlyList<(string Name, string From)> Lecturers { get; } =
    [
        ("孔令军", "枣庄学院"), ("孟凡荣", "曲阜师范大学"), ("颜廷华", "山东省教育科学研究院"), ("徐立言", "市未成年人心理健康辅导中心"), ("韩继波", "区人民检察院"),
    ];

    /// <summary>What homeroom meetings are about.</summary>
    public static IReadOnlyList<string> Meetings { get; } =
    [
        "开学常规工作部署", "学生安全教育与隐患排查", "班级文化建设推进", "期中质量分析与学风建设", "家长会筹备", "防溺水与交通安全教育", "养成教育月总结", "冬季学生健康与请假管理", "后进生帮扶交流",
    ];

    /// <summary>What class meetings are about.</summary>
    public static IReadOnlyList<string> ClassMeetings { get; } =
        ["我和班级有个约定", "感恩身边的人", "节约粮食从我做起", "诚信伴我行", "做情绪的主人", "向校园欺凌说“不”", "我爱我的祖国", "劳动最光荣"];
}
