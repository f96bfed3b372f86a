using System.Net;
using HomeroomGraph.Admin.Tests.Hosting;

namespace HomeroomGraph.Admin.Tests.Pages.Access;

public sealed class LanguageTests(AdminFixture admin) : IClassFixture<AdminFixture>
{
    [Theory]
    [InlineData("zh-CN,zh;q=0.9", "zh-CN")]
    [InlineData("zh-Hans", "zh-CN")]
    [InlineData("en-GB,en;q=0.8", "en")]
    [InlineData("fr;q=0.9,en;q=0.5,zh;q=0.7", "zh-CN")]
    [InlineData("de", "zh-CN")]
    public async Task A_first_visit_speaks_the_browsers_language(string wish, string language)
    {
        using var visitor = admin.Visit(wish);
        Assert.Contains($"<html lang=\"{language}\">", (await visitor.GetAsync("/sign-in")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_switch_changes_the_language_and_stays_on_the_page()
    {
        using var visitor = admin.Visit("zh-CN");
        var switched = await visitor.ChooseLanguageAsync("en", "/sign-in?returnUrl=%2Fschools");
        Assert.Equal("/sign-in?returnUrl=%2Fschools", switched.Location);
        Assert.Contains("<html lang=\"en\">", (await visitor.GetAsync("/sign-in")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_outlasts_signing_in_and_ends_with_signing_out()
    {
        using var visitor = admin.Visit("zh-CN");
        await visitor.ChooseLanguageAsync("en");
        await visitor.SignInAsync();
        Assert.Contains("<html lang=\"en\">", (await visitor.GetAsync("/")).Html, StringComparison.Ordinal);
        await visitor.SubmitAsync("/", "/sign-out");
        Assert.Contains("<html lang=\"zh-CN\">", (await visitor.GetAsync("/sign-in")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_choice_the_accounts_language_is_taken()
    {
        var answer = StubAnswer.ReadFile("Viewer");
        answer["viewer"]!["locale"] = "en";
        admin.Api.Answer("Viewer", answer);
        using var visitor = admin.Visit("zh-CN");
        await visitor.SignInAsync();
        Assert.Contains("<html lang=\"en\">", (await visitor.GetAsync("/")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("")]
    public async Task An_unknown_language_is_refused(string language)
    {
        using var visitor = admin.Visit();
        var refused = await visitor.ChooseLanguageAsync(language);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
    }

    [Fact]
    public async Task The_switch_leads_nowhere_else()
    {
        using var visitor = admin.Visit();
        var switched = await visitor.ChooseLanguageAsync("en", "https://elsewhere.example/");
        Assert.Equal("/", switched.Location);
    }
}
