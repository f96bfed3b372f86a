using HomeroomGraph.Data.Import.Sheets;

namespace HomeroomGraph.Data.Import.Rolls;

/// <summary>The columns of a teacher roll (教师花名册) and what people call them.</summary>
internal static class RollHeadings
{
    public static readonly Heading StaffNumber = new(
        "教职工号", "工号", "教工号", "教师工号", "职工号", "教工编号", "教职工编号", "教师编号", "职工编号", "人员编号", "员工编号", "教师号", "教职工代码", "StaffNumber");

    public static readonly Heading Name = new("姓名", "教师姓名", "教职工姓名", "教工姓名", "名字", "Name");
    public static readonly Heading Gender = new("性别", "Gender");

    public static readonly Heading SchoolCode = new(
        "学校标识码", "学校代码", "学校编码", "学校编号", "单位代码", "单位编码", "单位标识码", "机构代码", "学校机构标识码", "学校机构代码");

    public static readonly Heading SchoolName = new(
        "学校名称", "学校", "单位", "单位名称", "工作单位", "所在单位", "所在学校", "任教学校", "工作学校", "所属学校", "现工作单位");

    public static readonly Heading Subjects = new(
        "任教学科", "学科", "任课学科", "所教学科", "教学学科", "现任教学科", "任教科目", "任教课程", "科目", "主教学科");

    public static readonly Heading Title = new(
        "职称", "专业技术职务", "现职称", "专业技术职称", "技术职称", "教师职称", "职称等级", "现任专业技术职务", "专业技术职务等级", "专业技术职务名称");

    public static readonly Heading TitleSince = new(
        "职称取得时间", "取得时间", "取得职称时间", "现职称取得时间", "现职称时间", "职称时间", "职称评定时间", "评聘时间", "职称评聘时间", "聘任时间", "职称聘任时间",
        "任职资格取得时间", "专业技术职务取得时间", "专业技术职务聘任时间");

    public static readonly Heading StartedWork = new(
        "参加工作时间", "工作时间", "参加工作日期", "参加工作年月", "参工时间", "工作日期", "入职时间", "入职日期", "从教时间", "任教时间", "始任教时间");

    public static readonly Heading HomeroomYears = new(
        "班主任年限", "任班主任年限", "担任班主任年限", "班主任工作年限", "从事班主任年限", "累计班主任年限", "班主任工龄", "班主任年数", "任班主任年数");

    public static readonly Heading Status = new("状态", "在职状态", "在岗状态", "人员状态", "教师状态", "任职状态", "在职情况", "岗位状态");

    public static readonly IReadOnlyList<Heading> All =
        [StaffNumber, Name, Gender, SchoolCode, SchoolName, Subjects, Title, TitleSince, StartedWork, HomeroomYears, Status];

    /// <summary>Without these nobody can be found; the first is the rows' key.</summary>
    public static readonly IReadOnlyList<Heading> Required = [StaffNumber, Name];
}
