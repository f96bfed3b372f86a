using System.Text.RegularExpressions;

namespace HomeroomGraph.Gateway.Tests.Queries;

/// <summary>The first query of the README has the answer that the README gives.</summary>
public sealed partial class ReadmeTests(FullDemoEngine demo) : IClassFixture<FullDemoEngine>
{
    [Fact]
    public async Task The_first_query_is_answered_as_it_says()
    {
        string readme = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"), TestContext.Current.CancellationToken);
        string query = Query().Match(readme).Groups[1].Value;
        string answer = Answer().Match(readme).Groups[1].Value;

        Assert.Equal(answer, await demo.AskAsync("analyst-370403", query));
    }

    [GeneratedRegex("-d '\\{\"query\":\"(\\{ schools[^\"]+)\"\\}'")]
    private static partial Regex Query();

    [GeneratedRegex("```json\n(\\{\"data\":.+)\n```")]
    private static partial Regex Answer();
}
