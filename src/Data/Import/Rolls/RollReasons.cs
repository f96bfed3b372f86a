namespace HomeroomGraph.Data.Import.Rolls;

/// <summary>What can be wrong in a teacher roll.</summary>
internal static class RollReasons
{
    // Cells
    public static readonly Reason NotAStaffNumber = new("not-a-staff-number", "不是工号（应为字母和数字）", "not a staff number (letters and digits)");
    public static readonly Reason NotAName = new("not-a-name", "姓名中含有数字", "a name holds no digits");
    public static readonly Reason NoSuchTitle = new(
        "no-such-title", "不是三级、二级、一级、高级、正高级教师之一", "no such title (三级, 二级, 一级, 高级, 正高级教师)");
    public static readonly Reason NotANumberOfYears = new("not-a-number", "不是年数", "not a number of years");
    public static readonly Reason NegativeYears = new("negative", "年数不能为负", "a number of years is not negative");
    public static readonly Reason TooManyYears = new("too-many-years", "超过 {0} 年", "more than {0} years");
    public static readonly Reason NoSuchSubject = new(
        "no-such-subject", "没有学科“{0}”，请核对，或先在区县学科表中添加", "no such subject: {0}; check it, or add it to the district's subjects first");
    public static readonly Reason DateWithoutTitle = new(
        "date-without-title", "有取得时间而没有职称（本行仍有效）", "a date of a title without the title (the row is still good)");

    // Between rows and what is stored
    public static readonly Reason AppearsTwice = new(
        "appears-twice", "工号重复出现，以第 {0} 行为准", "the staff number appears twice; the first row (line {0}) counts");
    public static readonly Reason NoSuchTeacher = new(
        "no-such-teacher", "区县名册中没有这个工号", "no teacher of the district has this staff number");
    public static readonly Reason NameDiffers = new(
        "name-differs", "该工号的教师是“{0}”", "the teacher with this staff number is {0}");
    public static readonly Reason NoSuchSchool = new("no-such-school", "没有这所学校", "no such school");
    public static readonly Reason SeveralSchools = new(
        "several-schools", "有多所学校叫这个名称，请填写学校标识码", "several schools have this name; give the school code");
    public static readonly Reason SchoolNameDiffers = new(
        "school-name-differs", "学校标识码 {0} 是“{1}”（本行仍有效）", "the school with the code {0} is {1} (the row is still good)");
    public static readonly Reason NotEmployedThere = new(
        "school-differs", "该教师在“{0}”任职，不在这所学校", "the teacher is employed at {0}, not at this school");
    public static readonly Reason NotOfOwnSchool = new(
        "not-of-own-school", "该教师不在本校任职，只能导入本校的花名册", "the teacher is not employed at your school; only its own roll can be imported");
    public static readonly Reason TitleBeforeEarlier = new(
        "title-before-earlier", "早于已记录的职称的结束日期 {0}", "lies before the end of a title on record ({0})");
    public static readonly Reason MoreThanWorked = new(
        "more-than-worked", "多于参加工作以来的年数（本行仍有效）", "more years than since the start of work (the row is still good)");
}
