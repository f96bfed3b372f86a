using System.Text.Json;
using HomeroomGraph.Gateway.Tests.Access;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Transports;

/// <summary>What subscribers are told, over npm's clients of both protocols: the row policy for each of them, changes through any gateway or
/// none, and how subscriptions end. Each test has an account of its own.</summary>
public abstract class FollowTests(TwoGateways gateway, string protocol) : IClassFixture<TwoGateways>, IAsyncLifetime
{
    private const string Papers = "subscription($ids: [ID!]) { paperChanged(ids: $ids) { id kind version paper { title } } }";

    private readonly NodeConversation _clients = NodeConversation.Start("follow.mjs", [protocol]);
    private string _token = "";
    private OwnAccount _account = null!;
    private Guid _accountId;
    private int _district;
    private long _school, _otherSchool;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await gateway.StartSecondAsync();
        _account = await gateway.NewAccountAsync();
        _token = await gateway.SignInAsync(_account);
        _accountId = await gateway.Database.Owner.ScalarAsync<Guid>("select account_id from access.account where user_name = $1", _account.Username);
        _school = await gateway.Database.Owner.ScalarAsync<long>("select school_id from access.\"grant\" where account_id = $1", _accountId);
        _district = await gateway.Database.Owner.ScalarAsync<int>("select district_id from homeroom.school where school_id = $1", _school);
        _otherSchool = await gateway.Database.Owner.ScalarAsync<long>(
            "select min(school_id) from homeroom.school where district_id = $1 and school_id <> $2", _district, _school);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _clients.DisposeAsync();
    }

    [Fact]
    public async Task A_change_is_told_by_every_gateway_and_only_of_rows_that_the_subscriber_sees()
    {
        await FollowAsync("first", Papers);
        await FollowAsync("second", Papers, atSecond: true);

        await WriteAsync(_otherSchool, "foreign");
        long paper = await WriteAsync(_school, "own");
        await UpdateAsync("title = 'own, changed'", paper);

        foreach (string subscriber in (string[])["first", "second"])
        {
            var told = await NextAsync(subscriber);
            Assert.Equal((IdOf(paper), "own"), (told.Id, told.Title[..3]));
            long version = told.Version;
            if (told.Kind == "CREATED" && told.Title == "own")
            {
                told = await NextAsync(subscriber);
                Assert.True(told.Version > version);
            }
            Assert.Equal("own, changed", told.Title);
        }
    }

    [Fact]
    public async Task A_row_that_leaves_the_reach_is_told_as_gone_to_who_saw_it_and_to_nobody_else()
    {
        long seen = await WriteAsync(_school, "seen"), unseen = await WriteAsync(_school, "unseen"), foreign = await WriteAsync(_otherSchool, "foreign");
        await gateway.UntilReadableAsync();
        await FollowAsync("named", Papers, new { ids = new[] { IdOf(seen), IdOf(foreign) } });
        await FollowAsync("all", Papers, count: 2);

        await UpdateAsync($"school_id = {_otherSchool}", seen);
        await UpdateAsync($"school_id = {_otherSchool}", unseen);
        await UpdateAsync("title = 'foreign, changed'", foreign);
        Assert.Equal((IdOf(seen), "DELETED", ""), await KindAsync("named"));

        // It comes back and goes for good; who follows all has seen it now.
        await UpdateAsync($"school_id = {_school}", seen);
        Assert.Equal((IdOf(seen), "UPDATED", "seen"), await KindAsync("named"));
        Assert.Equal((IdOf(seen), "UPDATED", "seen"), await KindAsync("all"));
        await gateway.Database.Writer.ExecuteAsync("delete from homeroom.paper where district_id = $1 and paper_id = any ($2)", _district, new[] { seen, unseen });
        Assert.Equal((IdOf(seen), "DELETED", ""), await KindAsync("named"));
        Assert.Equal((IdOf(seen), "DELETED", ""), await KindAsync("all"));
    }

    [Fact]
    public async Task Rows_that_are_changed_at_once_are_told_one_by_one_and_too_many_end_the_subscription()
    {
        await FollowAsync("many", Papers);
        var papers = (await WriteAsync(_school, "bulk", TwoGateways.Waiting)).ConvertAll(IdOf);
        var told = new List<string>();
        while (told.Count < papers.Count) told.Add((await KindAsync("many")).Id);
        Assert.Equal(papers.Order(), told.Order());

        // Far more than may wait, for some are sent while the others are still put in the row.
        await WriteAsync(_school, "more", TwoGateways.Waiting * 4);
        Assert.Equal("SUBSCRIBER_TOO_SLOW", await ErrorAsync("many"));
        await gateway.UntilFollowedAsync(_accountId, 0);
    }

    [Fact]
    public async Task What_changes_while_nobody_can_listen_is_told_afterwards()
    {
        await FollowAsync("late", Papers);
        await gateway.Database.Owner.ExecuteAsync(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'homeroom_feed'");
        await WriteAsync(_school, "meanwhile");
        Assert.Equal("meanwhile", (await NextAsync("late")).Title);
        await WriteAsync(_school, "afterwards");
        Assert.Equal("afterwards", (await NextAsync("late")).Title);
    }

    [Fact]
    public async Task A_subscription_ends_with_its_token()
    {
        await FollowAsync("until", Papers);
        gateway.Time.Forward(TimeSpan.FromMinutes(61));
        Assert.Equal(protocol == "ws" ? "4403" : "UNAUTHENTICATED", await ErrorAsync("until"));
        await gateway.UntilFollowedAsync(_accountId, 0);
    }

    [Theory]
    [InlineData("revokeRole")]
    [InlineData("disableAccount")]
    [InlineData("signOutEverywhere")]
    public async Task A_subscription_ends_with_the_rights_it_rests_on_although_nothing_changes(string change)
    {
        await FollowAsync("until", Papers);
        var admin = await gateway.SignInAsync("principal");
        var roles = await gateway.PostAsync("query($account: ID!) { accountRoles(where: {account: {id: {eq: $account}}}) { nodes { id } } }", new { account = _account.Id }, admin);
        string role = roles.GetProperty("data").GetProperty("accountRoles").GetProperty("nodes")[0].GetProperty("id").GetString()!;
        await gateway.DoAsync(admin, change, change == "revokeRole" ? new { roleId = role } : new { accountId = _account.Id });
        Assert.Equal(protocol == "ws" ? "4403" : "ACCESS_CHANGED", await ErrorAsync("until"));
        await gateway.UntilFollowedAsync(_accountId, 0);
    }

    [Fact]
    public async Task Subscriptions_are_bounded_for_an_account_and_in_their_ids()
    {
        for (int n = 1; n <= TwoGateways.PerAccount; n++) await FollowAsync($"{n}", Papers, count: n);
        await SayAsync("more", Papers);
        Assert.Equal("LIMIT_EXCEEDED", await ErrorAsync("more"));
        await _clients.SayAsync(new { stop = "1" });
        await gateway.UntilFollowedAsync(_accountId, TwoGateways.PerAccount - 1);

        await SayAsync("ids", Papers, new { ids = Enumerable.Range(1, TwoGateways.Ids + 1).Select(n => IdOf(n)) });
        Assert.Equal("LIMIT_EXCEEDED", await ErrorAsync("ids"));
        await SayAsync("wrong", Papers, new { ids = new[] { new GlobalId("School", new RowKey(1, 1)).ToString() } });
        Assert.Equal("INVALID_ID", await ErrorAsync("wrong"));
    }

    [Theory]
    [InlineData("{ viewer { username } }", null)]
    [InlineData("mutation { changePassword(input: {currentPassword: \"x\", newPassword: \"y\"}) { errors { __typename } } }", null)]
    [InlineData("{ nothing }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("{", "GRAPHQL_PARSE_FAILED")]
    [InlineData("subscription { paperChanged { id } schoolChanged { id } }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("subscription { __typename }", "GRAPHQL_VALIDATION_FAILED")]
    public async Task Other_operations_give_one_answer_and_errors_are_told(string query, string? error)
    {
        await SayAsync("one", query);
        if (error is not null)
        {
            Assert.Equal(error, await ErrorAsync("one"));
            return;
        }
        var answer = await HearAsync("one");
        Assert.Equal(JsonValueKind.Object, answer.GetProperty("next").GetProperty("data").ValueKind);
        Assert.True((await HearAsync("one")).GetProperty("complete").GetBoolean());
    }

    [Fact]
    public async Task Nobody_follows_without_a_token()
    {
        await SayAsync("nobody", Papers, token: null);
        Assert.Equal(protocol == "ws" ? "4403" : "UNAUTHENTICATED", await ErrorAsync("nobody"));
    }

    [Fact]
    public async Task A_gateway_that_stops_lets_its_subscribers_go()
    {
        await FollowAsync("leaving", Papers, atSecond: true);
        var stopping = gateway.StopSecondAsync();
        var last = await HearAsync("leaving");
        if (protocol == "ws") Assert.Equal(1001, last.GetProperty("closed").GetProperty("code").GetInt32());
        else Assert.True(last.GetProperty("complete").GetBoolean());
        await stopping;
    }

    private async Task FollowAsync(string subscriber, string query, object? variables = null, int count = 1, bool atSecond = false)
    {
        await SayAsync(subscriber, query, variables, atSecond);
        await gateway.UntilFollowedAsync(_accountId, count, atSecond);
    }

    private Task SayAsync(string subscriber, string query, object? variables = null, bool atSecond = false) =>
        SayAsync(subscriber, query, _token, variables, atSecond);

    private Task SayAsync(string subscriber, string query, string? token, object? variables = null, bool atSecond = false) =>
        _clients.SayAsync(new { @as = subscriber, url = atSecond ? gateway.Second : gateway.First, token, query, variables });

    private readonly Dictionary<string, Queue<JsonElement>> _heard = [];

    private async Task<JsonElement> HearAsync(string subscriber)
    {
        while (true)
        {
            if (_heard.TryGetValue(subscriber, out var lines) && lines.TryDequeue(out var line)) return line;
            var next = await _clients.HearAsync(Cancellation);
            string of = next.GetProperty("as").GetString()!;
            if (!_heard.TryGetValue(of, out var queue)) _heard[of] = queue = [];
            queue.Enqueue(next);
        }
    }

    private async Task<(string Id, string Kind, long Version, string Title)> NextAsync(string subscriber)
    {
        var line = await HearAsync(subscriber);
        Assert.True(line.TryGetProperty("next", out var next) && next.TryGetProperty("data", out _), line.ToString());
        var change = next.GetProperty("data").GetProperty("paperChanged");
        var paper = change.GetProperty("paper");
        return (change.GetProperty("id").GetString()!, change.GetProperty("kind").GetString()!, change.GetProperty("version").GetInt64(),
            paper.ValueKind == JsonValueKind.Null ? "" : paper.GetProperty("title").GetString()!);
    }

    private async Task<(string Id, string Kind, string Title)> KindAsync(string subscriber)
    {
        var (id, kind, _, title) = await NextAsync(subscriber);
        return (id, kind, title);
    }

    /// <summary>The code of the error that ends it, or that of the closed connection. Rows that came before are passed over.</summary>
    private async Task<string?> ErrorAsync(string subscriber)
    {
        while (true)
        {
            var line = await HearAsync(subscriber);
            if (line.TryGetProperty("closed", out var closed)) return $"{closed.GetProperty("code")}";
            if (line.TryGetProperty("error", out var errors)) return CodeOf(errors);
            Assert.True(line.TryGetProperty("next", out var next), line.ToString());
            if (!next.TryGetProperty("errors", out errors)) continue;
            Assert.True((await HearAsync(subscriber)).GetProperty("complete").GetBoolean());
            return CodeOf(errors);
        }

        static string? CodeOf(JsonElement errors) => errors[0].GetProperty("extensions").GetProperty("code").GetString();
    }

    private string IdOf(long paper) => new GlobalId("Paper", new RowKey(_district, paper)).ToString();

    private async Task<long> WriteAsync(long school, string title) => Assert.Single(await WriteAsync(school, title, count: 1));

    /// <summary>Papers of one statement, the titles of several numbered.</summary>
    private Task<List<long>> WriteAsync(long school, string title, int count) => gateway.Database.Writer.ColumnAsync<long>("""
        with papers as (
            insert into homeroom.paper (district_id, school_id, kind, title, published_on, first_author)
            select $1, $2, 'paper', case $4 when 1 then $3 else concat($3, ' ', n) end, '2026-09-01', $5 from generate_series(1, $4) n returning paper_id),
        authors as (
            insert into homeroom.paper_author (district_id, paper_id, position, name) select $1, paper_id, 1, $5 from papers)
        select paper_id from papers
        """, _district, school, title, count, _account.Username);

    private Task UpdateAsync(string set, long paper) =>
        gateway.Database.Writer.ExecuteAsync($"update homeroom.paper set {set} where district_id = $1 and paper_id = $2", _district, paper);
}

/// <summary>Over server-sent events, with npm's graphql-sse.</summary>
public sealed class EventStreamFollowTests(TwoGateways gateway) : FollowTests(gateway, "sse");

/// <summary>Over WebSockets, with npm's graphql-ws.</summary>
public sealed class WebSocketFollowTests(TwoGateways gateway) : FollowTests(gateway, "ws");
