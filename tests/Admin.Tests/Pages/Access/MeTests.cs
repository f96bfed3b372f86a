using System.Net;
using System.Text.Json.Nodes;
using HomeroomGraph.Admin.Tests.Hosting;

namespace HomeroomGraph.Admin.Tests.Pages.Access;

/// <summary>The own account, and the first password that must be changed before anything else.</summary>
public sealed class MeTests : IClassFixture<AdminFixture>
{
    private readonly AdminFixture admin;

    public MeTests(AdminFixture admin)
    {
        this.admin = admin;
        foreach (var operation in new[] { "Viewer", "ChangePassword", "SignOutEverywhere", "Home" })
            admin.Api.Answer(operation, StubAnswer.ReadFile(operation));
    }

    [Fact]
    public async Task A_first_password_leads_from_signing_in_to_changing_it_and_then_on()
    {
        MustChange();
        using var visitor = admin.Visit("en");
        await visitor.ChooseLanguageAsync("en");
        var signedIn = await visitor.SignInAsync("/schools?q=a");
        Assert.Equal("/me?returnUrl=%2Fschools%3Fq%3Da", signedIn.Location);
        Assert.Contains("Choose a password of your own", (await visitor.GetAsync(signedIn.Location!)).Html, StringComparison.Ordinal);

        admin.Api.Answer("Viewer", StubAnswer.ReadFile("Viewer"));
        var changed = await ChangeAsync(visitor, "a password of mine", "a password of mine", "/schools?q=a");
        Assert.Equal("/schools?q=a", changed.Location);
        Assert.Equal("""{"input":{"currentPassword":"right","newPassword":"a password of mine"}}""", admin.Api.LastVariables("ChangePassword").ToJsonString());
        await visitor.GetAsync("/");
        Assert.Equal("Bearer token-anew", admin.Api.Questions.Last(question => question.Operation == "Home").Authorization);
    }

    [Fact]
    public async Task Whatever_else_is_opened_before_that_leads_back_to_it()
    {
        using var visitor = await admin.VisitSignedInAsync();
        admin.Api.Answer("Home", _ => StubAnswer.Error(403, "PASSWORD_CHANGE_REQUIRED"));
        Assert.Equal("/me?returnUrl=%2F", (await visitor.GetAsync("/")).Location);
    }

    [Fact]
    public async Task A_return_address_elsewhere_is_not_followed()
    {
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal("/me?changed=true", (await ChangeAsync(visitor, "long enough", "long enough", "//elsewhere.example/")).Location, ignoreCase: true);
    }

    [Theory]
    [InlineData("", "", "Fill in all three fields.")]
    [InlineData("one password", "another password", "typed differently")]
    public async Task What_cannot_be_right_does_not_reach_the_API(string password, string repeated, string text)
    {
        using var visitor = await admin.VisitSignedInAsync("en");
        var before = admin.Api.Questions.Count(question => question.Operation == "ChangePassword");
        Assert.Contains(text, (await ChangeAsync(visitor, password, repeated)).Html, StringComparison.Ordinal);
        Assert.Equal(before, admin.Api.Questions.Count(question => question.Operation == "ChangePassword"));
    }

    [Theory]
    [InlineData("INVALID_CREDENTIALS", "en", "The password until now is wrong.")]
    [InlineData("PASSWORD_REFUSED", "en", "The password contains the user name.")]
    [InlineData("PASSWORD_REFUSED", "zh-CN", "密码不能包含用户名。")]
    public async Task What_the_API_refuses_is_said_and_the_session_stays(string code, string language, string text)
    {
        admin.Api.Answer("ChangePassword", JsonNode.Parse($$"""
            { "changePassword": { "accessToken": null, "expiresAt": null,
              "errors": [{ "message": "The password contains the user name. 密码不能包含用户名。", "code": "{{code}}" }] } }
            """)!);
        using var visitor = await admin.VisitSignedInAsync(language);
        var page = await ChangeAsync(visitor, "my long password", "my long password");
        Assert.Contains($"<span>{text}</span>", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("my long password", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_this_session_too()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var done = await visitor.SubmitAsync("/me", "/me?handler=SignOut");
        Assert.Equal("/sign-in?signedOut=true", done.Location);
        Assert.Equal("""{"input":{}}""", admin.Api.LastVariables("SignOutEverywhere").ToJsonString());
        Assert.Contains("您的所有登录均已退出", (await visitor.GetAsync(done.Location!)).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/me")]
    [InlineData("/people")]
    [InlineData("/people/QWNjb3VudDox")]
    public async Task A_visitor_is_led_to_sign_in(string address)
    {
        using var visitor = admin.Visit();
        var page = await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.Redirect, page.Status);
        Assert.Contains("/sign-in?", page.Location, StringComparison.Ordinal);
    }

    private void MustChange()
    {
        var viewer = StubAnswer.ReadFile("Viewer");
        viewer["viewer"]!["mustChangePassword"] = true;
        admin.Api.Answer("Viewer", viewer);
    }

    private static Task<PageAnswer> ChangeAsync(Visitor visitor, string password, string repeated, string returnUrl = "") => visitor.SubmitAsync(
        "/me", "/me?handler=Password", ("CurrentPassword", "right"), ("NewPassword", password), ("RepeatedPassword", repeated), ("ReturnUrl", returnUrl));
}
