using HomeroomGraph.Data.Mentoring;

namespace HomeroomGraph.Data.Seeding.Mentoring;

/// <summary>What pairs want to reach, do and report.</summary>
internal static class MentorshipWords
{
    public static IReadOnlyList<string> Goals { get; } =
    [
        "一年内熟悉班主任常规工作，能独立组织主题班会和家长会。", "学会班级日常管理与突发事件处理，形成自己的带班思路。", "掌握与家长沟通的方法，完成一份班级建设案例。",
        "提高课堂管理与班级文化建设能力，上好一节校级主题班会课。",
    ];

    public static IReadOnlyList<(MentorshipActivityKind Kind, string Content)> Activities { get; } =
    [
        (MentorshipActivityKind.ClassObservation, "听徒弟班会课一节，课后就提问与总结环节提出建议。"), (MentorshipActivityKind.JointClassWork, "一起布置班级文化墙，讨论班级公约。"),
        (MentorshipActivityKind.Talk, "交流与学生个别谈话的方法，分析两名学生的情况。"), (MentorshipActivityKind.DocumentReview, "批阅班主任工作计划与学生成长档案，逐条给出修改意见。"),
        (MentorshipActivityKind.ClassObservation, "徒弟观摩师傅的晨会，记录组织流程。"), (MentorshipActivityKind.Talk, "复盘家长会，讨论如何回应家长关切。"),
        (MentorshipActivityKind.JointClassWork, "共同组织大课间与值日检查，示范常规要求。"),
    ];

    public static IReadOnlyList<string> Reports { get; } =
    [
        "本月重点抓早读纪律和卫生，班级量化有进步；与家长沟通仍需更主动。", "组织了一次主题班会，学生参与度高；个别学生作业拖拉，准备结对帮扶。", "学习师傅处理学生矛盾的方法，先了解再处理，效果较好。",
        "完成了学生情况摸底和家访四户，建立了重点学生台账。", "月考后开展学法交流，班级学风有改善；下月做好运动会组织。",
    ];

    public static IReadOnlyList<string> Answers { get; } = ["已阅。进步明显，继续保持记录的习惯。", "做得细致，建议把家访情况及时反馈给任课教师。", "问题抓得准，下月一起研究作业管理。", "很好，注意劳逸结合。"];

    public const string ByMentor = "徒弟虚心好学，已能独立开展班级工作，班级常规稳定，同意出师。";
    public const string ByMentee = "师傅倾囊相授，一年来在班会组织、家校沟通上收获很大。";
    public const string ByOffice = "结对任务完成，过程材料齐全，评定合格。";
    public const string BrokenOff = "师傅工作调整，经政教处同意中止结对，另行安排师傅。";
}
