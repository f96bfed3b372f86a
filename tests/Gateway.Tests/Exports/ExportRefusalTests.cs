using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using HomeroomGraph.Gateway.Settings;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Exports;

/// <summary>What is no whole list is refused with a reason; what breaks off does not end as if it were whole; what a spreadsheet would run is made harmless.</summary>
public sealed class ExportRefusalTests(ExportRefusalTests.ShortExports gateway) : IClassFixture<ExportRefusalTests.ShortExports>
{
    /// <summary>370403.</summary>
    private const int DemoDistrict = 1;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{ papers { nodes { id } } awards { nodes { id } } }", "BAD_USER_INPUT")]
    [InlineData("{ viewer { account { id } } }", "BAD_USER_INPUT")]
    [InlineData("{ papers(last: 3) { nodes { id } } }", "BAD_USER_INPUT")]
    [InlineData("{ papers { totalCount } }", "BAD_USER_INPUT")]
    [InlineData("{ papers { nodes { id } edges { node { id } } } }", "BAD_USER_INPUT")]
    [InlineData("subscription { paperChanged { id } }", "BAD_USER_INPUT")]
    [InlineData("{ papers { nodes { nothing } } }", "GRAPHQL_VALIDATION_FAILED")]
    public async Task What_is_no_whole_list_is_refused(string query, string code)
    {
        using var answer = await gateway.SendExportAsync(await gateway.SignInAsync("analyst-370403"), "csv", query);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(code, await CodeAsync(answer));
    }

    [Fact]
    public async Task A_format_that_there_is_not_is_refused_and_nobody_exports_unknown()
    {
        using var format = await gateway.SendExportAsync(await gateway.SignInAsync("analyst-370403"), "pdf", "{ papers { nodes { id } } }");
        Assert.Equal((HttpStatusCode.BadRequest, "BAD_REQUEST"), (format.StatusCode, await CodeAsync(format)));
        using var anonymous = await gateway.Http.PostAsJsonAsync("/exports?format=csv", new { query = "{ papers { nodes { id } } }" }, Cancellation);
        Assert.Equal((HttpStatusCode.Unauthorized, "UNAUTHENTICATED"), (anonymous.StatusCode, await CodeAsync(anonymous)));
    }

    [Fact]
    public async Task A_format_is_asked_for_by_its_media_type_and_the_file_has_a_name()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/exports?query={papers{nodes{id}}}");
        request.Headers.Authorization = new("Bearer", await gateway.SignInAsync("analyst-370403"));
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse("application/jsonl"));
        request.Headers.AcceptEncoding.Add(new("gzip"));
        using var answer = await gateway.Http.SendAsync(request, Cancellation);
        Assert.Equal((HttpStatusCode.OK, "application/jsonl", "papers.jsonl", "gzip"), (
            answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName, answer.Content.Headers.ContentEncoding.Single()));
    }

    [Fact]
    public async Task An_export_that_breaks_off_is_no_file()
    {
        // A reader who has room for little at a time, and takes longer than an export may.
        using var slow = new HttpClient(new SocketsHttpHandler { ConnectCallback = ConnectWithLittleRoomAsync }) { BaseAddress = gateway.Http.BaseAddress };
        slow.DefaultRequestHeaders.Authorization = new("Bearer", await gateway.SignInAsync("analyst-shandong"));
        string[] keys = [.. Enumerable.Range(0, 95).Select(i => $"k{i}: title")];
        using var request = new HttpRequestMessage(HttpMethod.Post, "/exports?format=jsonl")
        {
            Content = JsonContent.Create(new { query = $"{{ papers {{ nodes {{ {string.Join(' ', keys)} }} }} }}" }),
        };
        using var answer = await slow.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await Task.Delay(TimeSpan.FromSeconds(3), Cancellation);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => answer.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    [Trait("Rule", "R4")]
    public async Task What_a_spreadsheet_would_run_is_made_harmless()
    {
        string[] titles = ["=HYPERLINK(\"http://example.test\";\"点\")", "+86 10", "-2+3", "@SUM(A1)", "\tX", "＝1+1", "says \"no\", twice"];
        var writer = gateway.Database.Owner;
        foreach (string title in titles) await new PaperRecords(writer, DemoDistrict, schoolId: null).WriteAsync(title, "2026-11-01", [("佚名" + title, null)]);
        string token = await gateway.SignInAsync("analyst-370403");
        const string query = "{ papers(where: { firstAuthor: { startsWith: \"佚名\" } }, order: [{ title: ASC }]) { nodes { title } } }";

        Assert.Equal(
            "\uFEFFtitle\r\n\"'\tX\"\r\n\"'+86 10\"\r\n\"'-2+3\"\r\n\"'=HYPERLINK(\"\"http://example.test\"\";\"\"点\"\")\"\r\n\"'@SUM(A1)\"\r\n\"says \"\"no\"\", twice\"\r\n\"'＝1+1\"\r\n",
            Encoding.UTF8.GetString(await gateway.ExportAsync(token, "csv", query)));
        Assert.Contains("\r\n+86 10\r\n-2+3\r\n", Encoding.UTF8.GetString(await gateway.ExportAsync(token, "csv-verbatim", query)), StringComparison.Ordinal);
    }

    private static async ValueTask<Stream> ConnectWithLittleRoomAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4_096 };
        await socket.ConnectAsync(context.DnsEndPoint, cancellation);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static async Task<string> CodeAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()!;

    public sealed class ShortExports(PostgresCluster cluster) : FullGatewayFixture(cluster)
    {
        protected override IEnumerable<KeyValuePair<string, string?>> MoreSettings() => [new(SettingsTable.ExportSeconds.Key, "1")];
    }
}
