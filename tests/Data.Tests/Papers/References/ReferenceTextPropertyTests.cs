using System.Diagnostics;
using System.Text.RegularExpressions;
using HomeroomGraph.Data.Papers;
using HomeroomGraph.Data.Papers.References;

namespace HomeroomGraph.Data.Tests.Papers.References;

/// <summary>Whatever is pasted there is a result within bounds and in time (rule R1); and what we write of an article we read back.</summary>
[Trait("Rule", "R1")]
public sealed partial class ReferenceTextPropertyTests
{
    private static readonly string[] Pieces =
    [
        "[J]", "[M/OL]", "［N］", "[1]", "[", "]", "//", ". ", "．", ", ", "，", ": ", "：", "(", ")", "（", "）", "等", "et al.", "2012", "2012-05-03", "[2012-05-03]", "DOI:10.1/x", "doi", "10.5555/a",
        "http://", "http://x.y/z", "@article{", "@string{a=", "{", "}", "\"", "\\", "\\'e", "\\\"", "#", "=", "$", "~", "and", " and ", "TY  - JOUR\n", "AU  - a\n", "ER  - \n", "{\"title\":", "\"a\"",
        "张伟", "SMITH J R", "译", "版", "2 版", "北京: 社", "\n", "\t", "\0", "\uD800", "\uDC00", "\uFEFF", "é", "ı", "<i>", "</i>", "<", ">", "&amp;", "&#x1F600;", "-", "—", "–", "卷 1", "第1卷", "GB/T 1—2020",
    ];

    [Fact]
    public void Any_text_gives_a_result_within_what_the_table_takes()
    {
        var chance = new Random(20261201);
        for (var n = 0; n < 20_000; n++)
        {
            var text = string.Concat(Enumerable.Range(0, chance.Next(1, 25)).Select(_ => chance.Next(12) == 0 ? ((char)chance.Next(1, 0xFFFF)).ToString() : Pieces[chance.Next(Pieces.Length)]));
            Assert.True(IsWithinBounds(ReferenceText.Read(text)), text);
        }
    }

    [Fact]
    public void A_reference_that_is_cut_anywhere_or_has_a_character_changed_gives_a_result()
    {
        var chance = new Random(7);
        foreach (var form in new[] { ReferenceForm.Gb2015Numeric, ReferenceForm.Gb2025AuthorDate, ReferenceForm.BibTex, ReferenceForm.CslJson })
            foreach (var record in ReferenceRecords.All)
            {
                var text = ReferenceRecords.Written([record], form);
                for (var n = 0; n < 12; n++)
                {
                    Assert.True(IsWithinBounds(ReferenceText.Read(text[..chance.Next(text.Length)])));
                    var changed = text.ToCharArray();
                    changed[chance.Next(changed.Length)] = (char)chance.Next(1, 0xFFFF);
                    Assert.True(IsWithinBounds(ReferenceText.Read(new(changed))), new(changed));
                }
            }
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("@article{")]
    [InlineData("@a{b,c={")]
    [InlineData("@a{b,author={a and ")]
    [InlineData("a. ")]
    [InlineData("等, ")]
    [InlineData("[J]")]
    [InlineData("//")]
    [InlineData("<a")]
    [InlineData("&")]
    [InlineData("\\'")]
    [InlineData("http://")]
    [InlineData("DOI:")]
    [InlineData("（1），")]
    [InlineData("1-")]
    [InlineData("TY  - JOUR\nAU  - a\n")]
    [InlineData("TY  - JOUR\nx\n")]
    [InlineData("[1]\n")]
    [InlineData("{\"a\":")]
    [InlineData("[{\"author\":[{\"family\":\"a\"}]},")]
    [InlineData("张三, ")]
    public void Time_grows_with_the_length_and_no_faster(string piece)
    {
        foreach (var begin in new[] { "", "A. T[J]. ", "@article{k, author = {", "TY  - JOUR\nTI  - ", "张三. 题[M]//" })
        {
            var text = (begin + string.Concat(Enumerable.Repeat(piece, ReferenceText.LongestText / piece.Length + 1)))[..ReferenceText.LongestText];
            var clock = Stopwatch.StartNew();
            Assert.True(IsWithinBounds(ReferenceText.Read(text)));
            // A hundred thousand steps are milliseconds; their square would be minutes.
            Assert.InRange(clock.Elapsed.TotalSeconds, 0, 5);
        }
        Assert.Equal("TOO_LONG", Assert.Single(ReferenceText.Read(new('a', ReferenceText.LongestText + 1)).Findings).Code);
    }

    [Theory]
    [InlineData(ReferenceForm.Gb2015Numeric)]
    [InlineData(ReferenceForm.Gb2015AuthorDate)]
    [InlineData(ReferenceForm.Gb2025Numeric)]
    [InlineData(ReferenceForm.Gb2025AuthorDate)]
    [InlineData(ReferenceForm.BibTex)]
    [InlineData(ReferenceForm.CslJson)]
    public void What_is_written_of_an_article_is_read_back(ReferenceForm form)
    {
        var chance = new Random(42 + (int)form);
        for (var n = 0; n < 2_000; n++)
        {
            var paper = RandomArticle(chance, n);
            var text = ReferenceRecords.Written([PaperReference.Of(paper)], form);
            var draft = ReferenceText.Read(text).Draft!;
            Assert.Equal(
                (paper.Title, paper.Venue, paper.Volume, paper.Issue, paper.Pages, paper.Doi, paper.PublishedOn.Year, paper.CslType),
                (draft.Title, draft.Venue, draft.Volume, draft.Issue, draft.Pages, draft.Doi, draft.PublishedOn!.Value.Year, draft.CslType));
            Assert.Equal(paper.Authors.Select(a => a.Name), draft.Authors.Select(a => a.Name));
            if (form is ReferenceForm.BibTex or ReferenceForm.CslJson) Assert.Equal((paper.PublishedOn, paper.Precision, string.Join('|', paper.Keywords)), (draft.PublishedOn, draft.Precision, string.Join('|', draft.Keywords)));
        }
    }

    private static PaperRecord RandomArticle(Random chance, int n)
    {
        string One(params string[] of) => of[chance.Next(of.Length)];
        var isChinese = chance.Next(3) > 0;
        var precision = (DatePrecision)chance.Next(3);
        var date = new DateOnly(chance.Next(1950, 2026), precision == DatePrecision.Year ? 1 : chance.Next(1, 13), precision == DatePrecision.Day ? chance.Next(1, 29) : 1);
        var volume = chance.Next(4) > 0 ? $"{chance.Next(1, 99)}" : null;
        return new()
        {
            PaperId = n,
            Title = isChinese
                ? One("小学班主任的情感劳动研究", "家校共育：一种视角", "“双减”之后的班会", "《论语》与班级管理", "谁来当班主任？", "AI时代的班主任")
                : One("What homeroom teachers do", "Care at school: a field study", "The growth of “care”", "Who greets the class?", "On mornings"),
            Language = isChinese ? "zh-CN" : "en",
            Authors = [.. Enumerable.Range(0, chance.Next(1, 4)).Select(_ => new PaperRecordAuthor(
                isChinese ? One("张伟", "王小明", "欧阳修文", "李静") : One("J. R. Smith", "A. O’Neil", "M. L. Park", "Q. Doe"))).Distinct()],
            Venue = isChinese ? One("齐鲁教育研究", "北京大学学报（哲学社会科学版）", "文献", "中国教育学刊") : One("Teaching Notes", "Learning, Care, and Schools", "Nature"),
            Volume = volume,
            Issue = volume is null || chance.Next(3) > 0 ? One("1", "12", "5/6", "增刊1") : null,
            Pages = chance.Next(5) > 0 ? One("12-19", "5", "1518-1523", "A3", "56-75, 80") : null,
            Doi = chance.Next(2) == 0 ? $"10.5555/x.{n}(a)" : null,
            PublishedOn = date,
            Precision = precision,
            Keywords = chance.Next(2) == 0 ? ["班主任", "德育"] : [],
        };
    }

    private static bool IsWithinBounds(ReferenceReading reading)
    {
        if (reading.Draft is not { } d) return reading.Findings.Count > 0;
        return d.Title is null or { Length: >= 1 and <= 500 }
            && d.Authors.Count <= 200 && d.Authors.All(a => a.Name.Length is >= 1 and <= 200 && IsText(a.Name))
            && new[] { d.Title, d.Venue, d.Volume, d.Issue, d.Pages, d.Abstract }.All(text => text is null || (text.Length is >= 1 and <= 20_000 && IsText(text)))
            && (d.Doi is null || Doi().IsMatch(d.Doi)) && (d.Issn is null || Issn().IsMatch(d.Issn)) && CslType().IsMatch(d.CslType) && Language().IsMatch(d.Language)
            && (d.PublishedOn is not { } on || (d.Precision == DatePrecision.Day || on.Day == 1) && (d.Precision != DatePrecision.Year || on.Month == 1))
            && reading.Findings.All(f => f.Message.Length < 600);
    }

    /// <summary>PostgreSQL takes it.</summary>
    private static bool IsText(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\0' || char.IsLowSurrogate(text[at])) return false;
            if (char.IsHighSurrogate(text[at]) && !(++at < text.Length && char.IsLowSurrogate(text[at]))) return false;
        }
        return true;
    }

    [GeneratedRegex(@"^10\.[0-9]{4,9}(\.[0-9]+)*/\S+$")]
    private static partial Regex Doi();

    [GeneratedRegex("^[0-9]{4}-[0-9]{3}[0-9X]$")]
    private static partial Regex Issn();

    [GeneratedRegex("^[a-z][a-z_-]*$")]
    private static partial Regex CslType();

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex Language();
}
