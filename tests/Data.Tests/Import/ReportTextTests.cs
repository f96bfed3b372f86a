using System.Globalization;
using HomeroomGraph.Data.Import;

namespace HomeroomGraph.Data.Tests.Import;

public sealed class ReportTextTests(ImportDatabase db) : ImportTest(db)
{
    [Fact]
    public async Task The_text_names_counts_wrong_rows_and_what_to_do_in_both_languages()
    {
        Bundle.Set("orgs.csv", 3, "identifier", "12345").Set("users.csv", 5, "dateLastModified", "x");
        var report = await ImportAsync();

        var english = ImportReportText.Of(report, CultureInfo.GetCultureInfo("en"));
        Assert.Matches(@"schools +2 +1 +1 +0", english);
        Assert.Contains("orgs.csv line 3  identifier = \"12345\": school code is not 10 digits", english, StringComparison.Ordinal);
        Assert.Contains("left out with it: 3 teachers, 3 employments, 2 classes, 2 appointments", english, StringComparison.Ordinal);
        Assert.Contains("1 error, 1 warning:", english, StringComparison.Ordinal);
        Assert.Contains("--accept-good", english, StringComparison.Ordinal);

        var chinese = ImportReportText.Of(report, CultureInfo.GetCultureInfo("zh-CN"));
        Assert.Contains("orgs.csv 第 3 行  identifier = \"12345\": 学校标识码不是 10 位数字", chinese, StringComparison.Ordinal);
        Assert.Contains("因此未导入：教师 3、任职 3、班级 2、班主任聘任 2", chinese, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_can_not_move_the_cursor_of_the_console()
    {
        Bundle.Set("users.csv", 3, "givenName", "\u001b[2J\u202E");
        Assert.Equal("\\u001B[2J\\u202E", Assert.Single((await DryRunAsync()).Findings).Value);
    }
}
