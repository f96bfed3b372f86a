using System.Net;

namespace HomeroomGraph.Gateway.Tests.Docs;

/// <summary>The requests and answers of polling, as the guide for dashboards shows them, go over the wire.</summary>
public sealed class AskingAgainTests(FullGatewayFixture gateway) : IClassFixture<FullGatewayFixture>
{
    [Fact]
    public async Task The_answers_shown_are_those_that_come()
    {
        string token = await gateway.SignInAsync("analyst-370403");
        string tag = "";
        foreach (string exchange in DocSnippets.Of("for-dashboards.md").In("http"))
        {
            string[] parts = exchange.Split("\n\n");
            var (asked, shown) = (parts[0].Split('\n'), parts[1].TrimEnd().Split('\n'));
            using var request = new HttpRequestMessage(new HttpMethod(asked[0].Split(' ')[0]), asked[0].Split(' ')[1]);
            foreach (var (name, value) in asked[1..].Select(Header))
                request.Headers.TryAddWithoutValidation(name, value.Replace("TOKEN", token, StringComparison.Ordinal) is var text && name == "If-None-Match" ? tag : text);
            using var answer = await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(shown[0], $"HTTP/{answer.Version} {(int)answer.StatusCode} {answer.ReasonPhrase}");
            var headers = answer.Headers.Concat(answer.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value));
            foreach (var (name, value) in shown[1..].Select(Header).Where(header => header.Name != "ETag")) Assert.Equal(Words(value), Words(headers[name]));
            string body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            if (answer.StatusCode == HttpStatusCode.OK) DocSnippets.AssertAnswer(parts[2], body);
            else Assert.Equal(("", tag), (body, headers["ETag"]));
            tag = headers["ETag"];
        }
        Assert.NotEmpty(tag);
    }

    private static (string Name, string Value) Header(string line) => (line[..line.IndexOf(':')], line[(line.IndexOf(':') + 1)..].Trim());

    /// <summary>The order of the words means nothing.</summary>
    private static IEnumerable<string> Words(string value) => value.Split(", ").Order(StringComparer.Ordinal);
}
