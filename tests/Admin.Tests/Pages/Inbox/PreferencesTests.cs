using System.Net;
using System.Text.Json.Nodes;
using HomeroomGraph.Admin.Tests.Hosting;

namespace HomeroomGraph.Admin.Tests.Pages.Inbox;

/// <summary>Which messages go by mail and to a group's robot: what is kept is shown but for secrets, what is refused stands at its field.</summary>
public sealed class PreferencesTests : IClassFixture<AdminFixture>
{
    private const string Page = "/inbox/preferences", Address = "https://oapi.dingtalk.com/robot/send?access_token=once";

    private readonly AdminFixture admin;

    public PreferencesTests(AdminFixture admin)
    {
        this.admin = admin;
        foreach (var operation in new[] { "NotificationPreferences", "ChangeNotificationPreferences" })
            admin.Api.Answer(operation, StubAnswer.ReadFile(operation));
        admin.Api.Questions.Clear();
    }

    [Fact]
    public async Task What_is_kept_is_shown_and_of_a_robot_its_host_only()
    {
        using var visitor = await admin.VisitSignedInAsync("en");
        var page = (await visitor.GetAsync(Page)).Html;
        Assert.Contains("value=\"zhou@example.org\"", page, StringComparison.Ordinal);
        Assert.Contains("A robot at oapi.dingtalk.com is kept", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"DINGTALK\" selected=\"selected\">", page, StringComparison.Ordinal);
        Assert.Contains("A secret is kept", page, StringComparison.Ordinal);
        Assert.Contains("The last mail was sent on 15 Nov 2026", page, StringComparison.Ordinal);
        Assert.Contains("93000 invalid webhook url", page, StringComparison.Ordinal);
        // A kind that is silent is the one without a tick.
        Assert.Matches("name=\"kinds\" value=\"REVIEW_ASSIGNED\" checked", page);
        Assert.DoesNotMatch("name=\"kinds\" value=\"STEP_TAKEN\" checked", page);
    }

    [Fact]
    public async Task What_is_saved_leaves_the_kept_secrets_alone_unless_others_are_given()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var done = await visitor.SubmitAsync(Page, Page, ("wantsMail", "true"), ("mailAddress", " zhou@example.org "), ("webhookFormat", "WECOM"), ("kinds", "OVERDUE"), ("kinds", "DUE_SOON"));
        Assert.Equal("/inbox/preferences?done=saved", done.Location);
        Assert.Contains("已保存您的选择。", (await visitor.GetAsync(done.Location!)).Html, StringComparison.Ordinal);
        AssertInput("""
            { "wantsMail": true, "mailAddress": "zhou@example.org", "wantsWebhook": false, "webhookFormat": "WECOM",
              "silentKinds": ["STEP_TAKEN", "MEMBER_NAMED", "TASK_ASSIGNED", "REVIEW_ASSIGNED", "REVIEW_RELEASED", "REVIEW_GIVEN", "REQUEST_MADE", "REQUEST_DECIDED", "INSPECTED", "INSPECTION_MENDED"] }
            """);

        await visitor.SubmitAsync(Page, Page, ("mailAddress", ""), ("wantsWebhook", "true"), ("webhookFormat", ""), ("webhookUrl", Address), ("webhookSecret", "SEC1"));
        var input = admin.Api.LastVariables("ChangeNotificationPreferences")["input"]!.AsObject();
        Assert.True(input.ContainsKey("mailAddress") && input["mailAddress"] is null, "An address that was emptied is taken away.");
        Assert.Equal((Address, "SEC1"), ((string?)input["webhookUrl"], (string?)input["webhookSecret"]));
        Assert.Equal(12, input["silentKinds"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("ForgetRobot", """{ "wantsWebhook": false, "webhookUrl": null, "webhookSecret": null, "webhookFormat": null }""")]
    [InlineData("ForgetSecret", """{ "webhookSecret": null }""")]
    public async Task A_robot_or_its_secret_is_taken_away(string handler, string input)
    {
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal("/inbox/preferences?done=saved", (await visitor.SubmitAsync(Page, $"{Page}?handler={handler}", ("mailAddress", "not sent on"))).Location);
        AssertInput(input);
    }

    [Theory]
    [InlineData("wantsMail")]
    [InlineData("mailAddress")]
    [InlineData("wantsWebhook")]
    [InlineData("webhookUrl")]
    [InlineData("webhookFormat")]
    [InlineData("webhookSecret")]
    [InlineData("silentKinds")]
    public async Task What_the_API_refuses_stands_at_its_field_and_what_was_typed_stays(string field)
    {
        Refuse(field);
        using var visitor = await admin.VisitSignedInAsync("en");
        var page = await visitor.SubmitAsync(Page, Page, ("mailAddress", "mine@example"), ("webhookUrl", Address), ("webhookSecret", "SEC1"), ("kinds", "OVERDUE"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains($"id=\"{field}-problem\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("Not like this.", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("不能这样", page.Html, StringComparison.Ordinal);
        if (field != "silentKinds")
            Assert.Matches($"id=\"{field}\"[^>]* aria-invalid=\"true\" aria-describedby=\"{field}-problem\"", page.Html);
        Assert.Contains("value=\"mine@example\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"" + Address.Replace("&", "&amp;", StringComparison.Ordinal), page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("SEC1", page.Html, StringComparison.Ordinal);
        Assert.Equal(2, admin.Api.Questions.Reverse().TakeWhile(question => question.Operation != "NotificationPreferences" || question == admin.Api.Questions.Last()).Count());
    }

    [Fact]
    public async Task What_belongs_to_no_field_stands_above()
    {
        Refuse("somewhere");
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Contains("id=\"problem\"", (await visitor.SubmitAsync(Page, Page)).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("webhookFormat", "PIGEON")]
    [InlineData("kinds", "GOSSIP")]
    [InlineData("wantsMail", "perhaps")]
    public async Task A_form_that_nobody_could_have_sent_is_refused(string field, string value)
    {
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SubmitAsync(Page, Page, (field, value))).Status);
        Assert.DoesNotContain(admin.Api.Questions, question => question.Operation == "ChangeNotificationPreferences");
    }

    [Fact]
    public async Task An_account_that_is_told_nothing_has_nothing_to_prefer()
    {
        admin.Api.Answer("NotificationPreferences", JsonNode.Parse("""{ "frame": { "mailbox": null }, "viewer": { "mailbox": null } }""")!);
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync(Page)).Status);
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_led_to_signing_in()
    {
        using var visitor = admin.Visit();
        Assert.Contains("/sign-in?", (await visitor.GetAsync(Page)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_kept_in_no_cache() // Addresses of robots are secrets.
    {
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Contains("no-store", (await visitor.GetAsync(Page)).Headers["Cache-Control"], StringComparison.Ordinal);
    }

    private void Refuse(string field) => admin.Api.AnswerDone(
        "ChangeNotificationPreferences", new JsonObject { ["message"] = "Not like this. 不能这样。", ["code"] = "INVALID_INPUT", ["path"] = new JsonArray("input", field) });

    private void AssertInput(string expected)
    {
        var asked = admin.Api.LastVariables("ChangeNotificationPreferences")["input"]!;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), asked), asked.ToJsonString());
    }
}
