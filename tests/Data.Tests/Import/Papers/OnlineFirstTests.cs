using HomeroomGraph.Data.Import;

namespace HomeroomGraph.Data.Tests.Import.Papers;

/// <summary>The online-first (网络首发) and the printed form of one article are one paper (rule R1), however they come.</summary>
public sealed class OnlineFirstTests(ImportDatabase db) : PapersTest(db)
{
    private const string Online =
        """
        {"id": "o", "type": "article-journal", "title": "浮置板轨道减振研究", "container-title": "铁道学报", "URL": "http://kns.cnki.net/1",
         "author": [{"literal": "张群"}, {"literal": "程志宝"}], "abstract": "摘要", "DOI": "10.1000/one",
         "accessed": {"date-parts": [[2025, 2, 28]]}, "issued": {"date-parts": [[2024, 5, 9]]}}
        """;

    private const string Printed =
        """
        {"id": "p", "type": "article-journal", "title": "浮置板轨道减振研究", "container-title": "铁道学报", "volume": "46", "issue": "8", "page": "102-111",
         "author": [{"literal": "张群"}, {"literal": "程志宝"}], "keyword": "减振", "publisher": "学会", "issued": {"date-parts": [[2024]]}}
        """;

    private const string State =
        """
        concat_ws(' ', p.volume, p.issue, p.pages, p.published_on, p.published_precision, p.doi, p.abstract, p.extra ->> 'URL', p.extra ->> 'publisher',
                  p.extra #>> '{accessed,date-parts}', p.extra #>> '{available-date,date-parts}', p.source_id)
        """;

    private const string Whole = "46 8 102-111 2024-01-01 year 10.1000/one 摘要 http://kns.cnki.net/1 学会 [[2025, 2, 28]] [[2024, 5, 9]] csl:p";

    [Theory, Trait("Rule", "R1")]
    [InlineData("OP")]
    [InlineData("PO")]
    [InlineData("O", "P")]
    [InlineData("P", "O")]
    [InlineData("O", "OP")]
    [InlineData("P", "PO")]
    public async Task They_are_one_paper_that_knows_what_both_say(params string[] files)
    {
        ImportReport? report = null;
        foreach (var file in files) report = await FileAsync(file);
        Assert.Equal((0, 1), (report!.ExitCode, report.Warnings));
        Assert.Equal("one-article", Assert.Single(report.Findings).Code);
        Assert.Equal(1, report.CountOf(RecordKind.Paper).Accepted);
        Assert.Equal(Whole, await PapersAsync(State));
        Assert.Equal("张群+程志宝", await PapersAsync(AuthorsOfPaper));
        Assert.Equal("减振", await PapersAsync(KeywordsOfPaper));

        var logged = await Db.LoggedAsync(District);
        foreach (var file in new[] { "O", "P", "OP", "PO", "O" })
            Assert.All((await FileAsync(file)).Counts, c => Assert.Equal((0, 0, 0), (c.Created, c.Changed, c.Withdrawn)));
        Assert.Equal(logged, await Db.LoggedAsync(District));
    }

    [Fact, Trait("Rule", "R1")]
    public async Task The_warning_points_to_the_other_line_or_to_the_stored_paper()
    {
        var told = Assert.Single((await CslAsync($"[{Printed},\n{Online}]", dryRun: true)).Findings);
        Assert.Equal("Warning 3 title one-article", Told(told));
        Assert.Contains("line 1 ", told.Message.English, StringComparison.Ordinal);
        await FileAsync("P");
        Assert.Contains(await PapersAsync("p.paper_id"), Assert.Single((await FileAsync("O")).Findings).Message.English, StringComparison.Ordinal);
    }

    [Theory, Trait("Rule", "R1")]
    [InlineData("DOI differs", "\"publisher\": \"学会\"", "\"DOI\": \"10.1000/two\"")]
    [InlineData("journal differs", "铁道学报", "铁道杂志")]
    [InlineData("second author differs", "程志宝", "石志飞")]
    [InlineData("not an article", "article-journal", "thesis")]
    [InlineData("both online-first", "\"volume\": \"46\", \"issue\": \"8\", \"page\": \"102-111\",", "")]
    public async Task What_are_not_two_forms_of_one_article_are_duplicates(string why, string from, string to)
    {
        var other = Printed.Replace(from, to, StringComparison.Ordinal);
        Assert.Equal("Error 3 title duplicate", Told(Assert.Single((await CslAsync($"[{Online},{other}]")).Findings)));
        Assert.Equal("", await PapersAsync("p.title"));
        Assert.NotEqual(Printed, other);
        Assert.NotEmpty(why);
    }

    [Fact, Trait("Rule", "R1")]
    public async Task A_third_form_is_a_duplicate()
    {
        var report = await CslAsync($"[{Online},{Printed},{Printed.Replace("46", "47", StringComparison.Ordinal)}]");
        Assert.Equal(["one-article", "duplicate"], report.Findings.Select(f => f.Code));
        Assert.Equal(1, report.ExitCode);
    }

    [Fact, Trait("Rule", "R1")]
    public async Task Either_form_is_brought_up_to_date_alone()
    {
        await FileAsync("OP");
        await CslAsync($"[{Online.Replace("cnki.net/1", "cnki.net/2", StringComparison.Ordinal)}]");
        await CslAsync($"[{Printed.Replace("102-111", "102-112", StringComparison.Ordinal)}]");
        Assert.Equal(Whole.Replace("cnki.net/1", "cnki.net/2", StringComparison.Ordinal).Replace("102-111", "102-112", StringComparison.Ordinal),
            await PapersAsync(State));
        await CslAsync($"[{Online.Replace("\"abstract\": \"摘要\",", "", StringComparison.Ordinal)}]");
        Assert.Equal("", await PapersAsync("p.abstract"));
    }

    [Fact, Trait("Rule", "R1")]
    public async Task A_record_that_gets_its_place_in_print_is_no_second_form()
    {
        await FileAsync("O");
        var report = await CslAsync($"[{Printed.Replace("\"id\": \"p\"", "\"id\": \"o\"", StringComparison.Ordinal)}]");
        Assert.Empty(report.Findings);
        Assert.Equal("46 8 102-111 2024-01-01 year 学会 csl:o", await PapersAsync(State));
    }

    [Fact, Trait("Rule", "R1")]
    public async Task The_forms_are_one_in_a_list_too_and_keep_the_teacher_that_either_names()
    {
        await ImportAsync();
        var report = await SheetAsync(
            [
                ["论文题目", "作者", "作者工号", "刊物名称", "卷", "期", "页码", "DOI", "发表时间"],
                ["家校沟通的策略", "吕云", "1001", "班主任", "", "", "", "10.1000/x", "2024-05-09"],
                ["家校沟通的策略", "吕云", "", "《班主任》", "3", "8", "12-15", "", "2024.8"],
            ]);
        Assert.Equal((0, "one-article"), (report.ExitCode, Assert.Single(report.Findings).Code));
        Assert.Equal("吕云*", await PapersAsync(AuthorsOfPaper));
        Assert.Equal("3 8 12-15 2024-08-01 month 10.1000/x [[2024, 5, 9]]", await PapersAsync(State));
    }

    private Task<ImportReport> FileAsync(string forms) =>
        CslAsync($"[{string.Join(",", forms.Select(form => form == 'O' ? Online : Printed))}]");
}
