using System.Net;
using HomeroomGraph.Admin.Tests.Hosting;

namespace HomeroomGraph.Admin.Tests.Pages.Errors;

public sealed class StatusTests(AdminFixture admin) : IClassFixture<AdminFixture>
{
    [Theory]
    [InlineData("zh-CN", "未找到")]
    [InlineData("en", "Not found")]
    public async Task An_address_without_a_page_is_not_found_in_the_readers_language(string language, string text)
    {
        using var visitor = admin.Visit(language);
        var page = await visitor.GetAsync("/no/such/page");
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains(text, page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, 403)]
    [InlineData(418, 418)]
    [InlineData(503, 503)]
    [InlineData(200, 404)]
    public async Task The_page_of_a_status_has_that_status(int code, int status)
    {
        using var visitor = admin.Visit();
        Assert.Equal(status, (int)(await visitor.GetAsync($"/errors/{code}")).Status);
    }
}
