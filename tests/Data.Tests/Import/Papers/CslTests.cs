using HomeroomGraph.Data.Import;

namespace HomeroomGraph.Data.Tests.Import.Papers;

/// <summary>Papers as CSL-JSON (rule R1).</summary>
public sealed class CslTests(ImportDatabase db) : PapersTest(db)
{
    private const string Two =
        """
        [
          {"id": "a", "type": "article-journal", "title": "班级管理的<i>艺术</i>", "container-title": "班主任", "volume": "46", "issue": "8",
           "page": "102-111", "DOI": "https://doi.org/10.1234/ABC", "ISSN": "0028-0836, 1476-4687", "language": "zh-CN", "abstract": "摘要",
           "keyword": "班主任; 德育，班主任", "issued": {"date-parts": [["2024", 5, 9]]},
           "author": [{"family": "吕", "given": "云"}, {"literal": "某某研究所"}], "publisher": "某社"},
          {"id": 7, "type": "book", "title": "Homeroom", "issued": {"date-parts": [[2020, 3]]},
           "author": [{"family": "Veen", "given": "Pieternella H.", "dropping-particle": "van der"},
                      {"family": "Peebles", "given": "Peyton Z.", "suffix": "Jr.", "comma-suffix": true}]}
        ]
        """;

    [Fact, Trait("Rule", "R1")]
    public async Task All_that_an_item_says_is_kept()
    {
        var report = await CslAsync(Two);
        Assert.Empty(report.Findings);
        Assert.Equal("Homeroom | 班级管理的艺术", await PapersAsync("p.title"));
        Assert.Equal("book en 2020-03-01 month csl:7 | article-journal zh-CN 2024-05-09 day csl:a",
            await PapersAsync("concat_ws(' ', p.csl_type, p.language, p.published_on, p.published_precision, p.source_id)"));
        Assert.Equal("Pieternella H. van der Veen+Peyton Z. Peebles, Jr. | 吕云+某某研究所", await PapersAsync(AuthorsOfPaper));
        Assert.Equal("班主任 46 8 102-111 10.1234/abc 0028-0836 摘要",
            await PapersAsync("nullif(concat_ws(' ', p.venue, p.volume, p.issue, p.pages, p.doi, p.issn, p.abstract), '')"));
        Assert.Equal("班主任+德育", await PapersAsync(KeywordsOfPaper));
        Assert.Equal("{author} | {ISSN,title,author,publisher}", await PapersAsync("array(select jsonb_object_keys(p.extra))"));
    }

    [Fact, Trait("Rule", "R1")]
    public async Task The_same_file_again_changes_nothing_and_a_changed_one_just_what_changed()
    {
        await CslAsync(Two);
        var logged = await Db.LoggedAsync(District);
        Assert.All((await CslAsync(Two)).Counts, c => Assert.Equal((0, 0, 0), (c.Created, c.Changed, c.Withdrawn)));
        Assert.Equal(logged, await Db.LoggedAsync(District));

        var changed = await CslAsync(Two.Replace("Homeroom", "Homerooms", StringComparison.Ordinal)
            .Replace("; 德育", "; 家校", StringComparison.Ordinal).Replace("某某研究所", "另一研究所", StringComparison.Ordinal));
        Assert.Equal([(0, 2, 0), (0, 1, 0), (1, 0, 1)], changed.Counts.Select(c => (c.Created, c.Changed, c.Withdrawn)));
        Assert.Equal("Homerooms | 班级管理的艺术", await PapersAsync("p.title"));
        Assert.Equal("班主任+家校", await PapersAsync(KeywordsOfPaper));
    }

    [Fact, Trait("Rule", "R1")]
    public async Task A_second_one_is_refused_with_a_pointer_to_the_first()
    {
        var report = await CslAsync(
            """
            [{"id": 1, "title": "题目", "author": [{"literal": "张三"}], "issued": {"date-parts": [["2024"]]}},
             {"id": 2, "title": "题 目。", "author": [{"literal": "张 三"}], "issued": {"date-parts": [["2023"]]}},
             {"id": 3, "title": "甲", "DOI": "10.1000/x", "author": [{"literal": "张三"}], "issued": {"date-parts": [["2024"]]}},
             {"id": 4, "title": "乙", "DOI": "doi:10.1000/X", "author": [{"literal": "李四"}], "issued": {"date-parts": [["2024"]]}}]
            """, acceptGood: true);
        Assert.Equal(["Error 2 title duplicate", "Error 4 DOI duplicate"], report.Findings.Select(Told));
        Assert.Contains("line 1 (same title and first author)", report.Findings[0].Message.English, StringComparison.Ordinal);
        Assert.Equal("甲 | 题目", await PapersAsync("p.title"));
    }

    [Fact, Trait("Rule", "R1")]
    public async Task A_paper_that_somebody_entered_is_not_overwritten()
    {
        await CslAsync(Two);
        await Db.RunAsync(
            "update homeroom.paper p set source = 'entered' from homeroom.district d where d.district_id = p.district_id and d.code = $1", District);
        Assert.Equal(["Error 2 DOI paper-held", "Error 6 title paper-held"], (await CslAsync(Two)).Findings.Select(Told));
    }

    [Fact]
    public async Task Where_author_or_date_is_missing_another_stands_for_it_and_it_is_told()
    {
        var report = await CslAsync(
            """
            [{"title": "甲", "editor": [{"literal": "编者"}], "issued": {"literal": "清同治四年（1865）"}},
             {"title": "乙", "publisher": "某社", "accessed": {"date-parts": [["2025", 2, 28]]}},
             {"title": "丙"}, {"title": "C"}]
            """);
        Assert.Equal(
            ["Warning 1 author no-author", "Warning 2 author no-author", "Warning 2 issued no-date", "Warning 3 author no-author",
             "Warning 3 issued no-date", "Warning 3 author no-author", "Warning 3 issued no-date"], report.Findings.Select(Told));
        Assert.Equal("Anon. 2026 | 佚名 2026 | 某社 2025 | 编者 1865", await PapersAsync("p.first_author || ' ' || extract(year from p.published_on)"));
    }

    [Fact]
    public async Task Where_nothing_tells_the_date_the_same_file_changes_nothing_in_another_year_either()
    {
        const string undated = """[{"title": "丙", "author": [{"literal": "张三"}]}]""";
        await CslAsync(undated);
        await Db.RunAsync(
            "update homeroom.paper p set published_on = '2024-01-01' from homeroom.district d where d.district_id = p.district_id and d.code = $1", District);
        Assert.All((await CslAsync(undated)).Counts, c => Assert.Equal(0, c.Changed));
        Assert.Equal("2024-01-01", await PapersAsync("p.published_on"));
    }

    [Theory]
    [InlineData("""[{"title": "", "author": []}]""", "title missing")]
    [InlineData("""[{"title": "x", "DOI": "11.1/x", "author": [{"literal": "y"}], "issued": {"date-parts": [[2020]]}}]""", "DOI not-a-doi")]
    [InlineData("""[7]""", " not-an-object")]
    [InlineData("""[{"title": "x", "title": "y"}]""", " not-an-object")]
    public async Task A_wrong_item_is_told(string json, string told) =>
        Assert.Contains($"Error 1 {told}", (await CslAsync(json, dryRun: true)).Findings.Select(Told));

    [Theory]
    [InlineData("[{\"title\": \"x\"")]
    [InlineData("[{\"title\": \"x\"}] more")]
    [InlineData("{\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": {\"a\": 1")]
    public async Task What_is_no_json_is_refused(string json) =>
        Assert.Equal("json-unsound", (await Assert.ThrowsAsync<ImportRefusedException>(() => CslAsync(json))).Code);
}
