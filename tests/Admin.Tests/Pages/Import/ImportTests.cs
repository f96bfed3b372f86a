using System.Net;
using System.Text.Json.Nodes;
using HomeroomGraph.Admin.Tests.Hosting;

namespace HomeroomGraph.Admin.Tests.Pages.Import;

/// <summary>Imports: the runs, their progress and report, and a file in two steps: looked at, then stored.</summary>
public sealed class ImportTests : IClassFixture<AdminFixture>
{
    private const string Run = "/imports/SW1wb3J0UnVuOjI";
    private readonly AdminFixture admin;

    public ImportTests(AdminFixture admin)
    {
        this.admin = admin;
        foreach (var operation in new[] { "ImportRunList", "ImportRunDetails", "ImportChoice" })
            admin.Api.Answer(operation, StubAnswer.ReadFile(operation));
        admin.Api.ImportAnswer = new(202, new JsonObject { ["id"] = "SW1wb3J0UnVuOjI" });
    }

    [Theory]
    [InlineData("zh-CN", "教师花名册", "检查中", "未导入", "1,284", "HEARSAY")]
    [InlineData("en", "Teacher roll", "Checking", "Refused", "1,284", "HEARSAY")]
    public async Task The_list_shows_the_runs_and_what_became_of_them(string language, params string[] texts)
    {
        var page = await OpenAsync("/imports", language);
        Assert.All(texts, text => Assert.Contains(text, page, StringComparison.Ordinal));
        Assert.Contains("href=\"/imports?after=ZW5k\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/imports/new\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-CN", "日期不存在。", "第 7 行", "2031-02-30", "因此略过：任职 1、职称 2。", "隐藏的工作表", "导入正确的数据")]
    [InlineData("en", "There is no such day.", "line 7", "2031-02-30", "Left out with it: 1 employment, 2 titles.", "Hidden sheets", "Accept the good ones")]
    public async Task The_report_says_where_what_why_and_what_hangs_on_it(string language, params string[] texts)
    {
        var page = await OpenAsync(Run, language);
        Assert.All(texts, text => Assert.Contains(text, page, StringComparison.Ordinal));
        Assert.DoesNotContain("every 2s", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv=\"refresh\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_goes_on_is_looked_at_again_with_scripts_and_without()
    {
        Change(run => (run["state"], run["step"], run["rowsDone"]) = ("CHECKING", "CHECKING", 1234));
        var page = await OpenAsync(Run, "en");
        Assert.Contains($"hx-get=\"{Run}\"", page, StringComparison.Ordinal);
        Assert.Contains("hx-trigger=\"every 2s\"", page, StringComparison.Ordinal);
        Assert.Contains("<noscript><meta http-equiv=\"refresh\" content=\"3\"></noscript>", page, StringComparison.Ordinal);
        Assert.Contains("1,234 rows", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Accept the good ones", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_failed_says_why()
    {
        Change(run => (run["state"], run["failureChinese"], run["failureEnglish"]) = ("FAILED", "压缩包损坏。", "The archive is broken."));
        Assert.Contains("压缩包损坏。", await OpenAsync(Run), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_file_is_looked_at_only()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var sent = await visitor.UploadAsync("/imports/new", "花名册 2026.csv", "工号,姓名", ("kind", "ROLL"), ("district", "370403"));
        Assert.Equal(Run, sent.Location);
        var import = admin.Api.Imports.Last();
        Assert.StartsWith("/imports/roll?", import.Address, StringComparison.Ordinal);
        Assert.Contains("district=370403", import.Address, StringComparison.Ordinal);
        Assert.Contains("dryRun=true", import.Address, StringComparison.Ordinal);
        Assert.Contains("acceptGood=false", import.Address, StringComparison.Ordinal);
        Assert.Contains(Uri.EscapeDataString("花名册 2026.csv"), import.Address, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("工号,姓名", import.Body);
        Assert.Equal("Bearer token-of-analyst", import.Authorization);
    }

    [Fact]
    public async Task The_same_file_given_again_has_its_good_rows_stored()
    {
        using var visitor = await admin.VisitSignedInAsync();
        // The run of the answers is that of a file that holds “abc”.
        var sent = await visitor.UploadAsync("/imports/new?of=SW1wb3J0UnVuOjI", "again.xlsx", "abc");
        Assert.Equal(Run, sent.Location);
        var import = admin.Api.Imports.Last();
        Assert.Contains("dryRun=false", import.Address, StringComparison.Ordinal);
        Assert.Contains("acceptGood=true", import.Address, StringComparison.Ordinal);
        Assert.Equal("abc", import.Body);
    }

    [Fact]
    public async Task Another_file_than_the_one_that_was_looked_at_is_not_stored()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var before = admin.Api.Imports.Count;
        var page = await visitor.UploadAsync("/imports/new?of=SW1wb3J0UnVuOjI", "again.xlsx", "abd");
        Assert.Contains("这不是已检查过的文件", page.Html, StringComparison.Ordinal);
        Assert.Equal(before, admin.Api.Imports.Count);
    }

    [Fact]
    public async Task What_the_API_refuses_is_said_in_the_readers_half()
    {
        admin.Api.ImportAnswer = new(413, JsonNode.Parse("""
            { "errors": [{ "message": "The file is bigger than 512 MiB. 文件超过 512 MiB。", "extensions": { "code": "FILE_TOO_LARGE" } }] }
            """)!);
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.UploadAsync("/imports/new", "a.csv", "x", ("kind", "ROLL"), ("district", "370403"));
        Assert.Contains("<span>文件超过 512 MiB。</span>", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schools_office_is_offered_its_own_roll_and_nothing_else()
    {
        admin.Api.Answer("ImportChoice", JsonNode.Parse("""
            { "viewer": { "roles": [{ "role": "PRINCIPAL", "district": { "code": "370403", "name": "薛城区" }, "school": { "name": "薛城实验小学" } }] } }
            """)!);
        var page = await OpenAsync("/imports/new");
        Assert.Contains("value=\"ROLL\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"PAPERS\"", page, StringComparison.Ordinal);
        using var visitor = await admin.VisitSignedInAsync();
        var refused = await visitor.UploadAsync("/imports/new", "a.json", "[]", ("kind", "PAPERS"), ("district", "370403"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
    }

    [Theory]
    [InlineData("/imports", "ImportRunList")]
    [InlineData(Run, "ImportRunDetails")]
    [InlineData("/imports/new", "ImportChoice")]
    public async Task Who_has_nothing_to_do_with_imports_is_told_so(string address, string operation)
    {
        var answer = StubAnswer.ReadFile(operation);
        answer["viewer"]!["roles"] = JsonNode.Parse("""[{ "role": "TEACHER", "district": null, "school": null }]""");
        admin.Api.Answer(operation, answer);
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync(address)).Status);
    }

    [Fact]
    public async Task A_run_out_of_reach_is_not_found()
    {
        var answer = StubAnswer.ReadFile("ImportRunDetails");
        answer["importRun"] = null;
        admin.Api.Answer("ImportRunDetails", answer);
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(Run)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/imports/new?of=elsewhere")).Status);
    }

    [Theory]
    [InlineData("/imports?after=a&before=b")]
    [InlineData(Run + "?after=a&before=b")]
    public async Task An_address_that_makes_no_sense_is_refused(string address)
    {
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.GetAsync(address)).Status);
    }

    private void Change(Action<JsonObject> change)
    {
        var answer = StubAnswer.ReadFile("ImportRunDetails");
        change(answer["importRun"]!.AsObject());
        admin.Api.Answer("ImportRunDetails", answer);
    }

    private async Task<string> OpenAsync(string address, string language = "zh-CN")
    {
        using var visitor = await admin.VisitSignedInAsync(language);
        var page = await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return page.Html;
    }
}
