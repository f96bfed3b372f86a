using System.Net;
using System.Text.Json.Nodes;
using HomeroomGraph.Admin.Operations.Inbox;
using HomeroomGraph.Admin.Operations.Research;
using HomeroomGraph.Admin.Tests.Hosting;
using HomeroomGraph.Admin.Web;

namespace HomeroomGraph.Admin.Tests.Pages.Inbox;

/// <summary>What the viewer was told: shown in the reader's language, opened, marked as read, in pages.</summary>
public sealed class InboxTests : IClassFixture<AdminFixture>
{
    private readonly AdminFixture admin;

    public InboxTests(AdminFixture admin)
    {
        this.admin = admin;
        foreach (var operation in new[] { "Inbox", "MarkNotificationsRead", "ProjectDetails", "ProjectList" })
            admin.Api.Answer(operation, StubAnswer.ReadFile(operation));
        admin.Api.Questions.Clear();
    }

    public static TheoryData<NotificationKind> Kinds => [.. Enum.GetValues<NotificationKind>()];

    [Theory]
    [InlineData("zh-CN", "申请延期，请审批。", "an extension is asked for")]
    [InlineData("en", "an extension is asked for; it waits for your decision.", "申请延期")]
    public async Task A_notice_is_in_the_readers_language_with_its_kind_its_time_and_who_did_it(string language, string told, string other)
    {
        using var visitor = await admin.VisitSignedInAsync(language);
        var page = (await visitor.GetAsync("/inbox")).Html;
        Assert.Contains(told, page, StringComparison.Ordinal);
        Assert.DoesNotContain(other, page, StringComparison.Ordinal);
        Assert.Contains(language == "en" ? "15 Nov 2026, 16:30:00 · 王秀兰" : "2026年11月15日 16:30:00 · 王秀兰", page, StringComparison.Ordinal);
        Assert.Contains("after=ZW5k", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_leads_to_what_it_is_about_as_far_as_the_viewer_sees_it()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var page = (await visitor.GetAsync("/inbox")).Html;
        Assert.Contains("name=\"to\" value=\"/research/projects/UmVzZWFyY2hQcm9qZWN0Ojc#requests\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"to\" value=\"/research/reviews/UmV2aWV3OjE\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"to\" value=\"/research/projects/UmVzZWFyY2hQcm9qZWN0Ojc#inspections\"", page, StringComparison.Ordinal);
        // What is read is a plain link; what the viewer sees no longer is none.
        Assert.Contains("<a href=\"/research/projects/UmVzZWFyY2hQcm9qZWN0Ojc\" hx-boost=\"false\">课题《小学高年级整本书阅读中批注策略的实践研究》已立项。</a>", page, StringComparison.Ordinal);
        Assert.Contains("<span>课题《小学生挫折教育主题班会系列化设计》已不再需要您评审。</span>", page, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Every_kind_has_its_name(NotificationKind kind)
    {
        var answer = StubAnswer.ReadFile("Inbox");
        answer["inbox"]!["nodes"]![0]!["kind"] = kind.ToCode();
        admin.Api.Answer("Inbox", answer);
        using var visitor = await admin.VisitSignedInAsync("en");
        var page = await visitor.GetAsync("/inbox");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("NoticeKind.", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DeskItemKind.TaskToFinish, "Ojc#plan\"")]
    [InlineData(DeskItemKind.ClosingToReport, "Ojc\"")]
    public async Task A_reminder_leads_to_where_the_deadline_stands(DeskItemKind item, string end)
    {
        var answer = StubAnswer.ReadFile("Inbox");
        (answer["inbox"]!["nodes"]![0]!["kind"], answer["inbox"]!["nodes"]![0]!["itemKind"]) = ("DUE_SOON", item.ToCode());
        answer["inbox"]!["nodes"] = new JsonArray(answer["inbox"]!["nodes"]![0]!.DeepClone());
        admin.Api.Answer("Inbox", answer);
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Contains("value=\"/research/projects/UmVzZWFyY2hQcm9qZWN0" + end, (await visitor.GetAsync("/inbox")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_unread_or_those_of_a_project_can_be_asked_for_and_a_page_asks_once()
    {
        using var visitor = await admin.VisitSignedInAsync();
        admin.Api.Questions.Clear();
        await visitor.GetAsync("/inbox");
        Assert.Equal("Inbox", Assert.Single(admin.Api.Questions).Operation);
        AssertVariables("Inbox", """{ "first": 20 }""");
        await visitor.GetAsync("/inbox?unread=true&after=ZW5k");
        AssertVariables("Inbox", """{ "first": 20, "after": "ZW5k", "where": { "isRead": { "eq": false } } }""");
        var page = await visitor.GetAsync("/inbox?project=UHI&before=YQ");
        AssertVariables("Inbox", """{ "last": 20, "before": "YQ", "where": { "project": { "id": { "eq": "UHI" } } } }""");
        Assert.Contains("关于课题《小学高年级整本书阅读中批注策略的实践研究》的消息。", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unread=perhaps")]
    [InlineData("after=a&before=b")]
    public async Task An_address_that_makes_no_sense_is_refused(string query)
    {
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.GetAsync("/inbox?" + query)).Status);
    }

    [Theory]
    [InlineData(400, "INVALID_CURSOR", HttpStatusCode.BadRequest)]
    [InlineData(403, "FORBIDDEN", HttpStatusCode.Forbidden)]
    [InlineData(200, "INVALID_ID", HttpStatusCode.NotFound)]
    [InlineData(503, "SERVICE_UNAVAILABLE", HttpStatusCode.ServiceUnavailable)]
    public async Task What_the_API_does_not_answer_has_its_page(int status, string code, HttpStatusCode expected)
    {
        admin.Api.Answer("Inbox", _ => StubAnswer.Error(status, code));
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(expected, (await visitor.GetAsync("/inbox?project=nonsense")).Status);
    }

    [Theory]
    [InlineData("/inbox", "还没有消息")]
    [InlineData("/inbox?unread=true", "没有未读消息")]
    public async Task An_empty_inbox_says_so(string address, string text)
    {
        admin.Api.Answer("Inbox", JsonNode.Parse("""
            { "frame": { "mailbox": { "unreadCount": 0 } },
              "inbox": { "nodes": [], "totalCount": 0, "pageInfo": { "hasNextPage": false, "hasPreviousPage": false, "startCursor": null, "endCursor": null } } }
            """)!);
        using var visitor = await admin.VisitSignedInAsync();
        var page = (await visitor.GetAsync(address)).Html;
        Assert.Contains(text, page, StringComparison.Ordinal);
        Assert.DoesNotContain("read-all", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Open", "id", "Tm90aWNlOjA", "to", "/research/projects/x#requests", """{ "input": { "ids": ["Tm90aWNlOjA"] } }""")]
    [InlineData("Read", "id", "Tm90aWNlOjA", "back", "/inbox?unread=true", """{ "input": { "ids": ["Tm90aWNlOjA"] } }""")]
    [InlineData("ReadAll", "project", "", "back", "/inbox", """{ "input": { "all": true } }""")]
    [InlineData("ReadAll", "project", "UHI", "back", "/research/projects/UHI", """{ "input": { "projectId": "UHI" } }""")]
    public async Task A_button_marks_as_read_and_goes_on(string handler, string name, string value, string then, string address, string input)
    {
        using var visitor = await admin.VisitSignedInAsync();
        var done = await visitor.SubmitAsync("/inbox", "/inbox?handler=" + handler, (name, value), (then, address));
        Assert.Equal((HttpStatusCode.Redirect, address), (done.Status, done.Location));
        AssertVariables("MarkNotificationsRead", input);
    }

    [Theory]
    [InlineData("Open", "id", "", "to", "/inbox")]
    [InlineData("Open", "id", "Tm90aWNlOjA", "to", "https://elsewhere.example/")]
    [InlineData("Read", "id", "Tm90aWNlOjA", "back", "//elsewhere.example/")]
    [InlineData("ReadAll", "project", "", "other", "")]
    public async Task A_form_that_nobody_could_have_sent_is_refused_before_anything_is_done(string handler, string name, string value, string then, string address)
    {
        using var visitor = await admin.VisitSignedInAsync();
        var done = await visitor.SubmitAsync("/inbox", "/inbox?handler=" + handler, (name, value), (then, address));
        Assert.Equal(HttpStatusCode.BadRequest, done.Status);
        Assert.DoesNotContain(admin.Api.Questions, question => question.Operation == "MarkNotificationsRead");
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync("/inbox?handler=ReadAll", ("back", "/inbox"))).Status);
        Assert.DoesNotContain(admin.Api.Questions, question => question.Operation == "MarkNotificationsRead");
    }

    [Fact]
    public async Task A_mark_that_the_API_refuses_is_not_passed_over()
    {
        admin.Api.AnswerDone("MarkNotificationsRead", new JsonObject { ["message"] = "No. 不。", ["code"] = "INVALID_INPUT", ["path"] = new JsonArray("input", "ids") });
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SubmitAsync("/inbox", "/inbox?handler=Read", ("id", "x"), ("back", "/inbox"))).Status);
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_led_to_signing_in()
    {
        using var visitor = admin.Visit();
        Assert.Contains("/sign-in?", (await visitor.GetAsync("/inbox")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_says_what_has_changed_since_it_was_looked_at()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var page = (await visitor.GetAsync("/research/projects/UmVzZWFyY2hQcm9qZWN0Ojc")).Html;
        Assert.Contains("本课题有 2 条新消息", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/inbox?unread=true&amp;project=UmVzZWFyY2hQcm9qZWN0Ojc\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"back\" value=\"/research/projects/UmVzZWFyY2hQcm9qZWN0Ojc\"", page, StringComparison.Ordinal);
        Assert.Contains("2 条新消息</a>", (await visitor.GetAsync("/research/projects")).Html, StringComparison.Ordinal);
    }

    private void AssertVariables(string operation, string expected)
    {
        var asked = admin.Api.LastVariables(operation);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), asked), asked.ToJsonString());
    }
}
