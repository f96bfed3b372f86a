using System.Text.Json;
using HomeroomGraph.Admin.Tests.Hosting;
using Microsoft.Playwright;

namespace HomeroomGraph.Admin.Tests.Browser;

/// <summary>axe-core looks at a page as WCAG 2.2 AA asks; npm brought it with the admin's other files.</summary>
internal static class Axe
{
    private const string Run = """
        async () => {
          // A list that is being asked for is faint until the answer is there, and comes back by a transition.
          while (document.querySelector('.htmx-request') || document.getAnimations().length > 0)
            await new Promise(next => setTimeout(next, 20));
          const found = await axe.run(document, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
          return JSON.stringify(found.violations.map(rule => `${rule.id}: ${rule.help}\n` +
            rule.nodes.map(node => `  ${node.html}\n    ${node.failureSummary}`).join('\n')));
        }
        """;

    private static readonly string Script = Path.Combine(SourceTree.Admin, "node_modules", "axe-core", "axe.min.js");

    public static async Task AssertNoViolationAsync(IPage page)
    {
        Assert.SkipUnless(File.Exists(Script), "axe-core is not there: npm did not run when the admin was built.");
        // Evaluated by the browser's tools and not as a script of the page, which the page's policy would rightly refuse.
        await page.EvaluateAsync(await File.ReadAllTextAsync(Script, TestContext.Current.CancellationToken));
        var violations = JsonSerializer.Deserialize<string[]>(await page.EvaluateAsync<string>(Run))!;
        Assert.True(violations.Length == 0, $"{page.Url}\n{string.Join('\n', violations)}");
    }
}
