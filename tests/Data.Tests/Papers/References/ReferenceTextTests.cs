using HomeroomGraph.Data.Papers;
using HomeroomGraph.Data.Papers.References;

namespace HomeroomGraph.Data.Tests.Papers.References;

/// <summary>A pasted reference fills the fields of a paper (rule R1), whatever form it is in.</summary>
[Trait("Rule", "R1")]
public sealed class ReferenceTextTests
{
    [Theory]
    [InlineData("王晓雨, 李建国. 小学班主任的情感劳动研究[J]. 齐鲁教育研究, 2022, 35(4): 12-19.")]
    [InlineData("[12] 王晓雨, 李建国. 小学班主任的情感劳动研究[J]. 齐鲁教育研究, 2022, 35(4): 12-19.")]
    [InlineData("［12］王晓雨，李建国．小学班主任的情感劳动研究［J］．齐鲁教育研究，2022，35（4）：12—19．")]
    [InlineData("王晓雨，李建国，2022. 小学班主任的情感劳动研究[J]. 齐鲁教育研究，35（4）：12-19.")]
    [InlineData("王晓雨,李建国.小学班主任的情感劳动研究[J].齐鲁教育研究,2022,35(4):12-19.")]
    [InlineData("王晓雨、李建国. 小学班主任的情感劳动研究 [J]. 齐鲁教育研究, 2022, 35 (4): 12–19")]
    public void A_GB_line_of_an_article_is_read_in_either_edition_system_and_width(string line)
    {
        var (form, draft, findings) = ReferenceText.Read(line);
        Assert.Equal((ReferenceTextForm.Gb7714, "小学班主任的情感劳动研究", "article-journal"), (form, draft!.Title, draft.CslType));
        Assert.Equal(["王晓雨", "李建国"], draft.Authors.Select(a => a.Name));
        Assert.Equal(("齐鲁教育研究", "35", "4", "12-19"), (draft.Venue, draft.Volume, draft.Issue, draft.Pages));
        Assert.Equal((new DateOnly(2022, 1, 1), DatePrecision.Year, "zh-CN"), (draft.PublishedOn, draft.Precision, draft.Language));
        Assert.Empty(findings);
    }

    [Fact]
    public void A_western_line_gives_names_taken_apart_and_says_what_to_look_at()
    {
        var (_, draft, findings) = ReferenceText.Read(
            "[3] DES MOULINS D J, PARK J-R, VEEN P H van der, et al. Growth of care: a U.S. case[J/OL]. Learning, Care, and Schools, 2012, 359: 605-609[2014-06-25]. https://x.example.org/a?b=DOI:1. DOI:10.5555/LCS.359.");
        Assert.Equal("Growth of care: a U.S. case", draft!.Title);
        Assert.Equal(["D. J. Des Moulins", "J.-R. Park", "P. H. van der Veen"], draft.Authors.Select(a => a.Name));
        Assert.Equal(("Learning, Care, and Schools", "359", null, "605-609", "10.5555/lcs.359"), (draft.Venue, draft.Volume, draft.Issue, draft.Pages, draft.Doi));
        Assert.Equal("https://x.example.org/a?b=DOI:1", draft.Extra!["URL"]!.GetValue<string>());
        Assert.Equal("Des Moulins", draft.Extra["author"]![0]!["family"]!.GetValue<string>());
        Assert.Equal(["AUTHORS_LEFT_OUT", "CAPITALS"], findings.Select(f => f.Code).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("丁文远. 班主任津贴落到实处[N]. 鲁西教育报, 2021-11-20(15).", "article-newspaper", "鲁西教育报", "15", "2021-11-20")]
    [InlineData("马欢欢. 县域班主任专业发展研究[D]. 济南: 齐鲁师范大学, 2018: 27.", "thesis", null, "27", "2018-01-01")]
    [InlineData("宋一鸣. 晨会三问[M]//林可, 高翔. 班级微课程. 济南: 齐鲁教育出版社, 2020: 101-113.", "chapter", "班级微课程", "101-113", "2020-01-01")]
    [InlineData("石磊. 乡村班主任的一日[C]//第十二届全国德育年会，2023：4.", "paper-conference", "第十二届全国德育年会", "4", "2023-01-01")]
    [InlineData("石磊，2023. 乡村班主任的一日[C]//第十二届全国德育年会：4.", "paper-conference", "第十二届全国德育年会", "4", "2023-01-01")]
    [InlineData("成武县教育和体育局. 评选通知[EB/OL]. (2021-04-21)[2023-05-02]. https://edu.example.cn/1.htm.", "webpage", null, null, "2021-04-21")]
    [InlineData("邓一凡. 一种课桌：CN200610171315.8[P]. 2008-01-16：8-9.", "patent", null, "8-9", "2008-01-16")]
    [InlineData("魏尔森. 家庭与学校[M]. 姜远, 何思, 译. 修订版. 上海: 新知出版社, 2015.", "book", null, null, "2015-01-01")]
    [InlineData("秦岚. 网络首发的班会[J/OL]. 教育新探，2024-03-08. https://kns.example.cn/x.html.", "article-journal", "教育新探", null, "2024-03-08")]
    [InlineData("汤敏. 最终报告: 7178-2006BAK/10[R]. 济南: 齐鲁教研院, 2013: 3.", "report", null, "3", "2013-01-01")]
    public void Other_kinds_of_documents_are_read_too(string line, string type, string? venue, string? pages, string date)
    {
        var (_, draft, findings) = ReferenceText.Read(line);
        Assert.Equal((type, venue, pages, date), (draft!.CslType, draft.Venue, draft.Pages, $"{draft.PublishedOn:yyyy-MM-dd}"));
        Assert.Empty(findings);
    }

    [Fact]
    public void A_standard_of_2025_has_its_number_first()
    {
        var (_, draft, _) = ReferenceText.Read("GB/T 55555—2021\u2003班主任工作记录 元数据[S/OL]. http://std.example.cn/1.");
        Assert.Equal(("班主任工作记录 元数据", "GB/T 55555—2021"), (draft!.Title, draft.Extra!["number"]!.GetValue<string>()));
    }

    [Fact]
    public void A_line_without_a_code_gives_what_is_sure()
    {
        var (_, draft, findings) = ReferenceText.Read("王晓雨, 李建国. 小学班主任的情感劳动研究. 齐鲁教育研究, 2022, 35(4): 12-19.");
        Assert.Equal(("小学班主任的情感劳动研究", "齐鲁教育研究"), (draft!.Title, draft.Venue));
        Assert.Equal("NO_TYPE_CODE", Assert.Single(findings).Code);
    }

    [Fact]
    public void A_DOI_record_is_read_as_doi_org_gives_it()
    {
        var (form, draft, findings) = ReferenceText.Read(
            """
            {"type":"journal-article","DOI":"10.5555/LCS.359","URL":"http://dx.doi.org/10.5555/lcs.359","title":"The growth of <i>care</i> &amp; trust","container-title":"Learning",
             "author":[{"given":"Ann","family":"O'Neil","ORCID":"http://orcid.org/0000-0002-1825-0097","affiliation":[{"name":"Harbor College"}]},{"name":"Care Group"}],
             "issued":{"date-parts":[[2019,3]]},"published-print":{"date-parts":[[2019,3,7]]},"volume":"12","issue":"3","page":"1-9","ISSN":["1234-5679","2222-3333"],
             "abstract":"<jats:p>Short.</jats:p>","subject":["Education","Care"],"publisher":"Harbor","language":"en"}
            """);
        Assert.Equal((ReferenceTextForm.CslJson, "The growth of care & trust", "article-journal"), (form, draft!.Title, draft.CslType));
        Assert.Equal([new("Ann O'Neil", "orcid:0000-0002-1825-0097", "Harbor College"), new("Care Group")], draft.Authors);
        Assert.Equal(("Learning", "1234-5679", "12", "3", "1-9", "10.5555/lcs.359"), (draft.Venue, draft.Issn, draft.Volume, draft.Issue, draft.Pages, draft.Doi));
        Assert.Equal((new DateOnly(2019, 3, 7), DatePrecision.Day, "Short."), (draft.PublishedOn, draft.Precision, draft.Abstract));
        Assert.Equal(["Education", "Care"], draft.Keywords);
        Assert.Null(draft.Extra!["URL"]);
        Assert.Empty(findings);
    }

    [Fact]
    public void The_answer_of_Crossrefs_API_is_read_and_of_several_the_first()
    {
        var (form, draft, findings) = ReferenceText.Read(
            """{"status":"ok","message":{"items":[{"type":"proceedings-article","title":["A","b"],"container-title":["Proc"],"author":[{"family":"Li","given":"W"}],"issued":{"date-parts":[[2020]]}},{"title":["B"]}]}}""");
        Assert.Equal((ReferenceTextForm.Crossref, "A", "paper-conference", "Proc"), (form, draft!.Title, draft.CslType, draft.Venue));
        Assert.Equal("SEVERAL_RECORDS", Assert.Single(findings).Code);
    }

    [Fact]
    public void BibTeX_is_read_with_strings_nested_braces_accents_and_names_of_all_kinds()
    {
        var (form, draft, findings) = ReferenceText.Read(
            """
            Anything before is comment.
            @comment{ not this }
            @string{ joss = "Journal of " # {School {S}tudies} }
            @Article(key1,
              author = "Jos{\'e} {\'A}lvarez and van der Meer, Pieter and {World Bank} and Ludwig van Beethoven and 王小明 and others",
              title  = {{On} {\ss} ``care'' --- a \emph{na\"{\i}ve} caf\'e},
              journal = joss, year = 2019, month = mar, volume = {12}, number = "3", pages = {1--9},
              doi = {https://doi.org/10.5555/A\_b}, url = {http://x.org/a_b?c=1&d=2}, keywords = {care; school}, issn = {1234-567x}, timestamp = {now}
            )
            @book{other, title = {Second}}
            """);
        Assert.Equal(ReferenceTextForm.BibTex, form);
        Assert.Equal("On ß “care” — a naïve café", draft!.Title);
        Assert.Equal(["José Álvarez", "Pieter van der Meer", "World Bank", "Ludwig van Beethoven", "王小明"], draft.Authors.Select(a => a.Name));
        Assert.Equal(("Journal of School Studies", "12", "3", "1-9"), (draft.Venue, draft.Volume, draft.Issue, draft.Pages));
        Assert.Equal((new DateOnly(2019, 3, 1), DatePrecision.Month, "10.5555/a_b", "1234-567X"), (draft.PublishedOn, draft.Precision, draft.Doi, draft.Issn));
        Assert.Equal(["care", "school"], draft.Keywords);
        Assert.Equal(["AUTHORS_LEFT_OUT", "NOT_KEPT", "SEVERAL_RECORDS"], findings.Select(f => f.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void RIS_is_read()
    {
        var (form, draft, findings) = ReferenceText.Read(
            "TY  - JOUR\r\nAU  - 王小明\r\nAU  - Smith, John R., Jr\r\nTI  - 班会\r\n 的艺术\r\nJO  - 齐鲁教育研究\r\nPY  - 2021/05/03/\r\nVL  - 3\r\nIS  - 2\r\nSP  - 10\r\nEP  - 15\r\nSN  - 1234-5679\r\nCN  - 37-1234/G4\r\nKW  - 班会\r\nKW  - 德育\r\nDO  - 10.5555/r.1\r\nER  - \r\n");
        Assert.Equal((ReferenceTextForm.Ris, "班会 的艺术", "齐鲁教育研究", "10-15"), (form, draft!.Title, draft.Venue, draft.Pages));
        Assert.Equal(["王小明", "John R. Smith Jr"], draft.Authors.Select(a => a.Name));
        Assert.Equal((new DateOnly(2021, 5, 3), DatePrecision.Day, "CN 37-1234/G4"), (draft.PublishedOn, draft.Precision, draft.Cn));
        Assert.Equal(["班会", "德育"], draft.Keywords);
        Assert.Empty(findings);
    }

    [Theory]
    [InlineData(null, "EMPTY")]
    [InlineData(" \n\uFEFF", "EMPTY")]
    [InlineData("{\"title\":", "NOT_JSON")]
    [InlineData("[]", "NO_RECORD")]
    [InlineData("{}", "NO_RECORD")]
    [InlineData("@article{k, title = {unclosed", "NOT_CLOSED")]
    [InlineData("https://doi.org/10.5555/abc", "ONLY_A_DOI")]
    [InlineData("what is this", "NO_TYPE_CODE")]
    public void What_is_not_understood_is_said(string? text, string code) => Assert.Contains(ReferenceText.Read(text).Findings, finding => finding.Code == code);
}
