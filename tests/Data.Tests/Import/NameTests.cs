using HomeroomGraph.Data.Import.OneRoster;

namespace HomeroomGraph.Data.Tests.Import;

public sealed class NameTests
{
    [Theory]
    [InlineData("0703", null, null, 3)]
    [InlineData("2612", "高一12班", 10, 12)]
    [InlineData(null, "7年级3班", 7, 3)]
    [InlineData(null, "七年级(3)班", 7, 3)]
    [InlineData(null, "七年级（十二）班", 7, 12)]
    [InlineData(null, "初二3班", 8, 3)]
    [InlineData(null, "高三二十一班", 12, 21)]
    [InlineData("HR-A", "十二年级1班", 12, 1)]
    [InlineData("HR", "火箭班", null, null)]
    [InlineData("0700", "0班", null, null)]
    public void Code_and_title_tell_grade_and_number(string? code, string? title, int? grade, int? number)
    {
        Assert.Equal((short?)number, ClassName.NumberOf(code, title));
        Assert.Equal((short?)grade, ClassName.GradeOf(title));
    }
}
