using HomeroomGraph.Data.Import;

namespace HomeroomGraph.Data.Tests.Import.Papers;

/// <summary>Papers as a list in a workbook (rule R1).</summary>
public sealed class PaperListTests(ImportDatabase db) : PapersTest(db)
{
    private static readonly string[] Header =
        ["序号", "论文题目", "作者", "作者工号", "作者单位", "刊物名称", "年份", "卷", "期", "页码", "DOI", "ISSN", "国内刊号", "发表时间", "关键词", "摘要", "类别"];

    private readonly List<string[]> rows =
    [
        ["论文统计表"],
        Header,
        ["1", "家校沟通的策略", "吕云、某某", "1001", "城关小学", "《班主任》", "", "第3卷", "第8期", "12—15", "", "1002-5561", "CN11-1234/G4", "2024.8", "家校；沟通", "略", "论文"],
        ["2", "一次班会的反思", "谭雅墨", "", "", "", "2025", "", "", "", "", "", "", "", "", "", "教学反思"],
    ];

    [Fact, Trait("Rule", "R1")]
    public async Task A_list_becomes_papers_and_an_author_is_a_teacher_by_staff_number_alone()
    {
        await ImportAsync();
        var report = await SheetAsync(rows);
        Assert.Empty(report.Findings);
        Assert.Equal("谭雅墨 | 吕云*+某某", await PapersAsync(AuthorsOfPaper));
        Assert.Equal("reflection 2025-01-01 year | paper 班主任 3 8 12-15 1002-5561 CN 11-1234/G4 2024-08-01 month", await PapersAsync(
            "concat_ws(' ', p.kind, p.venue, p.volume, p.issue, p.pages, p.issn, p.cn, p.published_on, p.published_precision)"));
        Assert.All((await SheetAsync(rows)).Counts, c => Assert.Equal((0, 0, 0), (c.Created, c.Changed, c.Withdrawn)));
    }

    [Theory]
    [InlineData("论文题目", "", "missing")]
    [InlineData("作者", "", "missing")]
    [InlineData("作者工号", "4040", "no-such-teacher")]
    [InlineData("作者工号", "1002", "not-the-author")]
    [InlineData("ISSN", "12", "not-an-issn")]
    [InlineData("国内刊号", "12", "not-a-cn")]
    [InlineData("DOI", "12", "not-a-doi")]
    [InlineData("发表时间", "2024-02-30", "no-such-date")]
    [InlineData("发表时间", "", "missing")]
    [InlineData("类别", "诗歌", "no-such-kind")]
    public async Task A_mistake_is_told_where_it_stands(string column, string value, string code)
    {
        await ImportAsync();
        rows[2][Array.IndexOf(Header, column)] = value;
        if (column == "作者") rows[2][Array.IndexOf(Header, "作者工号")] = "";
        Assert.Contains($"Error 3 {column} {code}", (await SheetAsync(rows)).Findings.Select(Told));
        Assert.Equal("", await PapersAsync("p.title"));
    }

    [Fact]
    public async Task A_list_without_authors_is_refused()
    {
        rows[1] = [.. Header.Select(name => name == "作者" ? "备考" : name)];
        Assert.Equal("missing-columns", (await Assert.ThrowsAsync<ImportRefusedException>(() => SheetAsync(rows))).Code);
    }
}
