using System.Diagnostics;
using HomeroomGraph.Admin.Tests.Hosting;
using HomeroomGraph.Data.Demo;
using HomeroomGraph.Testing;
using Microsoft.Playwright;

namespace HomeroomGraph.Admin.Tests.Browser;

/// <summary>A program over the whole demo that pages of the sample dashboard's origin may call.</summary>
public sealed class DashboardProgram(PostgresCluster cluster) : RunningProgram(new FullDemoDatabase(cluster))
{
    public Uri Dashboard { get; } = new(FreePort.NextAddress());

    protected override IEnumerable<(string Name, string Value)> MoreSettings() => [("Homeroom__AllowedOrigins", Dashboard.GetLeftPart(UriPartial.Authority))];
}

/// <summary>samples/district-dashboard as its README says: an origin of its own, registered documents, the way down to a school, and asking again for nothing where nothing has changed.</summary>
public sealed class DashboardSampleTests(DashboardProgram program) : IClassFixture<DashboardProgram>
{
    [Fact]
    public async Task A_district_is_shown_a_school_below_it_and_what_changes_comes_by_itself()
    {
        await using var window = await program.OpenApiAsync();
        using var server = await ServeAsync();
        try
        {
            var page = window.Page;
            var asked = new List<IResponse>();
            page.Response += (_, response) => { if (response.Url.Contains("/graphql?", StringComparison.Ordinal)) lock (asked) asked.Add(response); };
            await page.GotoAsync(new Uri(program.Dashboard, "/?every=0.5").ToString());
            await Assertions.Expect(page.Locator("button[type=submit]")).ToHaveTextAsync("登录");
            await Axe.AssertNoViolationAsync(page);
            await page.Locator("#username").FillAsync("analyst-370403");
            await page.Locator("#password").FillAsync("wrong");
            await page.Locator("button[type=submit]").ClickAsync();
            await Assertions.Expect(page.Locator("#problem")).Not.ToBeEmptyAsync();
            await page.Locator("#password").FillAsync(DemoAccounts.Password);
            await page.Locator("button[type=submit]").ClickAsync();

            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("薛城区");
            await Assertions.Expect(page.Locator("#projects canvas")).ToBeVisibleAsync();
            var running = await page.Locator("#figures dd").First.InnerTextAsync();
            Assert.Matches("^[0-9]+( / [0-9]+)?$", running);
            await Axe.AssertNoViolationAsync(page);
            await Screenshots.ShootAsync(page, "dashboard");

            // Nothing has changed, so 304 comes, and then what has.
            await page.WaitForFunctionAsync("() => Number(/其中 (\\d+) 次/.exec(document.getElementById('state').textContent)?.[1]) > 3");
            await program.ExecuteAsync("update homeroom.district set name = '薛城新区' where code = '370403'");
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("薛城新区");

            var school = page.Locator("#rows a").First;
            var name = await school.InnerTextAsync();
            await school.ClickAsync();
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(name);
            await page.Locator("#language").ClickAsync();
            await Assertions.Expect(page.Locator("#figures dt").First).ToHaveTextAsync("Running projects");
            await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "District" }).ClickAsync();
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("薛城新区");
            lock (asked)
            {
                Assert.Contains(asked, response => response.Status == 304);
                Assert.All(asked, response => Assert.Contains("documentId=sha256", response.Url, StringComparison.Ordinal));
            }
        }
        finally
        {
            await program.ExecuteAsync("update homeroom.district set name = '薛城区' where code = '370403'");
            server.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Its server, once it answers.</summary>
    private async Task<Process> ServeAsync()
    {
        string script = Path.Combine(SourceTree.Root, "samples", "district-dashboard", "serve.mjs");
        var server = Process.Start(new ProcessStartInfo("node", [script, $"{program.Dashboard.Port}", program.Api.GetLeftPart(UriPartial.Authority)]) { RedirectStandardOutput = true })!;
        Assert.StartsWith("The dashboard is at", await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        return server;
    }
}
