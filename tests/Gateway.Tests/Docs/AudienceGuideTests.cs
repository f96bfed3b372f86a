using System.Text.RegularExpressions;
using HomeroomGraph.Gateway.Ide;

namespace HomeroomGraph.Gateway.Tests.Docs;

/// <summary>The guides for the three kinds of users name the examples that there are, lead to documents that there are, and show the answers that
/// come.</summary>
public sealed partial class AudienceGuideTests(FullGatewayFixture gateway) : IClassFixture<FullGatewayFixture>
{
    [Theory]
    [InlineData("for-dashboards.md", "District", "analyst-370403")]
    [InlineData("for-offices.md", "School", "moral-office")]
    [InlineData("for-integrators.md", "Integrator", "analyst-shandong")]
    public async Task A_guide_is_true(string document, string audience, string account)
    {
        var guide = DocSnippets.Of(document);
        var table = guide.Text.Split('\n').Where(line => line.StartsWith('|')).SelectMany(line => Operation().Matches(line)).Select(name => name.Groups[1].Value);
        Assert.Equal(IdeExamples.All[Enum.Parse<IdeAudience>(audience)].Select(example => example.Name).Order(), table.Order());
        Assert.All(Link().Matches(guide.Text), link => Assert.True(File.Exists(Path.Combine(Repository.Root, "docs", link.Groups[1].Value)), link.Value));

        var (questions, answers) = (guide.In("graphql"), guide.In("json"));
        Assert.NotEmpty(questions);
        Assert.Equal(questions.Count, answers.Count);
        string token = await gateway.SignInAsync(account);
        foreach (var (question, answer) in questions.Zip(answers))
        {
            using var response = await gateway.SendAsync(question, token: token);
            DocSnippets.AssertAnswer(answer, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [GeneratedRegex("`([A-Z][A-Za-z]+)`")]
    private static partial Regex Operation();

    [GeneratedRegex("\\]\\(([a-z-]+\\.md)\\)")]
    private static partial Regex Link();
}
