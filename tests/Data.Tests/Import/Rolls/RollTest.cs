using System.Text;
using HomeroomGraph.Data.Import;
using HomeroomGraph.Data.Import.Rolls;
using HomeroomGraph.Data.Tests.Import.Sheets;

namespace HomeroomGraph.Data.Tests.Import.Rolls;

/// <summary>What the tests of rolls share: a district with its roster, and a small roll that is right, to be made wrong in one place.</summary>
public abstract class RollTest(ImportDatabase db) : ImportTest(db)
{
    private readonly List<string> files = [];

    protected static readonly string[] Header =
        ["教职工号", "姓名", "性别", "学校标识码", "学校名称", "任教学科", "职称", "参加工作时间", "班主任年限", "状态"];

    /// <summary>Title row, header, then the district's five teachers; line 3 is the first of them.</summary>
    protected List<string[]> Rows { get; } =
    [
        ["教师花名册（2026年秋）"],
        [.. Header],
        ["1001", "吕云", "男", "2137000001", "城关小学", "语文", "三级教师", "2004年08月20日", "5", "在职"],
        ["1002", "谭雅墨", "女", "2137000001", "城关小学", "数学", "一级教师", "2011-08-18", "0", "在职"],
        ["1003", "吕莉美", "女", "2137000001", "城关小学", "英语", "二级教师", "2015/8/17", "3", "在职"],
        ["1004", "刘萍", "女", "3437000002", "第一中学", "物理", "正高级教师", "1999.8.5", "14", "在职"],
        ["1005", "长孙丽", "女", "3437000002", "第一中学", "化学、生物学", "高级教师", "20200801", "2", "退休"],
    ];

    protected RollImport Import => new(Db.Database.Writer, new BusinessClock(TimeProvider.System, ImportDatabase.Today));

    protected Task StoreRosterAsync(bool acceptGood = false) => ImportAsync(acceptGood);

    protected void Set(int line, string column, string value) => Rows[line - 1][Array.IndexOf(Header, column)] = value;

    protected Task<ImportReport> RollAsync(bool acceptGood = false, bool dryRun = false) =>
        RollAsync(Xlsx(), acceptGood, dryRun);

    protected Task<ImportReport> RollAsync(string path, bool acceptGood = false, bool dryRun = false) =>
        Import.RunAsync(new(path, District) { AcceptGood = acceptGood, DryRun = dryRun }, null, Cancel);

    protected string Xlsx() => Kept(new Workbook().Sheet("花名册", Rows).Write());

    protected string Kept(string path)
    {
        files.Add(path);
        return path;
    }

    protected string Csv(Encoding encoding)
    {
        var text = string.Concat(Rows.Select(row => string.Join(',', row) + "\r\n"));
        return Bytes([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
    }

    protected string Bytes(byte[] bytes)
    {
        var path = Kept(ScratchFiles.New(".csv"));
        File.WriteAllBytes(path, bytes);
        return path;
    }

    protected static string Told(Finding finding) => $"{finding.Severity} {finding.Line} {finding.Column} {finding.Code}";

    protected Task<string> TeacherAsync(string staffNumber) => Db.ScalarAsync<string>(
        """
        select concat_ws(' ', t.gender, t.status, t.started_work_on, t.earlier_homeroom_months,
            (select string_agg(s.name, '+' order by s.name) from homeroom.teacher_subject x join homeroom.subject s using (district_id, subject_id)
             where x.district_id = t.district_id and x.teacher_id = t.teacher_id),
            (select string_agg(concat(k.title, '@', k.starts_on, case when k.ends_on is not null then '-' || k.ends_on end), '+' order by k.starts_on)
             from homeroom.teacher_title k where k.district_id = t.district_id and k.teacher_id = t.teacher_id))
        from homeroom.teacher t join homeroom.district d using (district_id) where d.code = $1 and t.staff_number = $2
        """, District, staffNumber);
}
