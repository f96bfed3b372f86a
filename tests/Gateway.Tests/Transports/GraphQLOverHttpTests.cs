using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace HomeroomGraph.Gateway.Tests.Transports;

/// <summary>The transport: what is a request, and with what status and media type it is answered (GraphQL over HTTP).</summary>
public sealed class GraphQLOverHttpTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    private const string Json = "application/json", GraphQLResponse = "application/graphql-response+json";

    [Theory]
    [InlineData("""{"query":"{__typename}"}""", Json, 200)]
    [InlineData("""{"query":"{__typename}"}""", GraphQLResponse, 200)]
    [InlineData("""{"query":"{__typename}","variables":null,"operationName":null,"extensions":{}}""", GraphQLResponse, 200)]
    [InlineData("""{"query":"{"}""", Json, 200)]
    [InlineData("""{"query":"{"}""", GraphQLResponse, 400)]
    [InlineData("""{"query":"{ nothing }"}""", GraphQLResponse, 400)]
    [InlineData("""{"query":"query A {__typename} query B {__typename}"}""", GraphQLResponse, 400)]
    [InlineData("""{"query":"query A($a: Int!) {__typename}"}""", GraphQLResponse, 400)]
    [InlineData("""{"query":"{ schools { nodes { id } } }"}""", GraphQLResponse, 401)]
    [InlineData("""{"query":"{ schools { nodes { id } } }"}""", Json, 401)]
    [InlineData("""{"qeury":"{__typename}"}""", Json, 400)]
    [InlineData("""{"query":1}""", Json, 400)]
    [InlineData("""{"query":"{__typename}","variables":[]}""", Json, 400)]
    [InlineData("""{"query":"{__typename}","query":"{__typename}"}""", Json, 400)]
    [InlineData("""{"query":"\ud800"}""", Json, 400)]
    [InlineData("""{"query":"{__typename}"} x""", Json, 400)]
    [InlineData("[]", Json, 400)]
    [InlineData("", Json, 400)]
    [InlineData("""{"query":"{__typename}"}""", "text/html", 406)]
    public async Task A_post_is_answered_with_the_status_of_the_specification(string body, string accept, int status)
    {
        using var answer = await SendAsync(HttpMethod.Post, "/graphql", new StringContent(body, Encoding.UTF8, Json), accept);
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == (int)answer.StatusCode, $"{(int)answer.StatusCode}: {text}");
        Assert.Equal(accept == "text/html" ? Json : accept, answer.Content.Headers.ContentType!.MediaType);
        var root = JsonDocument.Parse(text).RootElement;
        Assert.True(root.TryGetProperty("data", out _) || !string.IsNullOrEmpty(root.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=utf-16")]
    public async Task Only_JSON_in_UTF8_is_a_request(string contentType)
    {
        var body = new ByteArrayContent("""{"query":"{__typename}"}"""u8.ToArray());
        body.Headers.TryAddWithoutValidation("content-type", contentType);
        using var answer = await SendAsync(HttpMethod.Post, "/graphql", body, Json);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Theory]
    [InlineData("GET", "?query=%7B__typename%7D", 200)]
    [InlineData("GET", "?query=query(%24a%3ABoolean!)%7B__typename%20%40include(if%3A%24a)%7D&variables=%7B%22a%22%3Atrue%7D", 200)]
    [InlineData("GET", "", 400)]
    [InlineData("GET", "?query=%7B__typename%7D&query=%7B__typename%7D", 400)]
    [InlineData("GET", "?query=mutation%7BsignIn(input%3A%7Busername%3A%22a%22%2Cpassword%3A%22b%22%7D)%7BaccessToken%7D%7D", 405)]
    [InlineData("PUT", "?query=%7B__typename%7D", 405)]
    [InlineData("DELETE", "", 405)]
    [InlineData("HEAD", "?query=%7B__typename%7D", 405)]
    [InlineData("OPTIONS", "", 405)]
    [InlineData("TRACE", "", 405)]
    public async Task Get_reads_and_other_methods_are_refused(string method, string query, int status)
    {
        using var answer = await SendAsync(new HttpMethod(method), "/graphql" + query, content: null, Json);
        Assert.Equal(status, (int)answer.StatusCode);
        if (status == 405) Assert.NotEmpty(answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_large_answer_comes_whole()
    {
        string token = await gateway.SignInAsync("analyst-370403");
        const string query = "{ teachers(first: 500) { totalCount nodes { id name pinyin staffNumber appointments(first: 100) { edges { cursor node { id startsOn endsOn kind state class { id name school { id name } } } } } employments { nodes { id startsOn school { name code } } } } } }";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }) };
        request.Headers.Authorization = new("Bearer", token);
        using var answer = await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var teachers = JsonDocument.Parse(body).RootElement.GetProperty("data").GetProperty("teachers");
        Assert.Equal(Math.Min(500, teachers.GetProperty("totalCount").GetInt32()), teachers.GetProperty("nodes").GetArrayLength());
    }

    [Fact]
    public async Task Rights_that_are_taken_away_are_gone_with_the_next_request()
    {
        string token = await gateway.SignInAsync("analyst-shandong");
        const string query = "{ districts { totalCount } }";
        Assert.Equal(3, Total(await gateway.PostAsync(query, token: token)));

        await ExecuteAsync("delete from access.\"grant\" g using access.account a, homeroom.district d where a.account_id = g.account_id and a.user_name = 'analyst-shandong' and d.district_id = g.district_id and d.code <> '370403'");
        Assert.Equal(1, Total(await gateway.PostAsync(query, token: token)));

        await ExecuteAsync("update access.account set is_disabled = true where user_name = 'analyst-shandong'");
        var refused = await gateway.PostAsync(query, token: token);
        Assert.Equal("UNAUTHENTICATED", refused.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());

        static int Total(JsonElement answer) => answer.GetProperty("data").GetProperty("districts").GetProperty("totalCount").GetInt32();
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = gateway.Database.Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, string accept)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.TryAddWithoutValidation("accept", accept);
        return gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
