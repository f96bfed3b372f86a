namespace HomeroomGraph.Gateway.Tests.Docs;

/// <summary>The guide to searching shows the answers that come.</summary>
public sealed class SearchGuideTests(FullGatewayFixture gateway) : IClassFixture<FullGatewayFixture>
{
    [Fact]
    public async Task The_guide_is_true()
    {
        var guide = DocSnippets.Of("search.md");
        var (questions, answers) = (guide.In("graphql"), guide.In("json"));
        Assert.Equal(questions.Count, answers.Count);
        string token = await gateway.SignInAsync("moral-office");
        foreach (var (question, answer) in questions.Zip(answers))
        {
            using var response = await gateway.SendAsync(question, token: token);
            DocSnippets.AssertAnswer(answer, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }
}
