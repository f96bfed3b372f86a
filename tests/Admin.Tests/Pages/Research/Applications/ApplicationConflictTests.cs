using System.Net;
using System.Text.Json.Nodes;
using HomeroomGraph.Admin.Tests.Hosting;

namespace HomeroomGraph.Admin.Tests.Pages.Research.Applications;

/// <summary>Two editors of one application: nobody's change is undone unseen, and nothing that was typed is lost.</summary>
public sealed class ApplicationConflictTests : IClassFixture<AdminFixture>
{
    private const string Address = "/research/projects/UmVzZWFyY2hQcm9qZWN0Ojc/application";

    private static readonly JsonObject Conflict = new()
    {
        ["message"] = "The project has changed since you read it. Read it again. 课题已被更改，请刷新后重试。", ["code"] = "VERSION_CONFLICT", ["path"] = new JsonArray("input", "expectedVersion"), ["actualVersion"] = 5,
    };

    private readonly AdminFixture admin;

    public ApplicationConflictTests(AdminFixture admin)
    {
        this.admin = admin;
        admin.Api.Answer("ProjectDraft", StubAnswer.ReadFile("ProjectDraft"));
        admin.Api.AnswerDone("SaveResearchApplication");
    }

    [Fact]
    [Trait("Rule", "P4")]
    public async Task While_one_types_the_answer_brings_what_is_still_missing()
    {
        var saved = new JsonObject { ["id"] = "UmVzZWFyY2hQcm9qZWN0Ojc", ["version"] = 4 };
        saved["missingParts"] = JsonNode.Parse("""[{ "code": "P4_EVERY_PART_IS_STATED", "rule": "P4", "path": ["plan"], "message": "Still to be written. 尚未填写。" }]""");
        admin.Api.Answer("SaveResearchApplication", new JsonObject { ["done"] = new JsonObject { ["researchProject"] = saved.DeepClone(), ["errors"] = new JsonArray() } });
        using var visitor = await admin.VisitSignedInAsync();
        var answer = WebUtility.HtmlDecode((await visitor.PostHtmxAsync(Address, Address + "?handler=Save", ("version", "3"), ("title", "题目"))).Html);
        Assert.Matches("(?s)id=\"missing\"[^>]*hx-swap-oob=\"true\".*还有 1 处需要完善才能提交.*<a href=\"#plan\">研究方案</a>: .*尚未填写。", answer);
        Assert.Matches("(?s)id=\"submit-note\" hx-swap-oob=\"true\".*href=\"#missing\"", answer);

        saved["missingParts"] = new JsonArray();
        admin.Api.Answer("SaveResearchApplication", new JsonObject { ["done"] = new JsonObject { ["researchProject"] = saved, ["errors"] = new JsonArray() } });
        answer = (await visitor.PostHtmxAsync(Address, Address + "?handler=Save", ("version", "4"), ("title", "题目"))).Html;
        Assert.Contains("内容齐全，可以提交。", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"#missing\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "P4")]
    public async Task The_form_says_from_the_first_what_a_submission_lacks_each_a_way_to_a_field_that_is_there()
    {
        using var visitor = await admin.VisitSignedInAsync("en");
        var page = WebUtility.HtmlDecode((await visitor.GetAsync(Address)).Html);
        Assert.Contains("李建国 has no task yet.", page, StringComparison.Ordinal);
        foreach (var id in new[] { "necessity", "members-1", "members", "opinions-1" })
        {
            Assert.Contains($"href=\"#{id}\"", page, StringComparison.Ordinal);
            Assert.Contains($" id=\"{id}\"", page, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("necessity-problem", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_that_were_overtaken_stay_as_typed_beside_what_is_there_now_with_scripts()
    {
        Overtake("SaveResearchApplication");
        using var visitor = await admin.VisitSignedInAsync();
        var answer = WebUtility.HtmlDecode((await visitor.PostHtmxAsync(Address, Address + "?handler=Save", Typed)).Html);
        // The page stays behind, so its next save by itself is refused too.
        Assert.Matches("name=\"version\" id=\"version\" value=\"3\"", answer);
        Assert.Matches("(?s)id=\"conflict\" hx-swap-oob=\"true\".*研究方案.*另一人写的方案", answer);
        Assert.DoesNotContain("学术价值", answer, StringComparison.Ordinal);
        Assert.Contains("name=\"over\" value=\"5\"", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Save", "SaveResearchApplication")]
    [InlineData("Submit", "SaveWholeDraft")]
    public async Task Texts_that_were_overtaken_stay_as_typed_beside_what_is_there_now_without_scripts(string handler, string operation)
    {
        Overtake(operation);
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.SubmitAsync(Address, $"{Address}?handler={handler}", Typed);
        var html = WebUtility.HtmlDecode(page.Html);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(">我写的方案</textarea>", html, StringComparison.Ordinal);
        Assert.Contains("value=\"我的题目\"", html, StringComparison.Ordinal);
        Assert.Matches("value=\"LOVE\" checked", html);
        Assert.Matches("(?s)id=\"conflict\".*另一人写的方案", html);
        Assert.Equal("3", Visitor.Hidden(page.Html, "version"));

        admin.Api.AnswerDone("SaveResearchApplication");
        await visitor.SubmitAsync(Address, Address + "?handler=Save", [.. Typed, ("over", "5")]);
        Assert.Equal(5, (int)admin.Api.LastVariables("SaveResearchApplication")["input"]!["expectedVersion"]!);
    }

    [Fact]
    public async Task A_row_that_was_overtaken_keeps_what_was_typed_says_what_is_there_now_and_goes_over_it_when_saved_again()
    {
        Overtake("ChangeResearchMember");
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.SubmitAsync(Address, Address + "?handler=Part", ("part", "change-member"), ("read", "3"), ("memberId", "m2"), ("duty", "我写的分工"), ("task", ""));
        Assert.Equal(3, (int)admin.Api.LastVariables("ChangeResearchMember")["input"]!["expectedVersion"]!);
        var html = WebUtility.HtmlDecode(page.Html);
        var row = html[html.IndexOf("value=\"m2\"", StringComparison.Ordinal)..];
        Assert.Contains("value=\"我写的分工\"", row, StringComparison.Ordinal);
        Assert.Matches("(?s)现在是：.*问卷设计与数据分析", row);
        Assert.Contains("name=\"over\" value=\"5\"", row, StringComparison.Ordinal);
        Assert.Contains("再点一次保存即以您的为准", html, StringComparison.Ordinal);
        Assert.DoesNotContain("我写的分工", html[..html.IndexOf("value=\"m2\"", StringComparison.Ordinal)], StringComparison.Ordinal);

        admin.Api.AnswerDone("ChangeResearchMember");
        page = await visitor.SubmitAsync(Address, Address + "?handler=Part", ("part", "change-member"), ("read", "5"), ("over", "5"), ("memberId", "m2"), ("duty", "我写的分工"), ("task", ""));
        Assert.Equal(Address + "?done=changed#members", page.Location);
        Assert.Equal(5, (int)admin.Api.LastVariables("ChangeResearchMember")["input"]!["expectedVersion"]!);
    }

    [Fact]
    public async Task A_page_of_which_a_part_was_read_anew_stays_behind_until_all_of_it_is()
    {
        Overtake("ChangeResearchMember");
        using var visitor = await admin.VisitSignedInAsync();
        var refused = await visitor.PostHtmxAsync(Address, Address + "?handler=Part", ("part", "change-member"), ("version", "3"), ("memberId", "m2"), ("duty", "x"));
        Assert.Equal("3", Visitor.Hidden(refused.Html, "version"));

        admin.Api.AnswerDone("ChangeResearchMember");
        var saved = await visitor.PostHtmxAsync(Address, Address + "?handler=Part", ("part", "change-member"), ("version", "3"), ("over", "5"), ("memberId", "m2"), ("duty", "x"));
        Assert.Equal(Address + "?done=changed&behind=3#members", saved.Location);
        var page = await visitor.GetAsync(Address + "?done=changed&behind=3");
        Assert.Equal("3", Visitor.Hidden(page.Html, "version"));
        Assert.Contains("本页其他内容可能不是最新的", page.Html, StringComparison.Ordinal);
        Assert.Equal("5", Visitor.Hidden((await visitor.GetAsync(Address)).Html, "version"));
    }

    [Fact]
    public async Task What_was_typed_into_a_row_that_is_gone_is_told()
    {
        admin.Api.AnswerDone("ChangeResearchTask", new JsonObject { ["message"] = "There is no such task. 没有该任务。", ["code"] = "NOT_FOUND", ["path"] = new JsonArray() });
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.SubmitAsync(Address, Address + "?handler=Part",
            ("part", "change-task"), ("read", "3"), ("taskId", "gone"), ("memberId", "m2"), ("description", "访谈二十人"), ("dueOn", "2027-01-10"));
        var html = WebUtility.HtmlDecode(page.Html);
        Assert.Contains("没有该任务。", html, StringComparison.Ordinal);
        Assert.Matches("您填写的内容：.*访谈二十人 · 2027-01-10", html);
    }

    [Fact]
    public async Task What_is_refused_for_another_reason_stays_as_typed_too()
    {
        admin.Api.AnswerDone("AddResearchStage", new JsonObject { ["message"] = "Ends before. 日期不对。", ["code"] = "P8", ["rule"] = "P8", ["path"] = new JsonArray("input", "dueOn") });
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.SubmitAsync(Address, Address + "?handler=Part", ("part", "add-stage"), ("read", "3"), ("goal", "总结"), ("startsOn", "2027-03-01"), ("dueOn", "2027-01-01"));
        Assert.Matches("id=\"new-goal\" name=\"goal\" value=\"总结\"", WebUtility.HtmlDecode(page.Html));
        Assert.Matches("id=\"new-due\" name=\"dueOn\" value=\"2027-01-01\"", page.Html);
        Assert.DoesNotContain("name=\"over\"", page.Html, StringComparison.Ordinal);
    }

    private static readonly (string, string)[] Typed =
    [
        ("version", "3"), ("key", "k"), ("title", "我的题目"), ("level", "SCHOOL"), ("themes", "LOVE"), ("subject", "S1"), ("group", ""), ("dueOn", "2027-06-30"), ("plan", "我写的方案"),
        ("academicValue", "丰富整本书阅读教学中过程性评价的研究。"),
    ];

    /// <summary>Somebody else saved another plan meanwhile.</summary>
    private void Overtake(string operation)
    {
        admin.Api.AnswerDone(operation, Conflict);
        var draft = StubAnswer.ReadFile("ProjectDraft");
        draft["researchProject"]!["version"] = 5;
        draft["researchProject"]!["application"]!["plan"] = "另一人写的方案";
        admin.Api.Answer("ProjectDraft", draft);
    }
}
