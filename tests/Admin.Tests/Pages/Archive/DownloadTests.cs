using System.Net;
using HomeroomGraph.Admin.Tests.Hosting;

namespace HomeroomGraph.Admin.Tests.Pages.Archive;

public sealed class DownloadTests(AdminFixture admin) : IClassFixture<AdminFixture>
{
    [Fact]
    [Trait("Rule", "V2")]
    public async Task A_document_comes_as_a_file_to_keep_under_the_admins_own_headers()
    {
        using var visitor = await admin.VisitSignedInAsync();
        var file = await visitor.GetAsync("/documents/RG9jdW1lbnQ6OQ");
        Assert.Equal((HttpStatusCode.OK, "what it says"), (file.Status, file.Html));
        Assert.Equal("text/plain", file.Headers["Content-Type"]);
        Assert.StartsWith("attachment", file.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", file.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal("nosniff", file.Headers["X-Content-Type-Options"]);
    }

    [Theory]
    [InlineData("/documents/none", HttpStatusCode.NotFound)]
    [InlineData("/documents/forbidden", HttpStatusCode.Forbidden)]
    public async Task One_that_is_not_there_or_not_seen_is_a_page_that_says_so(string address, HttpStatusCode status)
    {
        using var visitor = await admin.VisitSignedInAsync();
        var page = await visitor.GetAsync(address);
        Assert.Equal(status, page.Status);
        Assert.Contains("<h1", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_sign_in_there_is_none()
    {
        using var visitor = admin.Visit();
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/documents/RG9jdW1lbnQ6OQ")).Status);
    }
}
