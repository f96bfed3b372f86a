using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using HomeroomGraph.Gateway.Tests.Access;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Archive;

/// <summary>Files go up by a ticket and one PUT (rule V2).</summary>
public sealed class DocumentUploadTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    private static readonly byte[] Content = SampleFiles.Pdf("开题报告");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "V2")]
    public async Task A_ticket_and_a_put_make_a_document_that_its_uploader_sees()
    {
        var token = await gateway.SignInAsync("research-office");
        var schoolId = await gateway.OwnSchoolAsync(token);
        var payload = await gateway.DoAsync(token, "requestDocumentUpload",
            new { schoolId, category = "PLAN", fileName = "研究方案.pdf", mediaType = "application/pdf", size = Content.Length }, "upload { url ticket expiresAt }");
        var upload = payload.GetProperty("upload");
        var ticket = upload.GetProperty("ticket").GetString()!;
        Assert.Equal($"http://homeroom.test/documents/{ticket}", upload.GetProperty("url").GetString());
        Assert.InRange(upload.GetProperty("expiresAt").GetDateTimeOffset(), DateTimeOffset.UtcNow.AddMinutes(14), DateTimeOffset.UtcNow.AddMinutes(15));

        using var answer = await gateway.PutAsync(token, ticket, Content);

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var document = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        var id = document.GetProperty("id").GetString();
        Assert.Equal($"/documents/{id}", answer.Headers.Location?.OriginalString);
        var seen = (await gateway.PostAsync(
            "query($id: ID!) { document(id: $id) { category fileName mediaType size sha256 uploadedBy school { id } } }", new { id }, token)).GetProperty("data").GetProperty("document");
        Assert.Equal(("PLAN", "研究方案.pdf", "application/pdf", Content.Length, schoolId), (
            Text(seen, "category"), Text(seen, "fileName"), Text(seen, "mediaType"), seen.GetProperty("size").GetInt32(), Text(seen.GetProperty("school"), "id")));
        Assert.Equal((Text(document, "sha256"), "薛城实验小学教科室"), (Text(seen, "sha256"), Text(seen, "uploadedBy")));
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task A_research_officer_uploads_for_a_school_of_the_district_and_sees_it()
    {
        var schoolId = await gateway.OwnSchoolAsync(await gateway.SignInAsync("principal"));
        var officer = await gateway.SignInAsync("research-officer-370403");
        var id = await gateway.UploadAsync(officer, SampleFiles.Pdf("批复"), "批复.pdf", schoolId: schoolId);
        Assert.Equal(HttpStatusCode.OK, (await gateway.GetDocumentAsync(officer, id)).StatusCode);
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task One_post_asks_for_the_ticket_and_uses_it()
    {
        var token = await gateway.SignInAsync("research-office");
        var schoolId = await gateway.OwnSchoolAsync(token);
        using var answer = await PostAsync(token, Content, $"schoolId={schoolId}&category=PLAN&fileName={Uri.EscapeDataString("研究方案.pdf")}");
        var document = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal((HttpStatusCode.Created, "研究方案.pdf", Content.Length), (answer.StatusCode, Text(document, "fileName"), document.GetProperty("size").GetInt32()));
        Assert.Equal(HttpStatusCode.OK, (await gateway.GetDocumentAsync(token, Text(document, "id")!)).StatusCode);
    }

    [Theory]
    [Trait("Rule", "V2")]
    [InlineData("research-office", "category=PLAN&fileName=a.pdf", "MZ\u0090", HttpStatusCode.UnsupportedMediaType, "V2_THE_CONTENT_IS_OF_ITS_TYPE")]
    [InlineData("research-office", "category=PLAN&fileName=a.png", "%PDF-1.7", HttpStatusCode.UnprocessableEntity, "V2_A_FILE_NAME_IS_OF_ITS_TYPE")]
    [InlineData("research-office", "category=0&fileName=a.pdf", "%PDF-1.7", HttpStatusCode.BadRequest, "INVALID_INPUT")]
    [InlineData("research-office", "category=CAT&fileName=a.pdf", "%PDF-1.7", HttpStatusCode.BadRequest, "INVALID_INPUT")]
    [InlineData("analyst-370403", "category=PLAN&fileName=a.pdf", "%PDF-1.7", HttpStatusCode.Forbidden, "NOT_ALLOWED")]
    [InlineData("analyst-371723", "category=PLAN&fileName=a.pdf", "%PDF-1.7", HttpStatusCode.NotFound, "NOT_FOUND")]
    public async Task One_post_is_refused_as_ticket_and_put_are(string user, string query, string content, HttpStatusCode status, string code)
    {
        var schoolId = await gateway.OwnSchoolAsync(await gateway.SignInAsync("principal"));
        using var answer = await PostAsync(await gateway.SignInAsync(user), Encoding.Latin1.GetBytes(content), $"schoolId={schoolId}&{query}");
        Assert.Equal((status, code), await answer.RefusalAsync());
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task One_post_says_school_and_size_or_is_none()
    {
        var token = await gateway.SignInAsync("research-office");
        Assert.Equal((HttpStatusCode.BadRequest, "INVALID_INPUT"), await (await PostAsync(token, Content, "schoolId=x&category=PLAN&fileName=a.pdf")).RefusalAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(null, Content, "category=PLAN&fileName=a.pdf")).StatusCode);
        Assert.Equal((HttpStatusCode.BadRequest, "INVALID_INPUT"), await (await PostAsync(token, Content, $"schoolId={await gateway.OwnSchoolAsync(token)}&category=PLAN&fileName=a.pdf", chunked: true)).RefusalAsync());
    }

    [Theory]
    [Trait("Rule", "V2")]
    [InlineData("analyst-370403", "NOT_ALLOWED")]
    [InlineData("platform-admin", "NOT_ALLOWED")]
    [InlineData("analyst-371723", "NOT_FOUND")]
    public async Task Who_may_not_upload_is_told_so(string user, string code)
    {
        var schoolId = await gateway.OwnSchoolAsync(await gateway.SignInAsync("principal"));
        Assert.Equal(code, await gateway.RefusalAsync(await gateway.SignInAsync(user), "requestDocumentUpload",
            new { schoolId, category = "PLAN", fileName = "a.pdf", mediaType = "application/pdf", size = 10 }));
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task All_that_is_wrong_is_said_at_once_with_code_path_and_rule()
    {
        var token = await gateway.SignInAsync("research-office");
        var payload = await gateway.PostAsync("""
            mutation($input: RequestDocumentUploadInput!) { requestDocumentUpload(input: $input) { upload { url } errors { ... on Error { code path message } ... on RuleBrokenError { rule } } } }
            """, new { input = new { schoolId = await gateway.OwnSchoolAsync(token), category = "PLAN", fileName = "a.exe", mediaType = "text/html", size = 60 << 20 } }, token);
        var refused = payload.GetProperty("data").GetProperty("requestDocumentUpload");
        Assert.Equal(JsonValueKind.Null, refused.GetProperty("upload").ValueKind);
        Assert.Equal(
            ["V2 V2_A_MEDIA_TYPE_IS_OF_THE_LIST input.mediaType", "V2 V2_A_SIZE_IS_WITHIN_THE_LIMIT input.size"],
            refused.GetProperty("errors").EnumerateArray().Select(error =>
                $"{Text(error, "rule")} {Text(error, "code")} {string.Join('.', error.GetProperty("path").EnumerateArray().Select(part => part.GetString()))}"));
        Assert.Contains("50 MiB. 文件大小", Text(refused.GetProperty("errors")[1], "message"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task The_ticket_alone_opens_nothing()
    {
        var token = await gateway.SignInAsync("research-office");
        var ticket = await gateway.TicketAsync(token, Content);

        using var anonymous = await gateway.PutAsync(null, ticket, Content);
        Assert.Equal((HttpStatusCode.Unauthorized, "UNAUTHENTICATED"), await anonymous.RefusalAsync());
        Assert.Equal("Bearer", anonymous.Headers.WwwAuthenticate.ToString());
        using var other = await gateway.PutAsync(await gateway.SignInAsync("principal"), ticket, Content);
        Assert.Equal((HttpStatusCode.NotFound, "NOT_FOUND"), await other.RefusalAsync());
        using var forged = await gateway.PutAsync("e30.e30.e30", ticket, Content);
        Assert.Equal(HttpStatusCode.Unauthorized, forged.StatusCode);
        using var unknown = await gateway.PutAsync(token, "AAAA", Content);
        Assert.Equal((HttpStatusCode.NotFound, "NOT_FOUND"), await unknown.RefusalAsync());

        using var own = await gateway.PutAsync(token, ticket, Content);
        Assert.Equal(HttpStatusCode.Created, own.StatusCode);
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task A_first_password_uploads_nothing()
    {
        var principal = await gateway.SignInAsync("principal");
        var username = $"own-{Guid.NewGuid():N}";
        var made = await gateway.DoAsync(principal, "createAccount",
            new { username, displayName = "新账号", role = "RESEARCH_OFFICE", schoolId = await gateway.OwnSchoolAsync(principal) }, "created { password }");
        var token = await gateway.SignInAsync(username, made.GetProperty("created").GetProperty("password").GetString()!);
        using var answer = await gateway.PutAsync(token, "AAAA", Content);
        Assert.Equal((HttpStatusCode.Forbidden, "PASSWORD_CHANGE_REQUIRED"), await answer.RefusalAsync());
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task A_disabled_account_uploads_nothing_with_the_ticket_it_has()
    {
        var account = await gateway.NewAccountAsync();
        var token = await gateway.SignInAsync(account);
        var ticket = await gateway.TicketAsync(token, Content);
        await gateway.DoAsync(await gateway.SignInAsync("principal"), "disableAccount", new { accountId = account.Id });
        using var answer = await gateway.PutAsync(token, ticket, Content);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task Of_ten_transfers_with_one_ticket_at_once_one_makes_a_document()
    {
        var token = await gateway.SignInAsync("research-office");
        var content = SampleFiles.Pdf(Guid.NewGuid().ToString());
        var ticket = await gateway.TicketAsync(token, content);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            using var answer = await gateway.PutAsync(token, ticket, content);
            return await answer.RefusalAsync();
        }));

        Assert.Single(answers, answer => answer == (HttpStatusCode.Created, null));
        Assert.Equal(9, answers.Count(answer => answer == (HttpStatusCode.Conflict, "V2_A_TICKET_IS_USED_ONCE")));
        Assert.Equal(1, await DocumentsOfAsync(content));
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task Twenty_files_of_one_content_at_once_are_twenty_documents_and_one_content()
    {
        var token = await gateway.SignInAsync("research-office");
        var content = SampleFiles.Pdf(new string('x', 2 << 20)); // More than the body of a GraphQL request may have.
        var ids = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => gateway.UploadAsync(token, content)));
        Assert.Equal(20, ids.Distinct().Count());
        Assert.Equal(20, await DocumentsOfAsync(content));
        Assert.Equal(1, await gateway.Database.Owner.ScalarAsync<long>(
            "select count(*) from homeroom.document_content where sha256 = encode(sha256($1), 'hex')", content));
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task An_expired_ticket_is_gone()
    {
        var token = await gateway.SignInAsync("research-office");
        var ticket = await gateway.TicketAsync(token, Content);
        await gateway.Database.Owner.ExecuteAsync(
            "update upload.ticket set issued_at = issued_at - interval '1 hour', expires_at = issued_at where secret_hash = sha256($1)", Encoding.UTF8.GetBytes(ticket));
        using var answer = await gateway.PutAsync(token, ticket, Content);
        Assert.Equal((HttpStatusCode.Gone, "V2_A_TICKET_IS_USED_IN_TIME"), await answer.RefusalAsync());
    }

    [Theory]
    [Trait("Rule", "V2")]
    [InlineData("application/pdf", "a.pdf", "<html>", 415, "V2_THE_CONTENT_IS_OF_ITS_TYPE")]
    [InlineData("image/png", "a.png", "<svg xmlns='http://www.w3.org/2000/svg'/>", 415, "V2_THE_CONTENT_IS_OF_ITS_TYPE")]
    [InlineData("text/plain", "a.txt", "#!/bin/sh", 415, "V2_NOTHING_IN_A_DOCUMENT_RUNS")]
    public async Task A_content_of_another_kind_is_refused_and_leaves_nothing(string mediaType, string fileName, string text, int status, string code)
    {
        var token = await gateway.SignInAsync("research-office");
        var content = Encoding.UTF8.GetBytes(text + Guid.NewGuid());
        var ticket = await gateway.TicketAsync(token, content, fileName, mediaType);
        using var answer = await gateway.PutAsync(token, ticket, content);
        Assert.Equal(((HttpStatusCode)status, code), await answer.RefusalAsync());
        Assert.Equal(0, await DocumentsOfAsync(content));
        using var again = await gateway.PutAsync(token, ticket, content);
        Assert.Equal((HttpStatusCode.Conflict, "V2_A_TICKET_IS_USED_ONCE"), await again.RefusalAsync());
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task A_hash_that_was_told_is_held_against_what_arrives()
    {
        var token = await gateway.SignInAsync("research-office");
        var payload = await gateway.DoAsync(token, "requestDocumentUpload", new
        {
            schoolId = await gateway.OwnSchoolAsync(token), category = "PLAN", fileName = "a.pdf", mediaType = "application/pdf", size = Content.Length, sha256 = new string('a', 64),
        }, "upload { ticket }");
        using var answer = await gateway.PutAsync(token, payload.GetProperty("upload").GetProperty("ticket").GetString()!, Content);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "V2_THE_HASH_IS_AS_ASKED_FOR"), await answer.RefusalAsync());
    }

    /// <summary>The answer is there although nothing, or far from all, of the body was sent.</summary>
    [Theory]
    [Trait("Rule", "V2")]
    [InlineData("Content-Length: 45000000\r\n\r\n%PDF")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nffffff\r\n")]
    public async Task A_body_too_large_is_refused_before_it_is_read(string rest)
    {
        var token = await gateway.SignInAsync("research-office");
        var ticket = await gateway.TicketAsync(token, Content);
        using var socket = await ConnectAsync();
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"PUT /documents/{ticket} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n{rest}"), Cancellation);
        if (rest.StartsWith('T')) await stream.WriteAsync(new byte[100_000], Cancellation);

        var answer = await ReadHeadAsync(stream);

        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
        Assert.Contains("V2_A_FILE_IS_NOT_LARGER_THAN_ASKED_FOR", answer, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task A_file_that_is_too_short_is_refused()
    {
        var token = await gateway.SignInAsync("research-office");
        using var answer = await gateway.PutAsync(token, await gateway.TicketAsync(token, Content), Content[..^1]);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "V2_A_FILE_IS_NOT_SMALLER_THAN_ASKED_FOR"), await answer.RefusalAsync());
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task A_transfer_that_breaks_off_can_be_begun_again()
    {
        var token = await gateway.SignInAsync("research-office");
        var ticket = await gateway.TicketAsync(token, Content);
        using (var socket = await ConnectAsync())
        {
            await using var stream = new NetworkStream(socket);
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"PUT /documents/{ticket} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\nContent-Length: {Content.Length}\r\n\r\n%PDF"), Cancellation);
            await UntilAsync(ticket, isUsed: true);
        }
        await UntilAsync(ticket, isUsed: false);

        using var answer = await gateway.PutAsync(token, ticket, Content);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    [Fact]
    [Trait("Rule", "V2")]
    public async Task A_part_of_a_file_is_no_file()
    {
        var token = await gateway.SignInAsync("research-office");
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/documents/{await gateway.TicketAsync(token, Content)}") { Content = new ByteArrayContent(Content) };
        request.Content.Headers.ContentRange = new ContentRangeHeaderValue(0, Content.Length - 1, Content.Length * 2);
        request.Headers.Authorization = new("Bearer", token);
        using var answer = await gateway.Http.SendAsync(request, Cancellation);
        Assert.Equal((HttpStatusCode.BadRequest, "BAD_REQUEST"), await answer.RefusalAsync());
    }

    private async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(gateway.Http.BaseAddress!.Host, gateway.Http.BaseAddress.Port, Cancellation);
        return socket;
    }

    private static async Task<string> ReadHeadAsync(Stream stream)
    {
        var answer = new StringBuilder();
        var block = new byte[4096];
        while (!answer.ToString().Contains("V2_", StringComparison.Ordinal) && await stream.ReadAsync(block, Cancellation) is > 0 and int read)
            answer.Append(Encoding.UTF8.GetString(block, 0, read));
        return answer.ToString();
    }

    private async Task UntilAsync(string ticket, bool isUsed)
    {
        while (await gateway.Database.Owner.ScalarAsync<bool>("select used_at is not null from upload.ticket where secret_hash = sha256($1)", Encoding.UTF8.GetBytes(ticket)) != isUsed)
            await Task.Delay(20, Cancellation);
    }

    private Task<long> DocumentsOfAsync(byte[] content) => gateway.Database.Owner.ScalarAsync<long>(
        "select count(*) from homeroom.document where sha256 = encode(sha256($1), 'hex')", content);

    private static string? Text(JsonElement element, string field) => element.GetProperty(field).GetString();

    private async Task<HttpResponseMessage> PostAsync(string? token, byte[] content, string query, bool chunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/documents?" + query) { Content = new ByteArrayContent(content) };
        request.Content.Headers.ContentType = new("application/pdf");
        if (chunked)
        {
            request.Content.Headers.ContentLength = null;
            request.Headers.TransferEncodingChunked = true;
        }
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        return await gateway.Http.SendAsync(request, Cancellation);
    }
}
