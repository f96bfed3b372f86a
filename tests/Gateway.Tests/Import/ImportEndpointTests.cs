using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using HomeroomGraph.Data.Import;
using HomeroomGraph.Gateway.Tests.Access;
using HomeroomGraph.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace HomeroomGraph.Gateway.Tests.Import;

/// <summary>Files given over HTTP, and their runs as the API tells them.</summary>
public sealed class ImportEndpointTests(GatewayFixture gateway) : IClassFixture<GatewayFixture>
{
    private const string RunQuery =
        """
        query($id: ID!) { importRun(id: $id) {
            kind state fileName dryRun acceptGood errors warnings stepsDone stepsTotal failureCode requestedBy district { code } school { name }
            counts(first: 20) { nodes { kind read accepted created changed } }
            findings(first: 20) { nodes { severity file line column code value english } }
        } }
        """;

    private const string Papers =
        """
        [{"id": 1, "title": "家校沟通的策略", "author": [{"literal": "某某"}], "issued": {"date-parts": [[2024]]}},
         {"id": 2, "title": "", "author": [{"literal": "某某"}], "issued": {"date-parts": [[2024]]}}]
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_administrator_gives_a_file_and_follows_its_run()
    {
        var token = await gateway.SignInAsync("platform-admin");
        var district = await OwnDistrictAsync("platform-admin");

        var refused = await FollowedAsync(token, await SendAsync(token, "papers", district, Papers, "&fileName=论文.json"));
        Assert.Equal(("PAPERS", "REFUSED", "论文.json", 1), (Text(refused, "kind"), Text(refused, "state"), Text(refused, "fileName"), refused.GetProperty("errors").GetInt32()));
        var finding = refused.GetProperty("findings").GetProperty("nodes")[0];
        Assert.Equal(("ERROR", 2, "title", "missing"), (Text(finding, "severity"), finding.GetProperty("line").GetInt32(), Text(finding, "column"), Text(finding, "code")));

        var rehearsed = await FollowedAsync(token, await SendAsync(token, "papers", district, Papers, "&dryRun=true&acceptGood=true"));
        Assert.Equal(("REHEARSED", true), (Text(rehearsed, "state"), rehearsed.GetProperty("dryRun").GetBoolean()));

        var applied = await FollowedAsync(token, await SendAsync(token, "papers", district, Papers, "&acceptGood=true"));
        Assert.Equal("APPLIED", Text(applied, "state"));
        Assert.Equal(1, applied.GetProperty("counts").GetProperty("nodes")[0].GetProperty("created").GetInt32());
        Assert.Equal(applied.GetProperty("stepsTotal").GetInt32(), applied.GetProperty("stepsDone").GetInt32());
        Assert.Equal(await AccountAsync("platform-admin"), Text(applied, "requestedBy"));
    }

    [Fact]
    public async Task A_file_that_is_no_such_file_ends_as_a_failure_that_says_why()
    {
        var token = await gateway.SignInAsync("platform-admin");
        var run = await FollowedAsync(token, await SendAsync(token, "oneroster", await OwnDistrictAsync("platform-admin"), "no zip", ""));
        Assert.Equal(("FAILED", "not-a-zip"), (Text(run, "state"), Text(run, "failureCode")));
    }

    [Fact]
    public async Task An_office_brings_its_own_schools_roll_and_nothing_else()
    {
        const string office = "academic-affairs";
        var token = await gateway.SignInAsync(office);
        var district = await OwnDistrictAsync(office);
        var run = await FollowedAsync(token, await SendAsync(token, "roll", district, "工号,姓名\n不存在1,某人\n", "&dryRun=true"));
        Assert.NotNull(Text(run.GetProperty("school"), "name"));
        Assert.Equal("REHEARSED", Text(run, "state"));

        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(token, "oneroster", district, "x", "")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(token, "roll", "999999", "x", "")).StatusCode);
    }

    [Fact]
    public async Task Who_may_not_import_is_told_so_and_leaves_no_run()
    {
        var before = await gateway.Database.Owner.ColumnAsync<long>("select count(*) from import.run where kind = 'papers' and state = 'queued'");
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(null, "papers", "371723", Papers, "")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(await gateway.SignInAsync("teacher"), "roll", await OwnDistrictAsync("teacher"), "x", "")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(await gateway.SignInAsync("platform-admin"), "excel", "371723", "x", "")).StatusCode);
        Assert.Equal(before, await gateway.Database.Owner.ColumnAsync<long>("select count(*) from import.run where kind = 'papers' and state = 'queued'"));
    }

    [Fact]
    public async Task A_first_password_imports_nothing()
    {
        var principal = await gateway.SignInAsync("principal");
        var username = $"own-{Guid.NewGuid():N}";
        var made = await gateway.DoAsync(principal, "createAccount",
            new { username, displayName = "新账号", role = "ACADEMIC_AFFAIRS", schoolId = await gateway.OwnSchoolAsync(principal) }, "created { password }");
        var token = await gateway.SignInAsync(username, made.GetProperty("created").GetProperty("password").GetString()!);
        var answer = await SendAsync(token, "roll", await OwnDistrictAsync("principal"), "工号,姓名\n", "&dryRun=true");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("PASSWORD_CHANGE_REQUIRED", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_teacher_sees_no_run()
    {
        var admin = await gateway.SignInAsync("platform-admin");
        var answer = await SendAsync(admin, "papers", await OwnDistrictAsync("platform-admin"), "[]", "&dryRun=true");
        var id = Text(await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel), "id");
        await gateway.Services.GetRequiredService<ImportJobs>().IdleAsync();
        var seen = await gateway.PostAsync("query($id: ID!) { importRun(id: $id) { id } importRuns { totalCount } }", new { id }, await gateway.SignInAsync("teacher"));
        Assert.Equal(JsonValueKind.Null, seen.GetProperty("data").GetProperty("importRun").ValueKind);
        Assert.Equal(0, seen.GetProperty("data").GetProperty("importRuns").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task Runs_of_a_server_that_was_stopped_are_shown_as_interrupted_after_its_start()
    {
        const string insert =
            """
            insert into import.run (district_id, kind, file_name, file_sha256, state)
            select district_id, 'roll', 'lost.csv', repeat('0', 64), state
            from (select min(district_id) as district_id from homeroom.district) d, unnest(array['queued', 'checking', 'storing']) state
            returning run_id
            """;
        await gateway.Database.Owner.ColumnAsync<long>(insert);
        await gateway.Services.GetRequiredService<ImportJobs>().RecoverAsync(Cancel);
        Assert.Equal(["interrupted"], await gateway.Database.Owner.ColumnAsync<string>("select distinct state from import.run where file_name = 'lost.csv'"));
    }

    private async Task<HttpResponseMessage> SendAsync(string? token, string kind, string district, string body, string more)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/imports/{kind}?district={district}{more}")
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)),
        };
        if (token is not null) request.Headers.Authorization = new("Bearer", token);
        return await gateway.Http.SendAsync(request, Cancel);
    }

    private async Task<JsonElement> FollowedAsync(string token, HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var id = Text(await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel), "id");
        await gateway.Services.GetRequiredService<ImportJobs>().IdleAsync();
        var followed = await gateway.PostAsync(RunQuery, new { id }, token);
        Assert.False(followed.TryGetProperty("errors", out var errors), errors.ToString());
        return followed.GetProperty("data").GetProperty("importRun");
    }

    private async Task<string> OwnDistrictAsync(string account) => (await gateway.Database.Owner.ColumnAsync<string>(
        $"""
        select d.code from access.account a join access."grant" g using (account_id) join homeroom.district d on d.district_id = g.district_id
        where a.user_name = '{account}' order by d.code limit 1
        """)).Single();

    private async Task<string> AccountAsync(string account) =>
        (await gateway.Database.Owner.ColumnAsync<string>($"select account_id::text from access.account where user_name = '{account}'")).Single();

    private static string? Text(JsonElement element, string field) => element.GetProperty(field).GetString();
}
