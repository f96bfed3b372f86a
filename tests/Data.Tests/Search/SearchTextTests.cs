using HomeroomGraph.Data.Search;

namespace HomeroomGraph.Data.Tests.Search;

/// <summary>How what somebody types is taken apart.</summary>
public sealed class SearchTextTests
{
    [Theory]
    [InlineData("王", "王")]
    [InlineData("  习惯　养成 ", "习惯 养成")]
    [InlineData("张三、李四,王五；赵六", "张三 李四 王五 赵六")]
    [InlineData("ＷＸＭ", "wxm")]
    [InlineData("習慣", "习惯")]
    [InlineData("Wáng Xiǎomíng", "wang xiaoming")]
    [InlineData("lǚ LÜ lv", "lv")]
    [InlineData("《爱·与责任》", "爱与责任")]
    [InlineData("10.1000/ABC-1", "101000abc1")]
    [InlineData("Café", "cafe")]
    [InlineData("一 一", "一")]
    [InlineData("。 ！", "")]
    [InlineData("〇", "〇")]
    public void Words_stand_apart_and_each_is_looked_for(string typed, string texts) =>
        Assert.Equal(texts, string.Join(' ', SearchText.Read(typed).Select(piece => piece.Text)));

    [Theory]
    [InlineData("王xiaoming", "王→xiaoming:1-1")]
    [InlineData("小明wang", "小明→wang:2-2")]
    [InlineData("wang小明", "wang→小明:1-4")]
    [InlineData("王x明", "王→x:1-1 x→明:1-1")]
    [InlineData("新课标下小学语文整本书阅读", "新课标下小学→语文整本书阅:6-6 语文整本书阅→读:6-6")]
    [InlineData("xinkebiaoxiaxiaoxueyuwen", "xinkebiaoxiaxiaoxue→yuwen:1-19")]
    [InlineData("370403000013704030000137", "37040300001370403000→0137:1-20")]
    public void A_word_of_several_parts_is_found_one_after_the_other(string typed, string pieces) => Assert.Equal(
        pieces, string.Join(' ', SearchText.Read(typed).Select(piece => $"{piece.Text}→{piece.Next}:{piece.Near}-{piece.Far}")));
}
