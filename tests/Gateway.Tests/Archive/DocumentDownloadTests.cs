using System.Net;
using System.Net.Http.Headers;
using HomeroomGraph.Gateway.Tests.Access;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Archive;

/// <summary>A document's content goes to who sees the document, under headers by which no browser runs anything of it (rule V2).</summary>
public sealed class DocumentDownloadTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    private static readonly byte[] Content = SampleFiles.Pdf("研究报告");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "V2")]
    public async Task A_document_comes_as_a_file_with_safe_headers()
    {
        var token = await gateway.SignInAsync("research-office");
        var id = await gateway.UploadAsync(token, Content, "研究\"报告\"; 一.pdf");

        using var answer = await gateway.GetDocumentAsync(token, id);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Content, await answer.Content.ReadAsByteArrayAsync(Cancellation));
        var disposition = answer.Content.Headers.ContentDisposition!;
        Assert.Equal(("attachment", "研究\"报告\"; 一.pdf"), (disposition.DispositionType, disposition.FileNameStar));
        Assert.Equal(("application/pdf", (long?)Content.Length), (answer.Content.Headers.ContentType!.ToString(), answer.Content.Headers.ContentLength));
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("default-src 'none'; frame-ancestors 'none'; sandbox", Header(answer, "Content-Security-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Resource-Policy"));
        Assert.Equal("DENY", Header(answer, "X-Frame-Options"));
        Assert.Equal((true, true), (answer.Headers.CacheControl!.Private, answer.Headers.CacheControl.NoCache));
        Assert.Equal("bytes", answer.Headers.AcceptRanges.ToString());
        Assert.Equal("Authorization", answer.Headers.Vary.ToString());
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task What_is_known_already_is_not_sent_again_and_a_part_is_a_part()
    {
        var token = await gateway.SignInAsync("research-office");
        var content = SampleFiles.Pdf(new string('y', 1_200_000));
        var id = await gateway.UploadAsync(token, content);

        using var head = await gateway.GetDocumentAsync(token, id, HttpMethod.Head);
        Assert.Equal((HttpStatusCode.OK, (long?)content.Length), (head.StatusCode, head.Content.Headers.ContentLength));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancellation));
        var tag = head.Headers.ETag!;

        using var known = await gateway.GetDocumentAsync(token, id, headers: headers => headers.IfNoneMatch.Add(tag));
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        using var part = await gateway.GetDocumentAsync(token, id, headers: headers => headers.Range = new RangeHeaderValue(600_000, 600_099));
        Assert.Equal((HttpStatusCode.PartialContent, $"bytes 600000-600099/{content.Length}"), (part.StatusCode, part.Content.Headers.ContentRange!.ToString()));
        Assert.Equal(content[600_000..600_100], await part.Content.ReadAsByteArrayAsync(Cancellation));
        using var end = await gateway.GetDocumentAsync(token, id, headers: headers => headers.Range = new RangeHeaderValue(null, 5));
        Assert.Equal("%%EOF"u8.ToArray(), await end.Content.ReadAsByteArrayAsync(Cancellation));
        using var beyond = await gateway.GetDocumentAsync(token, id, headers: headers => headers.Range = new RangeHeaderValue(content.Length, null));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task Pictures_recordings_and_pdf_are_shown_in_place_where_asked_and_nothing_else()
    {
        var token = await gateway.SignInAsync("research-office");
        foreach (var (content, name, mediaType, shown) in new[]
        {
            (Content, "a.pdf", "application/pdf", "inline"), (SampleFiles.Png, "a.png", "image/png", "inline"), (SampleFiles.Mp3, "a.mp3", "audio/mpeg", "inline"),
            (SampleFiles.Mp4(), "a.mp4", "video/mp4", "inline"), (SampleFiles.Docx(), "a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "attachment"),
            ("<html><script>alert(1)</script></html>"u8.ToArray(), "a.txt", "text/plain", "attachment"),
        })
        {
            var id = await gateway.UploadAsync(token, content, name, mediaType);
            using var answer = await gateway.GetDocumentAsync(token, id + "?inline");
            Assert.Equal((mediaType, shown), (answer.Content.Headers.ContentType!.ToString(), answer.Content.Headers.ContentDisposition!.DispositionType));
            Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
            Assert.EndsWith("sandbox", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        }
    }

    /// <summary>Wall one's rule and wall two's, and no third: who sees the row by GraphQL gets the content, and nobody else.</summary>
    [Fact]
    [Trait("Rule", "V2")]
    public async Task Who_does_not_see_the_document_finds_none()
    {
        var office = await gateway.SignInAsync("research-office");
        var id = await gateway.UploadAsync(office, Content);
        var missing = new GraphQL.Paging.GlobalId("Document", new GraphQL.Paging.RowKey(1, 987_654_321)).ToString();
        string[] users = ["research-office", "principal", "academic-affairs", "leading-group", "moral-office", "grade-head", "teacher", "analyst-370403", "analyst-371723", "analyst-shandong", "auditor", "platform-admin"];
        string[] before = await ReadersAsync(users, id, missing);
        Assert.Equal(["research-office"], before);

        await gateway.AttachAsync(id); // To a draft: its leader's and nobody else's.
        Assert.Equal(["research-office"], await ReadersAsync(users, id, missing));
        await gateway.Database.Owner.ExecuteAsync("""
            begin; set local session_replication_role = replica;
            update homeroom.research_project set state = 'running', approval_body = 'B', approval_number = 'N', approved_on = '2026-10-01', due_on = '2027-10-01' where title = 'T';
            commit
            """);
        Assert.Equal(["research-office", "principal", "academic-affairs", "leading-group", "analyst-370403", "analyst-shandong"], await ReadersAsync(users, id, missing));
    }

    [Theory]
    [Trait("Rule", "V2")]
    [InlineData("x")]
    [InlineData("../graphql")]
    [InlineData("RG9jdW1lbnQ6MQ")]
    public async Task What_is_no_id_is_not_there(string id)
    {
        using var answer = await gateway.GetDocumentAsync(await gateway.SignInAsync("research-office"), Uri.EscapeDataString(id));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    /// <summary>A file goes up by POST to where all are; there is no list of them.</summary>
    [Fact]
    public async Task Without_an_id_there_is_nothing_to_get()
    {
        using var answer = await gateway.GetDocumentAsync(await gateway.SignInAsync("research-office"), "");
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "POST"), (answer.StatusCode, answer.Content.Headers.Allow.Single()));
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task Without_a_token_there_is_nothing()
    {
        var token = await gateway.SignInAsync("research-office");
        var id = await gateway.UploadAsync(token, Content);
        using var answer = await gateway.GetDocumentAsync(null, id);
        Assert.Equal((HttpStatusCode.Unauthorized, "UNAUTHENTICATED"), await answer.RefusalAsync());
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task Rights_that_end_end_at_once()
    {
        var account = await gateway.NewAccountAsync();
        var token = await gateway.SignInAsync(account);
        var id = await gateway.UploadAsync(token, Content);
        Assert.Equal(HttpStatusCode.OK, (await gateway.GetDocumentAsync(token, id)).StatusCode);
        await gateway.Database.Access.ExecuteAsync(
            "delete from access.\"grant\" g using access.account a where a.account_id = g.account_id and a.user_name = $1", account.Username);
        Assert.Equal(HttpStatusCode.NotFound, (await gateway.GetDocumentAsync(token, id)).StatusCode);
    }

    private async Task<string[]> ReadersAsync(string[] users, string id, string missing)
    {
        var readers = new List<string>();
        foreach (var user in users)
        {
            var token = await gateway.SignInAsync(user);
            using var answer = await gateway.GetDocumentAsync(token, id);
            var seen = await gateway.PostAsync("query($id: ID!) { document(id: $id) { id } }", new { id }, token);
            bool isSeen = seen.GetProperty("data").GetProperty("document").ValueKind == System.Text.Json.JsonValueKind.Object;
            Assert.Equal(isSeen ? HttpStatusCode.OK : HttpStatusCode.NotFound, answer.StatusCode);
            if (isSeen) readers.Add(user);
            else
            {
                using var nothing = await gateway.GetDocumentAsync(token, missing);
                Assert.Equal(await nothing.Content.ReadAsStringAsync(Cancellation), await answer.Content.ReadAsStringAsync(Cancellation));
                Assert.Equal(nothing.ToString().Split("Date:")[0], answer.ToString().Split("Date:")[0]);
            }
        }
        return [.. readers];
    }

    private static string? Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
