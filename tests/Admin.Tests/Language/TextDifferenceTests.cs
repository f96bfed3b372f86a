using HomeroomGraph.Admin.Language;

namespace HomeroomGraph.Admin.Tests.Language;

public sealed class TextDifferenceTests
{
    [Theory]
    [InlineData("三个阶段推进", "分三个阶段推进", "三个阶段推进", "[分]三个阶段推进")]
    [InlineData("two classes of grade 5", "six classes of grade 5", "[two] classes of grade 5", "[six] classes of grade 5")]
    [InlineData("", "新增", "", "[新增]")]
    [InlineData("同", "同", "同", "同")]
    [InlineData("a\nb", "a\nc", "a\n[b]", "a\n[c]")]
    [InlineData("𠮷田", "𠮷野", "𠮷[田]", "𠮷[野]")]
    public void What_only_one_text_has_is_marked(string before, string after, string markedBefore, string markedAfter)
    {
        var (left, right) = TextDifference.Of(before, after);
        Assert.Equal(markedBefore, Marked(left));
        Assert.Equal(markedAfter, Marked(right));
    }

    [Fact]
    public void Long_texts_are_compared_by_sentences()
    {
        var before = string.Concat(Enumerable.Range(0, 400).Select(number => $"第{number}句说明研究的方法。"));
        var (left, right) = TextDifference.Of(before, before.Replace("第7句", "第八句", StringComparison.Ordinal));
        Assert.Equal("第7句说明研究的方法。", Assert.Single(left, piece => piece.Changed).Text);
        Assert.Equal("第八句说明研究的方法。", Assert.Single(right, piece => piece.Changed).Text);
        Assert.Equal(before, string.Concat(left.Select(piece => piece.Text)));
    }

    private static string Marked(IEnumerable<TextPiece> pieces) => string.Concat(pieces.Select(piece => piece.Changed ? $"[{piece.Text}]" : piece.Text));
}
