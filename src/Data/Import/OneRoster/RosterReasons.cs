namespace HomeroomGraph.Data.Import.OneRoster;

/// <summary>What can be wrong between the rows of a bundle, and between a bundle and what is already stored.</summary>
internal static class RosterReasons
{
    // Identity
    public static readonly Reason AppearsTwice = new(
        "appears-twice", "重复出现，以第 {0} 行为准", "appears twice; the first row (line {0}) counts");
    public static readonly Reason WithdrawnButUsed = new(
        "withdrawn-but-used", "标记为删除，但本名册的其他行仍在引用", "to be deleted, while other rows of the bundle still refer to it");

    // References
    public static readonly Reason NoSuchOrg = new("no-such-org", "没有这个机构", "no such org");
    public static readonly Reason NoSuchSession = new("no-such-session", "没有这个学期或学年", "no such academic session");
    public static readonly Reason NoSuchCourse = new("no-such-course", "没有这门课程", "no such course");
    public static readonly Reason NoSuchUser = new("no-such-user", "没有这个用户", "no such user");
    public static readonly Reason NoSuchClass = new("no-such-class", "没有这个班级", "no such class");

    // Organisations
    public static readonly Reason DistrictCodeDiffers = new(
        "district-differs", "与所选区县 {0} 不符", "is not the district the import is for ({0})");
    public static readonly Reason DistrictCodeUnknown = new(
        "district-unstated", "未注明区县代码，无法核对（本行仍有效）", "no district code to hold against the chosen one (the row is still good)");
    public static readonly Reason SchoolGivenAsDistrict = new(
        "school-given-as-district", "看起来是学校，却标为区县", "looks like a school but is given as a district");
    public static readonly Reason DistrictGivenAsSchool = new(
        "district-given-as-school", "这是区县，却标为学校", "is the district but is given as a school");
    public static readonly Reason SchoolCodeMissing = new("missing", "缺少学校标识码", "missing: a school needs its school code");
    public static readonly Reason NotTenDigits = new(
        "school-code-not-ten-digits", "学校标识码不是 10 位数字", "school code is not 10 digits");
    public static readonly Reason SchoolCodeTwice = new(
        "school-code-twice", "学校标识码与第 {0} 行相同，以先出现的为准", "school code of line {0} again; the first row counts");
    public static readonly Reason ParentMissing = new(
        "parent-unstated", "未注明上级机构，按所选区县处理（本行仍有效）", "no parent given: taken as the chosen district's (the row is still good)");
    public static readonly Reason ParentNotADistrict = new("parent-not-a-district", "上级机构不是区县", "the parent is not a district");
    public static readonly Reason StageUnknown = new(
        "stage-unknown", "从名称、标识码和班级都看不出学段", "neither name, code nor classes tell the stage of the school");
    public static readonly Reason TwelveGrades = new(
        "twelve-grades", "十二年一贯制按完全中学登记（本行仍有效）", "a school of all twelve grades is kept as a complete secondary school (the row is still good)");
    public static readonly Reason NotASchool = new("not-a-school", "该机构不是学校", "the org is not a school");

    // Periods
    public static readonly Reason EndsBeforeItBegins = new(
        "ends-before-it-begins", "结束日期不晚于开始日期 {0}", "ends on or before the day it begins ({0})");
    public static readonly Reason TooLongPeriod = new("period-too-long", "时段超过 {0} 天", "lasts longer than {0} days");
    public static readonly Reason SchoolYearsOverlap = new(
        "school-years-overlap", "与第 {0} 行的学年重叠，以先出现的为准", "overlaps the school year of line {0}; the first row counts");
    public static readonly Reason SchoolYearTwice = new(
        "school-year-twice", "学年名称与第 {0} 行相同，以先出现的为准", "the school year of line {0} has the same title; the first row counts");
    public static readonly Reason SchoolYearDiffers = new(
        "school-year-differs", "与学年的结束年份 {0} 不符（本行仍有效）", "is not the year in which the school year ends ({0}) (the row is still good)");
    public static readonly Reason NoSchoolYear = new("no-school-year", "不属于任何学年", "belongs to no school year");
    public static readonly Reason OutsideSchoolYear = new(
        "outside-school-year", "不在学年 {0}—{1} 之内", "lies outside the school year {0} to {1}");
    public static readonly Reason SemesterTwice = new(
        "semester-twice", "本学年第 {0} 学期已在第 {1} 行，以先出现的为准", "semester {0} of the year is on line {1} already; the first row counts");
    public static readonly Reason SemestersOverlap = new(
        "semesters-overlap", "与第 {0} 行的学期重叠，以先出现的为准", "overlaps the semester of line {0}; the first row counts");

    // People
    public static readonly Reason NoRole = new("no-role", "没有任何学校的任职（roles.csv）", "has no role at any school (roles.csv)");
    public static readonly Reason StaffNumberTwice = new(
        "staff-number-twice", "工号与第 {0} 行相同，以先出现的为准", "staff number of line {0} again; the first row counts");
    public static readonly Reason SecondPrimaryRole = new(
        "second-primary-role", "同一时间有两个主要任职（另见第 {0} 行），以先出现的为准", "second primary role at one time (see line {0}); the first row counts");
    public static readonly Reason NotATeacher = new("not-a-teacher", "该用户不是教师", "the user is not a teacher");

    // Classes
    public static readonly Reason NotAGrade = new(
        "not-a-grade", "不是 01 至 12 的年级", "not a grade from 01 to 12");
    public static readonly Reason SeveralGrades = new(
        "several-grades", "行政班只能有一个年级", "a homeroom class has one grade");
    public static readonly Reason GradeDiffers = new(
        "grade-differs", "与班级名称（{0} 年级）不符", "is not what the class's title says (grade {0})");
    public static readonly Reason GradeNotOfStage = new(
        "grade-not-of-stage", "该校（{0}）没有这个年级", "the school ({1}) has no such grade");
    public static readonly Reason ClassNumberUnknown = new(
        "class-number-unknown", "从班级编号和名称都看不出班号", "neither class code nor title tell the class's number");
    public static readonly Reason ClassTwice = new(
        "class-twice", "该校本学年的这个班（{0} 年级 {1} 班）已在第 {2} 行，以先出现的为准",
        "the school's class {1} of grade {0} is on line {2} already; the first row counts");
    public static readonly Reason TitleDiffers = new(
        "title-differs", "名称与年级、编号（{0} 年级 {1} 班）不符（本行仍有效）",
        "the title says another class than grade and code (class {1} of grade {0}) (the row is still good)");
    public static readonly Reason SeveralSchoolYears = new(
        "several-school-years", "跨越多个学年", "spans several school years");

    // Appointments
    public static readonly Reason SchoolOfClassDiffers = new(
        "school-of-class-differs", "与班级所在学校 {0} 不符", "is not the school of the class ({0})");
    public static readonly Reason SecondHomeroomTeacher = new(
        "second-homeroom-teacher", "该班同一时间已有班主任（第 {0} 行），以先出现的为准（规则 A1）",
        "second homeroom teacher of a class at one time; the first row (line {0}) counts (rule A1)");
    public static readonly Reason HeadsTwoClasses = new(
        "heads-two-classes", "该教师同一时间已任另一班班主任（第 {0} 行），以先出现的为准（规则 A1）",
        "the teacher heads two classes at one time; the first row (line {0}) counts (rule A1)");
    public static readonly Reason NotEmployedThere = new(
        "not-employed-there", "该教师当时不在该校任职（本行仍有效）", "the teacher is not employed at the school then (the row is still good)");

    // Against what is stored already, by hand or by a row of this bundle that is itself wrong
    public static readonly Reason SchoolCodeHeld = new(
        "school-code-held", "学校标识码已属于系统中的学校“{0}”", "the school code is that of the school \"{0}\", which is stored already");
    public static readonly Reason StaffNumberHeld = new(
        "staff-number-held", "工号已属于系统中的教师“{0}”", "the staff number is that of the teacher \"{0}\", who is stored already");
    public static readonly Reason ClassHeld = new(
        "class-held", "系统中该校本学年已有 {0} 年级 {1} 班", "the school's class {1} of grade {0} is stored already");
    public static readonly Reason PeriodHeld = new(
        "period-held", "与系统中的“{0}”重叠或重名", "has the days or the name of \"{0}\", which is stored already");
    public static readonly Reason EmploymentHeld = new(
        "employment-held", "与系统中该教师在“{0}”的任职重叠", "overlaps the teacher's employment at \"{0}\", which is stored already");
    public static readonly Reason AppointmentHeld = new(
        "appointment-held", "与系统中的聘任重叠：{0}（规则 A1）", "overlaps an appointment that is stored already: {0} (rule A1)");
    public static readonly Reason ClassKept = new(
        "class-kept", "已有聘任记录，班级予以保留（本行仍有效）", "has appointments on record, so the class is kept (the row is still good)");
    public static readonly Reason CalendarKept = new(
        "calendar-kept", "学年和学期不会被导入撤销（本行仍有效）", "school years and semesters are not withdrawn by an import (the row is still good)");
}
