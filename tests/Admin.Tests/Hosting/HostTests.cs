using System.Net;

namespace HomeroomGraph.Admin.Tests.Hosting;

public sealed class HostTests(AdminFixture admin) : IClassFixture<AdminFixture>
{
    private static readonly string[] Pages = ["/", "/schools", "/schools/U2Nob29sOjE", "/teachers/VGVhY2hlcjox", "/imports", "/imports/SW1wb3J0UnVuOjI", "/imports/new", "/clients", "/clients/Q2xpZW50OjE", "/clients/new", "/me", "/people", "/people/QWNjb3VudDox", "/people/new", "/people/new?role=INSPECTOR&school=U2Nob29sOjE", "/people/QWNjb3VudDox/identity", "/research/projects", "/research/projects/UmVzZWFyY2hQcm9qZWN0Ojc", "/research/projects/UmVzZWFyY2hQcm9qZWN0Ojc/versions", "/research/projects/UmVzZWFyY2hQcm9qZWN0Ojc/print", "/research/projects/UmVzZWFyY2hQcm9qZWN0Ojc/application", "/research/projects/UmVzZWFyY2hQcm9qZWN0Ojc/reviewers", "/research/projects/UmVzZWFyY2hQcm9qZWN0Ojc/decide-closing/mr1", "/research/projects/new", "/research/reviews", "/research/reviews/UmV2aWV3OjE", "/research/desk", "/research/targets", "/audit", "/audit?record=U2Nob29sOjE", "/no/such/page"];

    [Fact]
    public async Task A_page_asks_the_API_at_most_twice()
    {
        using var visitor = await admin.VisitSignedInAsync();
        foreach (var path in Pages)
        {
            var before = admin.Api.Questions.Count;
            await visitor.GetAsync(path);
            Assert.InRange(admin.Api.Questions.Count - before, 0, 2);
        }
    }

    [Fact]
    public async Task It_lives_by_itself_and_is_ready_when_the_API_is()
    {
        using var visitor = admin.Visit();
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/health/ready")).Status);
        admin.Api.Ready = false;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await visitor.GetAsync("/health/ready")).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/health/live")).Status);
        admin.Api.Ready = true;
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/no/such/page")]
    [InlineData("/site.css")]
    public async Task Every_answer_tells_the_browser_what_it_may_do(string path)
    {
        using var visitor = admin.Visit();
        var page = await visitor.GetAsync(path);
        var policy = page.Headers["Content-Security-Policy"];
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", page.Headers["X-Content-Type-Options"]);
    }

    [Fact]
    public async Task Its_files_are_found_beside_the_assembly_and_kept_by_the_browser()
    {
        using var visitor = admin.Visit();
        var css = await visitor.GetAsync("/site.css?v=1");
        Assert.Equal(HttpStatusCode.OK, css.Status);
        Assert.Contains("immutable", css.Headers["Cache-Control"], StringComparison.Ordinal);
        var html = (await visitor.GetAsync("/sign-in")).Html;
        Assert.Matches("href=\"/site.css\\?v=[\\w-]+\"", html);
    }

    [Fact]
    public async Task Pages_run_no_inline_script_or_style_and_load_from_nowhere_else()
    {
        using var visitor = await admin.VisitSignedInAsync();
        foreach (var path in Pages)
        {
            var html = (await visitor.GetAsync(path)).Html;
            Assert.DoesNotMatch("<script(?![^>]* src=\"/)", html);
            Assert.DoesNotMatch("<style|\\sstyle=|\\son[a-z]+=|(src|href)=\"(https?:)?//", html);
        }
    }
}
