using System.Text;
using HomeroomGraph.Data.Import;

namespace HomeroomGraph.Data.Tests.Import.Rolls;

/// <summary>Each mistake of a roll is told with its line, column and reason, and nothing else is.</summary>
public sealed class RollMistakesTests(ImportDatabase db) : RollTest(db)
{
    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "教职工号", "", "Error missing" },
        { "教职工号", "4040", "Error no-such-teacher" },
        { "教职工号", "2.1371E+12", "Error digits-lost" },
        { "教职工号", "吕云云", "Error not-a-staff-number" },
        { "教职工号", "1002", "Error appears-twice" },
        { "姓名", "", "Error missing" },
        { "姓名", "李四", "Error name-differs" },
        { "姓名", "吕莉3", "Error not-a-name" },
        { "姓名", "=A1", "Error formula" },
        { "姓名", "#REF!", "Error spreadsheet-error" },
        { "参加工作时间", "#VALUE!", "Error spreadsheet-error" },
        { "性别", "难", "Error not-one-of" },
        { "学校标识码", "9999999999", "Error no-such-school" },
        { "学校标识码", "3437000002", "Error school-differs" },
        { "学校标识码", "=1+1", "Error formula" },
        { "学校名称", "第一中学", "Warning school-name-differs" },
        { "任教学科", "炼金术", "Error no-such-subject" },
        { "职称", "特级厨师", "Error no-such-title" },
        { "参加工作时间", "2015-02-30", "Error no-such-date" },
        { "参加工作时间", "2015-13-01", "Error no-such-date" },
        { "参加工作时间", "去年", "Error no-such-date" },
        { "参加工作时间", "2015", "Error no-such-date" },
        { "参加工作时间", "2030-01-01", "Error date-in-future" },
        { "参加工作时间", "1871-01-18", "Error date-out-of-range" },
        { "班主任年限", "三", "Error not-a-number" },
        { "班主任年限", "-1", "Error negative" },
        { "班主任年限", "99", "Error too-many-years" },
        { "班主任年限", "=1+1", "Error formula" },
        { "班主任年限", "30", "Warning more-than-worked" },
        { "状态", "在逃", "Error not-one-of" },
        { "姓名", "吕\uFFFD美", "Error damaged-text" },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public async Task It_is_told_where_and_why(string column, string value, string told)
    {
        await StoreRosterAsync();
        Set(5, column, value);
        var xlsx = Assert.Single((await RollAsync(dryRun: true)).Findings);
        Assert.Equal((5, column, told), (xlsx.Line, xlsx.Column, $"{xlsx.Severity} {xlsx.Code}"));
        var csv = Assert.Single((await RollAsync(Csv(Encoding.UTF8), dryRun: true)).Findings);
        Assert.Equal((5, column, told), (csv.Line, csv.Column, $"{csv.Severity} {csv.Code}"));
    }

    public static TheoryData<string, string> Dates => new()
    {
        { "2015-08-23", "2015-08-23" }, { "2015/8/23", "2015-08-23" }, { "2015.8.23", "2015-08-23" }, { "2015年8月23日", "2015-08-23" },
        { "20150823", "2015-08-23" }, { "42239", "2015-08-23" }, { "２０１５年８月２３日", "2015-08-23" }, { " 2015 . 8 ", "2015-08-01" },
        { "2015年8月", "2015-08-01" }, { "201508", "2015-08-01" }, { "2015-08-23 00:00:00", "2015-08-23" }, { "2015-08-23T00:00:00", "2015-08-23" },
    };

    [Theory, MemberData(nameof(Dates))]
    public async Task Dates_are_read_as_people_write_them(string written, string date)
    {
        await StoreRosterAsync();
        Set(3, "参加工作时间", written);
        Assert.Empty((await RollAsync()).Findings);
        Assert.Contains(date, await TeacherAsync("1001"), StringComparison.Ordinal);
    }

    public static TheoryData<string, int> Years => new()
    {
        { "5", 60 }, { "5年", 60 }, { "５", 60 }, { "5.5", 66 }, { "3年半", 42 }, { "2年3个月", 27 }, { "无", 0 }, { "/", 0 },
    };

    [Theory, MemberData(nameof(Years))]
    public async Task Years_are_read_as_people_write_them(string written, int months)
    {
        await StoreRosterAsync();
        Set(3, "班主任年限", written);
        Assert.Empty((await RollAsync()).Findings);
        Assert.Contains($" {months} ", await TeacherAsync("1001"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("吕云（借调）")]
    [InlineData("吕 云[副校长]")]
    public async Task A_remark_behind_a_name_does_not_matter(string written)
    {
        await StoreRosterAsync();
        Set(3, "姓名", written);
        Assert.Empty((await RollAsync(dryRun: true)).Findings);
    }

    [Fact]
    public async Task A_byte_that_is_no_text_is_told_where_it_stands()
    {
        await StoreRosterAsync();
        var gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        var bytes = File.ReadAllBytes(Csv(gb18030));
        var at = bytes.AsSpan().IndexOf(gb18030.GetBytes("谭雅墨"));
        bytes[at + 1] = 0xFF;
        Assert.Equal(["Error 4 姓名 damaged-text"], (await RollAsync(Bytes(bytes), dryRun: true)).Findings.Select(Told));

        bytes = File.ReadAllBytes(Csv(Encoding.UTF8));
        at = bytes.AsSpan().IndexOf("谭雅墨"u8);
        bytes[at + 1] = 0x20;
        Assert.Equal(["Error 4 姓名 damaged-text"], (await RollAsync(Bytes(bytes), dryRun: true)).Findings.Select(Told));
    }

    [Fact]
    public async Task Several_mistakes_of_a_row_are_all_told()
    {
        await StoreRosterAsync();
        Set(4, "姓名", "");
        Set(4, "学校标识码", "9999999999");
        Set(4, "参加工作时间", "x");
        var report = await RollAsync(dryRun: true);
        Assert.Equal(
            ["Error 4 姓名 missing", "Error 4 参加工作时间 no-such-date", "Error 4 学校标识码 no-such-school"], report.Findings.Select(Told));
        Assert.Equal(4, Accepted(report, RecordKind.RollEntry));
    }
}
