using System.Net;
using HomeroomGraph.Admin.Tests.Hosting;
using HomeroomGraph.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace HomeroomGraph.Admin.Tests.Pages.Access;

/// <summary>The way to the authority where it does not answer, and where there is none. That it leads through is tested in a browser.</summary>
public sealed class AuthorityTests(AuthorityTests.DownFixture down, AdminFixture without) : IClassFixture<AuthorityTests.DownFixture>, IClassFixture<AdminFixture>
{
    [Theory]
    [InlineData("zh-CN", "使用统一身份认证登录", "暂时无法访问")]
    [InlineData("en", "Sign in with your organisation", "does not answer now")]
    public async Task An_authority_that_is_down_is_told_and_the_password_still_signs_in(string language, string button, string told)
    {
        using var visitor = down.Visit(language);
        await visitor.ChooseLanguageAsync(language);
        Assert.Contains(button, (await visitor.GetAsync("/sign-in?returnUrl=%2Fschools")).Html, StringComparison.Ordinal);

        var led = await visitor.GetAsync("/sign-in/authority?returnUrl=%2Fschools");
        Assert.Equal((HttpStatusCode.Redirect, "/sign-in?authority=Unavailable&returnUrl=%2Fschools"), (led.Status, led.Location));
        Assert.Contains(told, (await visitor.GetAsync(led.Location!)).Html, StringComparison.Ordinal);
        Assert.Equal("/sign-in?authority=Unavailable", (await visitor.GetAsync("/sign-out/authority")).Location);

        Assert.Equal("/schools", (await visitor.SignInAsync("/schools")).Location);
    }

    [Fact]
    public async Task Without_an_authority_there_is_no_way_to_it()
    {
        using var visitor = without.Visit();
        Assert.DoesNotContain("id=\"authority\"", (await visitor.GetAsync("/sign-in?authority=Refused&signedOutHere=true")).Html, StringComparison.Ordinal);
        foreach (var path in new[] { "/sign-in/authority", "/sign-out/authority", "/sign-in/authority/done?code=x&state=y" })
            Assert.NotEqual(HttpStatusCode.OK, (await visitor.GetAsync(path)).Status);
    }

    /// <summary>The admin with an authority that isn't there.</summary>
    public sealed class DownFixture : AdminFixture
    {
        protected override void Configure(WebApplicationBuilder builder) => builder.Configuration.AddInMemoryCollection([
            new("Homeroom:Oidc:Authority", FreePort.NextAddress()), new("Homeroom:Oidc:ClientId", "admin"),
        ]);
    }
}
