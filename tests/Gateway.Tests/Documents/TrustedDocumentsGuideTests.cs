using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace HomeroomGraph.Gateway.Tests.Documents;

/// <summary>The requests of docs/trusted-documents.md have the answers that stand there.</summary>
public sealed partial class TrustedDocumentsGuideTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    private const string AsRestrictedClient = "## Keeping a client";

    [Fact]
    public async Task Each_request_is_answered_as_it_says()
    {
        string guide = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "trusted-documents.md"), TestContext.Current.CancellationToken);
        string analyst = await gateway.SignInAsync("analyst-370403");
        var (_, restricted) = await gateway.ClientAsync(trustedDocumentsOnly: true);
        int restrictedFrom = guide.IndexOf(AsRestrictedClient, StringComparison.Ordinal);

        var blocks = Json().Matches(guide);
        Assert.Equal(14, blocks.Count);
        foreach (var pair in blocks.Chunk(2))
        {
            string token = pair[0].Index < restrictedFrom ? analyst : restricted;
            Assert.Equal(pair[1].Groups[1].Value, await AnswerAsync(pair[0].Groups[1].Value, token));
        }
    }

    private async Task<string> AnswerAsync(string body, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("```json\n(.+)\n```")]
    private static partial Regex Json();
}
