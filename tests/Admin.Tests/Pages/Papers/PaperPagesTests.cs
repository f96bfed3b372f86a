using System.Net;
using System.Text.Json.Nodes;
using HomeroomGraph.Admin.Operations.Papers;
using HomeroomGraph.Admin.Pages.Papers;
using HomeroomGraph.Admin.Pages.Shared;
using HomeroomGraph.Admin.Tests.Hosting;

namespace HomeroomGraph.Admin.Tests.Pages.Papers;

/// <summary>The pages of papers: list, entry, a paper, what is still due, the collection (rules R1 to R4).</summary>
public sealed class PaperPagesTests : IClassFixture<AdminFixture>
{
    private const string Paper = "/papers/UGFwZXI6MQ";

    private static readonly string[] Operations = ["PaperList", "PaperDetails", "PaperForm", "MissingPapers", "PaperCollection"];

    private static readonly JsonObject Duplicate = new()
    {
        ["message"] = "A paper with this DOI is recorded already. 已有相同 DOI 的论文。", ["code"] = "R1_ONE_PAPER_A_DOI", ["rule"] = "R1", ["path"] = new JsonArray("input", "doi"),
        ["paper"] = new JsonObject { ["id"] = "UGFwZXI6OQ", ["title"] = "已登记的那一篇" },
    };

    private static readonly (string, string)[] Typed =
    [
        ("key", "k"), ("school", "U2Nob29sOjE"), ("version", "3"), ("title", " 班级小讲师的实践 "), ("kind", "CASE"), ("publishedOn", "2026-10"), ("venue", "班主任之友"), ("doi", "10.1000/read.1"),
        ("keywords", "德育；家校共育, 反思"), ("cslType", "article-journal"), ("extra", "{}"), ("language", "zh-CN"),
        ("authorPlace", "2"), ("authorName", "王秀兰"), ("authorTeacher", "VGVhY2hlcjox"), ("authorAffiliation", ""), ("authorExternalId", ""),
        ("authorPlace", "1"), ("authorName", "外校人"), ("authorTeacher", ""), ("authorAffiliation", "某大学"), ("authorExternalId", "orcid:0000-0002-1825-0097"),
        ("authorPlace", "3"), ("authorName", " "), ("authorTeacher", ""), ("authorAffiliation", "无人"), ("authorExternalId", ""),
        ("authorCorresponding", "1"),
    ];

    private readonly AdminFixture admin;

    public PaperPagesTests(AdminFixture admin)
    {
        this.admin = admin;
        foreach (var operation in Operations) admin.Api.Answer(operation, StubAnswer.ReadFile(operation));
        foreach (var operation in new[] { "RecordPaper", "ChangePaper", "RemovePaper" }) admin.Api.AnswerDone(operation);
        admin.Api.ExportAnswer = new(200, new JsonObject());
        admin.Api.AnswerToId = null;
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task The_list_shows_papers_with_their_authors_and_every_export()
    {
        var page = (await OpenAsync("/papers?kind=CASE&semester=2026-09-01&school=U2Nob29sOjE&awarded=true&order=title")).Html;
        Assert.Contains("符合条件的共 128 篇", page, StringComparison.Ordinal);
        Assert.Contains("王秀兰、李建国、张三、李四等", page, StringComparison.Ordinal);
        Assert.Contains("2026年10月", page, StringComparison.Ordinal);
        Assert.All(ExportFormats.OfPapers, format => Assert.Contains(
            $"href=\"/papers/export?format={format}&amp;kind=CASE&amp;semester=2026-09-01&amp;school=U2Nob29sOjE&amp;awarded=true&amp;order=title\"", page, StringComparison.Ordinal));
        AssertVariables("PaperList", """
            { "first": 20, "order": [{ "title": "ASC" }], "where": {
                "kind": { "eq": "CASE" }, "semester": { "startsOn": { "eq": "2026-09-01" } }, "school": { "id": { "eq": "U2Nob29sOjE" } }, "awards": { "any": true } } }
            """);
        Assert.Contains("href=\"/papers?kind=CASE&amp;semester=2026-09-01&amp;school=U2Nob29sOjE&amp;awarded=true&amp;order=title&amp;after=ZW5k\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_are_answered_best_first_unless_an_order_is_chosen()
    {
        await OpenAsync("/papers?q=%E9%98%85%E8%AF%BB");
        AssertVariables("PaperList", """{ "first": 20, "search": "阅读" }""");
        await OpenAsync("/papers?before=c3RhcnQ");
        AssertVariables("PaperList", """{ "last": 20, "before": "c3RhcnQ", "order": [{ "publishedOn": "DESC" }] }""");
    }

    [Fact]
    [Trait("Rule", "R4")]
    public async Task An_export_is_the_whole_list_by_its_registered_document_with_the_user_s_token()
    {
        var file = await OpenAsync("/papers/export?format=gb2025-numeric&kind=CASE&order=-title");
        Assert.Equal("as gb2025-numeric", file.Html);
        AssertVariables("PaperExport", """{ "order": [{ "title": "DESC" }], "where": { "kind": { "eq": "CASE" } } }""");
        var asked = admin.Api.Questions.Last();
        Assert.Equal((PaperOperations.Export.Id, null), (asked.DocumentId, asked.Text));
        Assert.StartsWith("Bearer ", asked.Authorization, StringComparison.Ordinal);

        // An API that does not know the id is sent the text.
        admin.Api.AnswerToId = StubAnswer.Error(400, "PERSISTED_DOCUMENT_NOT_FOUND");
        Assert.Equal("as csv", (await OpenAsync("/papers/export?format=csv")).Html);
        Assert.Equal(PaperOperations.Export.Text, admin.Api.Questions.Last().Text);
    }

    [Theory]
    [InlineData(429, HttpStatusCode.ServiceUnavailable)]
    [InlineData(403, HttpStatusCode.Forbidden)]
    [InlineData(500, HttpStatusCode.BadGateway)]
    public async Task An_export_that_fails_is_told_as_a_page(int status, HttpStatusCode told)
    {
        admin.Api.ExportAnswer = StubAnswer.Error(status, "TOO_MANY_REQUESTS");
        Assert.Equal(told, (await OpenAsync("/papers/export?format=csv", HttpStatusCode.OK, any: true)).Status);
    }

    [Theory]
    [InlineData("/papers?kind=POEM")]
    [InlineData("/papers?semester=autumn")]
    [InlineData("/papers?order=pages")]
    [InlineData("/papers?after=a&before=b")]
    [InlineData("/papers/export?format=pdf")]
    [InlineData("/papers/export")]
    [InlineData("/papers/missing?semester=autumn")]
    [InlineData("/papers/missing?after=a&before=b")]
    [InlineData("/papers/collection?kind=POEM")]
    [InlineData("/papers/collection?semester=autumn")]
    public Task What_does_not_exist_is_a_bad_request(string address) => OpenAsync(address, HttpStatusCode.BadRequest);

    [Theory]
    [InlineData(Paper, "PaperDetails")]
    [InlineData(Paper + "/edit", "PaperForm")]
    [InlineData(Paper + "/file", "PaperDetails")]
    [InlineData(Paper + "/remove", "PaperDetails")]
    public async Task A_paper_that_is_not_seen_is_not_found(string address, string operation)
    {
        var answer = StubAnswer.ReadFile(operation);
        answer["paper"] = null;
        admin.Api.Answer(operation, answer);
        await OpenAsync(address, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/papers/new", "PaperForm")]
    [InlineData(Paper + "/edit", "PaperForm")]
    [InlineData(Paper + "/file", "PaperDetails")]
    [InlineData(Paper + "/remove", "PaperDetails")]
    public async Task Who_records_no_papers_is_refused(string address, string operation)
    {
        var answer = StubAnswer.ReadFile(operation);
        answer["viewer"]!["roles"] = new JsonArray(new JsonObject { ["role"] = "PRINCIPAL", ["teacher"] = null, ["school"] = null });
        admin.Api.Answer(operation, answer);
        await OpenAsync(address, HttpStatusCode.Forbidden);
        Assert.DoesNotContain("/papers/new", (await OpenAsync(Paper)).Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task A_paper_shows_its_reference_in_every_form_and_the_way_to_change_it()
    {
        var page = (await OpenAsync(Paper + "?done=recorded")).Html;
        foreach (var text in new[] { "论文已登记。", "王秀兰，李建国，2026. 小学高年级", "@article{wang2026-1,", "已撤销", "批注策略.pdf", "orcid:0000-0002-1825-0097", $"href=\"{Paper}/edit\"", $"href=\"{Paper}/file\"", $"href=\"{Paper}/remove\"" })
            Assert.Contains(text, page, StringComparison.Ordinal);
        var answer = StubAnswer.ReadFile("PaperDetails");
        answer["viewer"]!["roles"] = new JsonArray(new JsonObject { ["role"] = "TEACHER", ["teacher"] = new JsonObject { ["id"] = "VGVhY2hlcjox" }, ["school"] = null });
        admin.Api.Answer("PaperDetails", answer);
        Assert.Contains($"href=\"{Paper}/edit\"", (await OpenAsync(Paper)).Html, StringComparison.Ordinal);
        answer["viewer"]!["roles"]![0]!["teacher"]!["id"] = "VGVhY2hlcjo5";
        admin.Api.Answer("PaperDetails", answer);
        Assert.DoesNotContain($"href=\"{Paper}/edit\"", (await OpenAsync(Paper)).Html, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task A_pasted_reference_fills_the_form_and_says_what_to_look_at()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var page = (await visitor.SubmitAsync("/papers/new", "/papers/new?handler=Read", ("text", "外校人, 张桂英, 李伟, 等. 班级小讲师的实践[J]."))).Html;
        AssertVariables("PaperForm", """{ "id": "", "edit": false, "text": "外校人, 张桂英, 李伟, 等. 班级小讲师的实践[J].", "paste": true }""");
        foreach (var text in new[] { "value=\"班级小讲师的实践\"", "value=\"2026\"", "value=\"德育；家校共育\"", "value=\"外校人\"", "原文省略了部分作者（等），请补全。", "href=\"/papers/UGFwZXI6MQ\"" })
            Assert.Contains(text, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Equal("{\"publisher\":\"某出版社\"}", WebUtility.HtmlDecode(Visitor.Hidden(page, "extra")));
        // One of the staff alone has the name, whatever the blanks; two have the other, so nobody is taken for one of them.
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(page, "<option value=\"VGVhY2hlcjoy\" selected"));
        Assert.DoesNotMatch("<option value=\"VGVhY2hlcjo[z0]\" selected", page);
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task What_was_typed_is_recorded_with_the_authors_in_the_order_of_their_numbers()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var answer = await visitor.SubmitAsync("/papers/new", "/papers/new", Typed);
        Assert.Equal((HttpStatusCode.Found, Paper + "?done=recorded"), (answer.Status, answer.Location));
        AssertVariables("RecordPaper", """
            { "input": {
                "title": "班级小讲师的实践", "kind": "CASE", "publishedOn": "2026-10-01", "publishedPrecision": "MONTH",
                "authors": [
                  { "name": "外校人", "teacherId": null, "affiliation": "某大学", "externalId": "orcid:0000-0002-1825-0097", "isCorresponding": true },
                  { "name": "王秀兰", "teacherId": "VGVhY2hlcjox", "affiliation": null, "externalId": null, "isCorresponding": false }],
                "language": "zh-CN", "venue": "班主任之友", "issn": null, "cn": null, "volume": null, "issue": null, "pages": null, "doi": "10.1000/read.1",
                "keywords": ["德育", "家校共育", "反思"], "abstract": null, "projectId": null, "schoolId": "U2Nob29sOjE", "idempotencyKey": "k", "extra": "{}", "cslType": "article-journal" } }
            """);
    }

    [Theory]
    [Trait("Rule", "R1")]
    [InlineData("/papers/new", "RecordPaper")]
    [InlineData(Paper + "/edit", "ChangePaper")]
    public async Task A_duplicate_is_told_at_its_field_with_a_way_to_the_other_and_what_was_typed_stays(string address, string operation)
    {
        admin.Api.AnswerDone(operation, Duplicate);
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.SubmitAsync(address, address, Typed);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var html = WebUtility.HtmlDecode(page.Html);
        foreach (var text in new[] { "id=\"doi-problem\"", "已有相同 DOI 的论文。", "<a href=\"/papers/UGFwZXI6OQ\">已登记的那一篇</a>", "value=\"班级小讲师的实践\"", "value=\"外校人\"", "value=\"2026-10\"" })
            Assert.Contains(text, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_told_without_asking_the_API_to_record_it()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var before = admin.Api.Questions.Count(question => question.Operation == "RecordPaper");
        var page = (await visitor.SubmitAsync("/papers/new", "/papers/new", ("key", "k"), ("school", "U2Nob29sOjE"), ("publishedOn", "2026-13"))).Html;
        foreach (var field in new[] { "title", "publishedOn", "authors" }) Assert.Contains($"id=\"{field}-problem\"", page, StringComparison.Ordinal);
        Assert.Equal(before, admin.Api.Questions.Count(question => question.Operation == "RecordPaper"));
    }

    [Theory]
    [InlineData("2026", "2026-01-01 Year")]
    [InlineData("2026-1", "2026-01-01 Month")]
    [InlineData("2026.10.08", "2026-10-08 Day")]
    [InlineData("2028/2/29", "2028-02-29 Day")]
    [InlineData("2026-02-29", "")]
    [InlineData("0026", "")]
    [InlineData("2026-", "")]
    [InlineData("10月", "")]
    [InlineData(null, "")]
    public void A_date_is_as_exact_as_it_is_written(string? text, string date) =>
        Assert.Equal(date, PaperValues.ParseDate(text) is var (day, precision) ? $"{day:yyyy-MM-dd} {precision}" : "");

    [Fact]
    public async Task More_rows_keep_what_was_typed_and_record_nothing()
    {
        using var visitor = await admin.VisitSignedInAsync();
        foreach (var address in new[] { "/papers/new", Paper + "/edit" })
        {
            var page = (await visitor.SubmitAsync(address, address + "?handler=Rows", Typed)).Html;
            Assert.Equal(6, System.Text.RegularExpressions.Regex.Count(page, "name=\"authorName\""));
            Assert.Contains("value=\"外校人\"", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_change_goes_by_the_version_of_the_page_and_over_it_only_when_sent_again()
    {
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal("3", Visitor.Hidden((await visitor.GetAsync(Paper + "/edit")).Html, "version"));
        admin.Api.AnswerDone("ChangePaper", new JsonObject { ["message"] = "Changed. 已被更改。", ["code"] = "VERSION_CONFLICT", ["path"] = new JsonArray("input", "expectedVersion"), ["actualVersion"] = 5 });
        var answer = StubAnswer.ReadFile("PaperForm");
        answer["paper"]!["version"] = 5;
        admin.Api.Answer("PaperForm", answer);
        var page = (await visitor.SubmitAsync(Paper + "/edit", Paper + "/edit", Typed)).Html;
        Assert.Equal(3, (int)admin.Api.LastVariables("ChangePaper")["input"]!["expectedVersion"]!);
        Assert.Contains("已被更改。", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Equal("5", Visitor.Hidden(page, "version"));
    }

    [Fact]
    [Trait("Rule", "R2")]
    public async Task Who_still_owes_a_paper_is_listed_by_school_and_semester()
    {
        var page = (await OpenAsync("/papers/missing?school=U2Nob29sOjE&semester=2026-02-20&after=x")).Html;
        AssertVariables("MissingPapers", """{ "school": { "id": { "eq": "U2Nob29sOjE" } }, "on": "2026-02-20", "first": 50, "after": "x" }""");
        foreach (var text in new[] { "共 52 名班主任", "href=\"/teachers/VGVhY2hlcjox\"", "href=\"/papers/missing?school=U2Nob29sOjE&amp;semester=2026-02-20&amp;after=ZW5k\"" })
            Assert.Contains(text, page, StringComparison.Ordinal);
        await OpenAsync("/papers/missing");
        AssertVariables("MissingPapers", """{ "first": 50 }""");
        var none = StubAnswer.ReadFile("MissingPapers");
        none["missing"]!["nodes"] = new JsonArray();
        admin.Api.Answer("MissingPapers", none);
        await OpenAsync("/papers/missing?school=U2Nob29sOjk", HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Rule", "R3")]
    public async Task A_semester_s_cases_are_compiled_to_a_collection()
    {
        var page = (await OpenAsync("/papers/collection?school=U2Nob29sOjE&awarded=true")).Html;
        AssertVariables("PaperCollection", """
            { "where": { "kind": { "eq": "CASE" }, "semester": { "isCurrent": { "eq": true } }, "school": { "id": { "eq": "U2Nob29sOjE" } }, "awards": { "any": true } } }
            """);
        foreach (var text in new[] { "案例集", "2026—2027学年 第一学期", "href=\"#paper-2\"", "id=\"paper-2\"", "共 310 篇，显示前 2 篇。", "优秀案例一等奖", "张桂英. 从“管”到“育”", "data-print" })
            Assert.Contains(text, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/papers")]
    [InlineData("/papers/new")]
    [InlineData(Paper)]
    [InlineData(Paper + "/edit")]
    [InlineData(Paper + "/file")]
    [InlineData(Paper + "/remove")]
    [InlineData("/papers/missing")]
    [InlineData("/papers/collection")]
    [InlineData("/papers/export?format=csv")]
    public async Task A_page_asks_at_most_twice(string address)
    {
        using var visitor = await admin.VisitSignedInAsync();
        var before = admin.Api.Requests;
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(address)).Status);
        Assert.InRange(admin.Api.Requests - before, 1, 2);
    }

    public static TheoryData<string, string, string> Forms { get; } = new()
    {
        { "/papers/new", "", "RecordPaper" },
        { "/papers/new", "?handler=Read", "-" },
        { "/papers/new", "?handler=Rows", "-" },
        { Paper + "/edit", "", "ChangePaper" },
        { Paper + "/file", "", "ChangePaper" },
        { Paper + "/remove", "", "RemovePaper" },
    };

    [Theory, MemberData(nameof(Forms))]
    public async Task What_is_sent_asks_at_most_twice_done_and_refused(string page, string handler, string operation)
    {
        using var visitor = await admin.VisitSignedInAsync();
        foreach (var refused in new[] { false, true })
        {
            if (refused) admin.Api.AnswerDone(operation, Duplicate);
            var before = admin.Api.Requests + 1;
            var answer = page.EndsWith("/file", StringComparison.Ordinal)
                ? await visitor.UploadAsync(page, "文件.pdf", "%PDF-1.7", Typed)
                : await visitor.SubmitAsync(page, page + handler, [.. Typed, ("text", "T")]);
            Assert.InRange(admin.Api.Requests - before, 1, 2);
            Assert.Equal(refused || operation == "-" ? HttpStatusCode.OK : HttpStatusCode.Found, answer.Status);
        }
    }

    [Fact]
    public async Task A_file_goes_up_for_the_paper_s_school_and_a_form_without_one_is_told()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var answer = await visitor.UploadAsync(Paper + "/file", "文件.pdf", "%PDF-1.7", Typed);
        Assert.Equal((HttpStatusCode.Found, Paper + "?done=filed"), (answer.Status, answer.Location));
        Assert.Contains("schoolId=U2Nob29sOjE&category=ARTICLE", admin.Api.Documents.Last().Address, StringComparison.Ordinal);
        Assert.Equal("RG9jdW1lbnQ6OQ", (string?)admin.Api.LastVariables("ChangePaper")["input"]!["documentId"]);
        Assert.Contains("请选择文件。", WebUtility.HtmlDecode((await visitor.SubmitAsync(Paper + "/file", Paper + "/file", Typed)).Html), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/papers/new")]
    [InlineData("/papers/new?handler=Read")]
    [InlineData(Paper + "/edit")]
    [InlineData(Paper + "/file")]
    [InlineData(Paper + "/remove")]
    public async Task A_form_without_what_it_needs_is_a_bad_request(string action)
    {
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SubmitAsync("/papers/new", action, ("title", "T"))).Status);
    }

    private async Task<PageAnswer> OpenAsync(string address, HttpStatusCode status = HttpStatusCode.OK, bool any = false)
    {
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.GetAsync(address);
        if (!any) Assert.Equal(status, page.Status);
        return page;
    }

    private void AssertVariables(string operation, string expected) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), admin.Api.LastVariables(operation)), admin.Api.LastVariables(operation).ToJsonString());
}
