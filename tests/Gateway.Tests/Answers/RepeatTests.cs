using System.Net;
using System.Net.Http.Json;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Answers;

/// <summary>When nothing changed: 304 to whoever has the answer still, the kept answer to whoever asks again, and what makes another one.</summary>
public sealed class RepeatTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    private const string Schools = "query Schools($first: Int = 3) { schools(first: $first) { nodes { name classCount } } }";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_repeated_get_is_answered_304_without_a_body_until_something_is_changed()
    {
        string token = await gateway.SignInAsync("analyst-370403");
        using var first = await GetAsync(Schools, token);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        string tag = first.Headers.ETag!.ToString();
        Assert.Equal("no-cache, must-revalidate, private, max-age=0".Split(", ").Order(), first.Headers.CacheControl!.ToString().Split(", ").Order());
        Assert.Equal(["Accept", "Accept-Encoding", "Authorization"], first.Headers.Vary.Order());

        using var second = await GetAsync(Schools, token, tag);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(tag, second.Headers.ETag!.ToString());
        Assert.Equal(first.Headers.CacheControl, second.Headers.CacheControl);
        Assert.Equal(first.Headers.Vary, second.Headers.Vary);
        Assert.Null(second.Content.Headers.ContentType);

        await TouchAsync("homeroom.teacher");
        Assert.Equal(HttpStatusCode.NotModified, (await GetAsync(Schools, token, tag)).StatusCode);
        await TouchAsync("homeroom.school");
        using var changed = await GetAsync(Schools, token, tag);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(tag, changed.Headers.ETag!.ToString());
        Assert.Equal(await first.Content.ReadAsStringAsync(Cancellation), await changed.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task Another_viewer_form_or_variable_has_another_tag_and_another_coding_has_not()
    {
        string token = await gateway.SignInAsync("analyst-370403");
        string tag = (await TagAsync(Schools, token))!;
        Assert.Equal(tag, await TagAsync(Schools, token));
        Assert.Equal(tag, await TagAsync(Schools, token, encoding: "br"));
        string?[] others =
        [
            await TagAsync(Schools, await gateway.SignInAsync("analyst-371723")),
            await TagAsync(Schools, await gateway.SignInAsync("research-officer-370403")),
            await TagAsync(Schools, token, accept: "application/graphql-response+json"),
            await TagAsync(Schools, token, variables: "{\"first\":2}"),
            await TagAsync(Schools + " ", token),
        ];
        Assert.All(others, Assert.NotNull);
        Assert.Equal(others.Length + 1, others.Append(tag).Distinct().Count());
    }

    [Fact]
    public async Task A_documents_name_and_its_hash_serve_as_well_as_its_text()
    {
        string token = await gateway.SignInAsync("analyst-370403");
        const string text = "{ schools(first: 1) { nodes { code } } }";
        string hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
        await gateway.PostAsync(text, token: token);
        string query = $"/graphql?extensions={Uri.EscapeDataString($$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{hash}}}"}}""")}";
        using var first = await SendAsync(HttpMethod.Get, query, token);
        using var second = await SendAsync(HttpMethod.Get, query, token, first.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task What_is_asked_a_third_time_comes_from_memory_for_one_statement()
    {
        string token = await gateway.SignInAsync("analyst-370403");
        const string query = "{ schools(first: 50) { nodes { id name code classes(first: 20) { nodes { name } } } } }";
        var answers = new List<string>();
        for (int i = 0; i < 2; i++) answers.Add((await gateway.PostAsync(query, token: token)).GetRawText());
        using var statements = new StatementCount(gateway.TestDatabase);
        answers.Add((await gateway.PostAsync(query, token: token)).GetRawText());
        Assert.Equal(["select changes, lineage from reach.changes($1, $2, $3)"], statements.Texts);
        Assert.Single(answers.Distinct());

        await TouchAsync("homeroom.class");
        statements.Texts.Clear();
        Assert.Equal(answers[0], (await gateway.PostAsync(query, token: token)).GetRawText());
        Assert.Contains(statements.Texts, text => text.Contains("reach.enter_counted", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData(null)]
    public async Task The_kept_answer_comes_in_every_coding(string? coding)
    {
        string token = await gateway.SignInAsync("analyst-370403");
        const string query = "{ schools(first: 50) { nodes { id name code kept: classes(first: 20) { nodes { id name } } } } }";
        string plain = (await gateway.PostAsync(query, token: token)).GetRawText();
        for (int i = 0; i < 3; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }) };
            request.Headers.Authorization = new("Bearer", token);
            if (coding is not null) request.Headers.Add("Accept-Encoding", coding);
            using var answer = await gateway.Http.SendAsync(request, Cancellation);
            Assert.Equal(coding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
            var body = await answer.Content.ReadAsStreamAsync(Cancellation);
            using var text = new StreamReader(coding switch
            {
                "br" => new System.IO.Compression.BrotliStream(body, System.IO.Compression.CompressionMode.Decompress),
                "gzip" => new System.IO.Compression.GZipStream(body, System.IO.Compression.CompressionMode.Decompress),
                _ => body,
            });
            Assert.Equal(plain, await text.ReadToEndAsync(Cancellation));
        }
    }

    [Theory]
    [InlineData("{ viewer { username } }")]
    [InlineData("{ __schema { queryType { name } } }")]
    [InlineData("{ auditEntries(first: 1) { nodes { id } } }")]
    [InlineData("{ nowhere }")]
    [InlineData("query($id: ID!) { school(id: $id) { name } }")]
    public async Task What_rests_on_more_than_counted_rows_or_fails_has_no_tag_and_is_stored_by_nobody(string query)
    {
        string token = await gateway.SignInAsync("auditor");
        for (int i = 0; i < 3; i++)
        {
            using var answer = await GetAsync(query, token);
            Assert.Null(answer.Headers.ETag);
            Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        }
    }

    [Fact]
    public async Task A_report_of_the_cost_and_a_post_have_no_tag()
    {
        string token = await gateway.SignInAsync("analyst-370403");
        using var reported = await GetAsync(Schools, token, cost: "report");
        Assert.Null(reported.Headers.ETag);
        using var posted = await gateway.SendAsync(Schools, token: token);
        Assert.Null(posted.Headers.ETag);
        Assert.Equal("no-store", posted.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task Rights_that_were_taken_and_an_account_that_was_disabled_are_found_by_the_look_up()
    {
        string token = await gateway.SignInAsync("moral-officer-370403");
        string tag = (await TagAsync(Schools, token))!;
        await gateway.Database.Owner.ExecuteAsync("update access.account set access_version = access_version + 1 where user_name = 'moral-officer-370403'");
        using var other = await GetAsync(Schools, token, tag);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        string again = (await TagAsync(Schools, token))!;
        Assert.NotEqual(tag, again);

        await gateway.Database.Owner.ExecuteAsync("update access.account set is_disabled = true where user_name = 'moral-officer-370403'");
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(Schools, token, again)).StatusCode);
    }

    private Task TouchAsync(string table) =>
        gateway.Database.Owner.ExecuteAsync($"update {table} set name = name where district_id = (select district_id from homeroom.district where code = '370403')");

    private async Task<string?> TagAsync(string query, string token, string? variables = null, string? accept = null, string? encoding = null)
    {
        using var answer = await GetAsync(query, token, variables: variables, accept: accept, encoding: encoding);
        return answer.Headers.ETag?.ToString();
    }

    private Task<HttpResponseMessage> GetAsync(
        string query, string token, string? tag = null, string? variables = null, string? accept = null, string? encoding = null, string? cost = null) =>
        SendAsync(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString(query)}{(variables is null ? "" : $"&variables={Uri.EscapeDataString(variables)}")}",
            token, tag, accept, encoding, cost);

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string url, string token, string? tag = null, string? accept = null, string? encoding = null, string? cost = null)
    {
        using var request = new HttpRequestMessage(method, url);
        request.Headers.Authorization = new("Bearer", token);
        if (tag is not null) request.Headers.Add("If-None-Match", tag);
        if (accept is not null) request.Headers.Add("Accept", accept);
        if (encoding is not null) request.Headers.Add("Accept-Encoding", encoding);
        if (cost is not null) request.Headers.Add("GraphQL-Cost", cost);
        return await gateway.Http.SendAsync(request, Cancellation);
    }
}
