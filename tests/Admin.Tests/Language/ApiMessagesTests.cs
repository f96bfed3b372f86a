using System.Globalization;
using HomeroomGraph.Admin.Language;

namespace HomeroomGraph.Admin.Tests.Language;

public sealed class ApiMessagesTests
{
    [Theory]
    [InlineData("It is late. 已逾期。", "It is late.", "已逾期。")]
    [InlineData("The file is too big. It has 3 MB. 文件过大。有 3 MB。", "The file is too big. It has 3 MB.", "文件过大。有 3 MB。")]
    [InlineData("王秀兰 has no task yet. 王秀兰尚未分配任务。", "王秀兰 has no task yet.", "王秀兰尚未分配任务。")]
    [InlineData("This opinion has no answer yet: 限定年级 该意见尚未答复：限定年级", "This opinion has no answer yet: 限定年级", "该意见尚未答复：限定年级")]
    [InlineData("No answer yet: Measure it. 尚未答复：Measure it.", "No answer yet: Measure it.", "尚未答复：Measure it.")]
    [InlineData("Excel files only. Excel 文件才行。", "Excel files only.", "Excel 文件才行。")]
    [InlineData("Only English.", "Only English.", "Only English.")]
    public void Each_reader_gets_the_own_half(string message, string english, string chinese)
    {
        Assert.Equal(english, In(Languages.English, message));
        Assert.Equal(chinese, In(Languages.Chinese, message));
    }

    private static string In(string language, string message)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return ApiMessages.Half(message);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
