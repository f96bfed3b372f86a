using System.Net;
using System.Text.Json.Nodes;
using HomeroomGraph.Admin.Tests.Hosting;

namespace HomeroomGraph.Admin.Tests.Pages.Access;

public sealed class SignInTests : IClassFixture<AdminFixture>
{
    private readonly AdminFixture admin;

    public SignInTests(AdminFixture admin)
    {
        this.admin = admin;
        admin.Api.Answer("SignIn", StubAnswer.ReadFile("SignIn"));
    }

    [Fact]
    public async Task A_visitor_is_led_to_sign_in_and_back()
    {
        using var visitor = admin.Visit();
        var asked = await visitor.GetAsync("/schools?q=%E8%96%9B");
        Assert.Equal(HttpStatusCode.Redirect, asked.Status);
        Assert.Equal("/sign-in?returnUrl=%2Fschools%3Fq%3D%25E8%2596%259B", new Uri(asked.Location!).PathAndQuery);

        var signedIn = await visitor.SignInAsync("/schools?q=%E8%96%9B");
        Assert.Equal(HttpStatusCode.Redirect, signedIn.Status);
        Assert.Equal("/schools?q=%E8%96%9B", signedIn.Location);
    }

    [Fact]
    public async Task The_session_carries_the_token_to_the_API_and_hides_it_from_the_browser()
    {
        using var visitor = admin.Visit();
        var signedIn = await visitor.SignInAsync();
        await visitor.GetAsync("/");

        var question = admin.Api.Questions.Last(question => question.Operation == "Home");
        Assert.Equal("Bearer token-of-analyst", question.Authorization);
        Assert.Equal("127.0.0.1", question.ForwardedFor);
        var cookie = signedIn.Headers["Set-Cookie"];
        Assert.Contains("homeroom-session=", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("token-of-analyst", cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("javascript:alert(1)")]
    public async Task A_return_address_elsewhere_is_not_followed(string returnUrl)
    {
        using var visitor = admin.Visit();
        var signedIn = await visitor.SignInAsync(returnUrl);
        Assert.Equal("/", signedIn.Location);
    }

    [Theory]
    [InlineData("INVALID_CREDENTIALS", "zh-CN", "用户名或密码不正确。")]
    [InlineData("INVALID_CREDENTIALS", "en", "The username or the password is wrong.")]
    [InlineData("ACCOUNT_LOCKED", "zh-CN", "请 5 分钟后再试")]
    [InlineData("ACCOUNT_LOCKED", "en", "Try again in 5 min")]
    [InlineData("FIRST_PASSWORD_EXPIRED", "zh-CN", "初始密码已过期")]
    [InlineData("SOMETHING_NEW", "zh-CN", "As the API puts it.")]
    public async Task What_the_API_refuses_is_said_in_the_readers_language(string code, string language, string text)
    {
        var until = code == "ACCOUNT_LOCKED" ? $"\"{DateTimeOffset.UtcNow.AddMinutes(4.5):O}\"" : "null";
        admin.Api.Answer("SignIn", JsonNode.Parse($$"""
            { "signIn": { "accessToken": null, "expiresAt": null,
              "errors": [{ "message": "As the API puts it.", "code": "{{code}}", "until": {{until}} }] } }
            """)!);
        using var visitor = admin.Visit(language);
        var refused = await visitor.SignInAsync("/schools");
        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Contains(text, refused.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"analyst\"", refused.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"/schools\"", refused.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("right", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_fields_do_not_reach_the_API()
    {
        using var visitor = admin.Visit("en");
        var before = admin.Api.Questions.Count;
        var refused = await visitor.SubmitAsync("/sign-in", "/sign-in", ("Username", " "), ("Password", ""));
        Assert.Contains("Enter your username and password.", refused.Html, StringComparison.Ordinal);
        Assert.Equal(before, admin.Api.Questions.Count);
    }

    [Fact]
    public async Task A_form_without_its_anti_forgery_token_is_refused()
    {
        using var visitor = admin.Visit("en");
        var refused = await visitor.PostAsync("/sign-in", ("Username", "analyst"), ("Password", "right"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("That request makes no sense here", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_signed_in_already_goes_on()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var again = await visitor.GetAsync("/sign-in?returnUrl=%2Fschools");
        Assert.Equal("/schools", again.Location);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_takes_a_form()
    {
        using var visitor = await admin.VisitSignedInAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync("/sign-out")).Status);
        Assert.Equal("/", (await visitor.GetAsync("/sign-out")).Location);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/")).Status);

        var signedOut = await visitor.SubmitAsync("/", "/sign-out");
        Assert.Equal("/sign-in", signedOut.Location);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/")).Status);
    }
}
