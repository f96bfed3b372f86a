namespace HomeroomGraph.Data.Seeding.Research;

/// <summary>What teachers of each subject do research and write about.</summary>
internal static class ResearchTopics
{
    private static readonly Dictionary<string, string[]> BySubject = new(StringComparer.Ordinal)
    {
        ["chinese"] = Split("整本书阅读 单元整体教学 习作教学 识字与写字教学 古诗文诵读 课外阅读指导 口语交际教学 读写结合教学 学习任务群教学 阅读策略教学 思辨性阅读 课堂提问 日记教学 群文阅读"),
        ["mathematics"] = Split("问题解决教学 计算教学 图形与几何教学 数学绘本阅读 错题资源利用 数形结合思想渗透 单元作业设计 综合与实践活动 量感培养 模型意识培养 课堂对话 估算教学 说理课堂建设 分层作业设计"),
        ["english"] = Split("绘本教学 读写结合教学 听说课教学 语音教学 主题意义探究 单元整体教学 作业设计 思维品质培养 跨文化意识培养 项目式学习 词汇教学 阅读圈活动"),
        ["ethics"] = Split("活动化教学 议题式教学 法治教育 生活化教学 红色资源运用 情境创设 家国情怀培育 案例教学"),
        ["science"] = Split("探究式教学 实验教学 概念教学 项目化学习 种植养殖活动指导 科学阅读 实验记录单设计"),
        ["physics"] = Split("实验教学 情境化教学 前概念转变教学 自制教具开发 科学思维培养 习题教学 课堂导入设计"),
        ["chemistry"] = Split("实验创新 微项目学习 模型认知培养 化学史教学 大单元教学 生活化教学 实验安全教育"),
        ["biology"] = Split("生命观念培养 校园植物资源利用 实验教学 概念图运用 健康教育渗透 模型制作活动"),
        ["history"] = Split("史料实证能力培养 家国情怀培育 地方史资源运用 时空观念培养 大单元教学 历史剧活动"),
        ["geography"] = Split("地理实践力培养 乡土地理资源运用 读图能力培养 情境教学 研学活动设计 跨学科主题学习"),
        ["sports"] = Split("大课间活动设计 体能练习 校园足球教学 花样跳绳教学 体育家庭作业 运动伤害预防 体育游戏教学"),
        ["music"] = Split("合唱教学 民歌教学 柳琴戏教学 节奏教学 课堂器乐教学 音乐欣赏教学"),
        ["art"] = Split("剪纸教学 欣赏评述教学 创意水墨教学 乡土美术资源利用 陶艺校本课程开发 儿童线描教学"),
        ["informatics"] = Split("图形化编程教学 项目式学习 人工智能启蒙教学 数字素养培养 计算思维培养 开源硬件教学"),
    };

    private static readonly string[] ProjectForms =
    [
        "{0}的实践研究", "{0}的策略研究", "“双减”背景下{0}的研究", "核心素养导向的{0}实践研究", "农村学校{0}的现状与对策研究", "指向深度学习的{0}研究",
        "{0}的有效性研究", "基于学情的{0}研究", "新课标理念下{0}的行动研究", "信息技术支持下{0}的研究", "大单元视角下{0}的实践研究", "提高{0}质量的案例研究",
    ];

    private static readonly string[] PaperForms =
    [
        "浅谈{0}的有效策略", "{0}的实践与思考", "核心素养视域下{0}的路径探析", "“双减”背景下{0}初探", "新课标下{0}的几点做法", "例谈{0}中学生主体性的发挥",
        "{0}：问题、原因与对策", "让学习真实发生——{0}案例分析", "指向深度学习的{0}", "小组合作学习在{0}中的应用", "农村学校{0}的困境与出路", "{0}中评价语言的运用",
        "信息技术与{0}的融合", "在{0}中培养学生的自主学习能力", "关于{0}的教学反思", "以任务驱动优化{0}",
    ];

    /// <summary>A title of a research project (课题) in the subject, such as 小学语文整本书阅读的实践研究.</summary>
    public static string ProjectTitle(string section, string subjectCode, string subjectName, Chance chance) =>
        string.Format(null, chance.Of(ProjectForms), section + subjectName + chance.Of(BySubject[subjectCode]));

    /// <summary>A title of a paper in the subject.</summary>
    public static (string Title, string Topic) PaperTitle(string section, string subjectCode, string subjectName, Chance chance)
    {
        var topic = chance.Of(BySubject[subjectCode]);
        return (string.Format(null, chance.Of(PaperForms), section + subjectName + topic), topic);
    }

    private static string[] Split(string topics) => topics.Split(' ');
}
