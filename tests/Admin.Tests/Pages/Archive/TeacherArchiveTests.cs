using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using HomeroomGraph.Admin.Tests.Hosting;

namespace HomeroomGraph.Admin.Tests.Pages.Archive;

/// <summary>A teacher's archive of a semester: what is missing, plan and summary, the bundle (rule V1).</summary>
[Trait("Rule", "V1")]
public sealed class TeacherArchiveTests : IClassFixture<AdminFixture>
{
    private const string Archive = "/teachers/VGVhY2hlcjox/archive", Semester = "?semester=U2VtZXN0ZXI6MQ", Plan = Archive + "/plan" + Semester;

    private static readonly (string, string)[] Typed = [("key", "k"), ("version", "2"), ("school", "U2Nob29sOjE"), ("name", "王秀兰"), ("semesterText", "第一学期"), ("content", "改过的计划"), ("fileName", "学期计划.docx")];

    private readonly AdminFixture admin;

    public TeacherArchiveTests(AdminFixture admin)
    {
        this.admin = admin;
        foreach (var operation in new[] { "ArchiveSemesters", "TeacherArchive" }) admin.Api.Answer(operation, StubAnswer.ReadFile(operation));
        admin.Api.AnswerDone("WriteSemesterReport");
    }

    [Fact]
    public async Task The_archive_of_the_current_semester_names_what_is_missing_and_shows_each_part()
    {
        var page = (await OpenAsync(Archive)).Html;
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{ "id": "VGVhY2hlcjox", "semester": "U2VtZXN0ZXI6MQ", "from": "2026-09-01", "until": "2027-01-24" }"""), admin.Api.LastVariables("TeacherArchive")));
        foreach (var text in new[]
                 {
                     "已完成 57.1%", "7 项中有 4 项", "href=\"#part-SUMMARY\"", "href=\"#part-TRAINING\"", "一、建立班级公约", "href=\"/documents/RG9jdW1lbnQ6OQ\"", "班级小讲师的实践", "第 2 作者",
                     "XC2026-001", "2026年11月10日 撤销", "优秀", "第 1 周", "2 / 4", "98.40", "每项只列出前 100 条", $"href=\"{Plan}\"", $"href=\"{Archive}/zip{Semester}\"",
                 })
            Assert.Contains(text, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        await OpenAsync(Archive + "?semester=U2VtZXN0ZXI6MA");
        Assert.Equal("2026-02-20", (string?)admin.Api.LastVariables("TeacherArchive")["from"]);
    }

    [Theory]
    [InlineData(Archive + "?semester=none")]
    [InlineData(Archive + "/zip?semester=none")]
    [InlineData(Archive + "/plan?semester=none")]
    [InlineData(Archive + "/diary" + Semester)]
    public Task What_is_not_there_is_not_found(string address) => OpenAsync(address, HttpStatusCode.NotFound);

    [Theory]
    [InlineData("ArchiveSemesters")]
    [InlineData("TeacherArchive")]
    public async Task Who_is_not_seen_is_not_found(string operation)
    {
        admin.Api.Answer(operation, new JsonObject { ["frame"] = null, ["viewer"] = null, ["teacher"] = null });
        foreach (var address in new[] { Archive, Archive + "/zip", Plan }) await OpenAsync(address, HttpStatusCode.NotFound);
    }

    [Fact]
    public Task A_plan_is_of_a_semester() => OpenAsync(Archive + "/plan", HttpStatusCode.BadRequest);

    [Fact]
    public async Task Who_writes_none_sees_no_way_to_and_is_refused()
    {
        var answer = StubAnswer.ReadFile("TeacherArchive");
        answer["viewer"]!["roles"] = new JsonArray(new JsonObject { ["role"] = "PRINCIPAL", ["teacher"] = null, ["school"] = new JsonObject { ["id"] = "U2Nob29sOjE" } });
        admin.Api.Answer("TeacherArchive", answer);
        Assert.DoesNotContain("/archive/plan", (await OpenAsync(Archive)).Html, StringComparison.Ordinal);
        await OpenAsync(Plan, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_plan_is_written_with_its_file_by_the_version_of_the_page()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var page = (await visitor.GetAsync(Plan)).Html;
        Assert.Equal(("2", "U2Nob29sOjE"), (Visitor.Hidden(page, "version"), Visitor.Hidden(page, "school")));
        var before = admin.Api.Requests + 2;
        var answer = await visitor.UploadAsync(Plan, "计划.pdf", "%PDF-1.7", Typed);
        Assert.InRange(admin.Api.Requests - before, 1, 2);
        Assert.Equal((HttpStatusCode.Found, Archive + Semester + "&done=PLAN"), (answer.Status, answer.Location));
        Assert.Contains("schoolId=U2Nob29sOjE&category=PLAN", admin.Api.Documents.Last().Address, StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                { "teacherId": "VGVhY2hlcjox", "semesterId": "U2VtZXN0ZXI6MQ", "kind": "PLAN", "content": "改过的计划", "expectedVersion": 2, "idempotencyKey": "k", "documentId": "RG9jdW1lbnQ6OQ" }
                """),
            admin.Api.LastVariables("WriteSemesterReport")["input"]));
        Assert.Contains("计划已保存。", WebUtility.HtmlDecode((await visitor.GetAsync(Archive + Semester + "&done=PLAN")).Html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_overtaken_keeps_the_text_and_may_send_it_again()
    {
        using var visitor = await admin.VisitSignedInAsync();
        admin.Api.AnswerDone("WriteSemesterReport", new JsonObject { ["message"] = "Changed. 已被更改。", ["code"] = "VERSION_CONFLICT", ["path"] = new JsonArray("input", "expectedVersion"), ["actualVersion"] = 5 });
        var answer = await visitor.SubmitAsync(Plan, Plan, [.. Typed, ("removeFile", "true")]);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var page = WebUtility.HtmlDecode(answer.Html);
        foreach (var text in new[] { "已被更改。", "改过的计划</textarea>", "现有文件：学期计划.docx" }) Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.Equal("5", Visitor.Hidden(page, "version"));
        var input = admin.Api.LastVariables("WriteSemesterReport")["input"]!.AsObject();
        Assert.True(input.ContainsKey("documentId") && input["documentId"] is null);
    }

    [Fact]
    public async Task The_bundle_has_an_index_page_and_every_document_beside_it()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var file = await visitor.GetAsync(Archive + "/zip" + Semester);
        Assert.Equal((HttpStatusCode.OK, "application/zip"), (file.Status, file.Headers["Content-Type"]));
        Assert.Contains(Uri.EscapeDataString("王秀兰-2026—2027学年 第一学期.zip"), file.Headers["Content-Disposition"], StringComparison.Ordinal);

        using var zip = new ZipArchive(new MemoryStream(await visitor.BytesAsync(Archive + "/zip" + Semester)));
        Assert.Equal(["index.html", "documents/01-学期计划.docx"], zip.Entries.Select(entry => entry.FullName));
        var index = WebUtility.HtmlDecode(await TextAsync(zip.Entries[0]));
        foreach (var text in new[] { "<html lang=\"zh-CN\">", "还缺：", "学期总结", "要抓早抓小。", $"href=\"documents/{Uri.EscapeDataString("01-学期计划.docx")}\"" })
            Assert.Contains(text, index, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", index, StringComparison.Ordinal);
        Assert.DoesNotContain("/archive/plan", index, StringComparison.Ordinal);
        Assert.Equal("what it says", await TextAsync(zip.Entries[1]));
    }

    [Fact]
    public async Task A_bundle_that_breaks_off_is_no_whole_file()
    {
        var answer = StubAnswer.ReadFile("TeacherArchive");
        answer["teacher"]!["semesterReports"]!["nodes"]![0]!["document"]!["id"] = "gone";
        admin.Api.Answer("TeacherArchive", answer);
        using var visitor = await admin.VisitSignedInAsync();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => visitor.BytesAsync(Archive + "/zip" + Semester));
    }

    [Theory]
    [InlineData(Archive)]
    [InlineData(Plan)]
    public async Task A_page_asks_at_most_twice(string address)
    {
        using var visitor = await admin.VisitSignedInAsync();
        var before = admin.Api.Requests;
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(address)).Status);
        Assert.InRange(admin.Api.Requests - before, 1, 2);
    }

    private async Task<PageAnswer> OpenAsync(string address, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.GetAsync(address);
        Assert.Equal(status, page.Status);
        return page;
    }

    private static async Task<string> TextAsync(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(await entry.OpenAsync(TestContext.Current.CancellationToken));
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
