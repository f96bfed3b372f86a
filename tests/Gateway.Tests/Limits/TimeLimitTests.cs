using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using HomeroomGraph.Data;

namespace HomeroomGraph.Gateway.Tests.Limits;

/// <summary>Time and turns: what takes too long is stopped in PostgreSQL too, and a client who asks for too much at once waits or comes again.</summary>
public sealed class TimeLimitTests(SlowDatabaseFixture gateway) : IClassFixture<SlowDatabaseFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_statement_that_takes_too_long_is_cancelled_and_the_client_told()
    {
        string token = await gateway.SignInAsync("analyst-370403");
        await using (await gateway.LockAsync())
        {
            var watch = Stopwatch.StartNew();
            using var answer = await gateway.SendAsync(SlowDatabaseFixture.Slow, token: token);
            var error = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("errors")[0];
            Assert.Equal("TIMEOUT", error.GetProperty("extensions").GetProperty("code").GetString());
            Assert.Equal("The operation took longer than 1 s and was stopped. Ask for less at once.", error.GetProperty("message").GetString());
            Assert.InRange(watch.Elapsed.TotalSeconds, 0.9, 10);
            Assert.Equal(0, await gateway.RunningAsync());
        }
        Assert.True((await gateway.PostAsync(SlowDatabaseFixture.Slow, token: token)).TryGetProperty("data", out _));
    }

    [Fact]
    public async Task The_statement_of_a_client_who_has_gone_is_cancelled()
    {
        string token = await gateway.SignInAsync("analyst-370403");
        await using var held = await gateway.LockAsync();
        using var gone = new CancellationTokenSource();
        using var request = Request(token);
        var answer = gateway.Http.SendAsync(request, gone.Token);
        await gateway.UntilRunningAsync(1, TimeSpan.FromSeconds(5));
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        await gateway.UntilRunningAsync(0, TimeSpan.FromSeconds(5));
    }

    /// <summary>The second line: a session of its own accord stops what nobody else has stopped.</summary>
    [Fact]
    public async Task PostgreSQL_stops_a_statement_by_itself_too()
    {
        await using var database = await HomeroomDatabase.OpenAsync(
            new DatabaseSettings(gateway.TestDatabase.ConnectionString, ReadLimit: TimeSpan.FromMilliseconds(300)), DatabasePurpose.Serve, _ => { }, Cancellation);
        await using var sleep = database.Reader.CreateCommand("select pg_sleep(20)");
        var stopped = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => sleep.ExecuteScalarAsync(Cancellation));
        Assert.Equal(Npgsql.PostgresErrorCodes.QueryCanceled, stopped.SqlState);
    }

    [Fact]
    public async Task One_client_does_not_take_the_places_of_another()
    {
        string one = await gateway.SignInAsync("analyst-370403"), other = await gateway.SignInAsync("analyst-370829");
        await using (await gateway.LockAsync())
        {
            var answers = Enumerable.Range(0, 6).Select(_ => gateway.SendAsync(SlowDatabaseFixture.Slow, token: one)).ToList();
            await gateway.UntilRunningAsync(2, TimeSpan.FromSeconds(5));
            var theirs = gateway.SendAsync("{ districts { totalCount } }", token: other);
            using var served = await theirs;
            Assert.Contains("\"totalCount\":1", await served.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
            // Two at a time, a second each: all have their turn.
            foreach (var answer in answers)
            {
                using var ended = await answer;
                Assert.Contains("TIMEOUT", await ended.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Who_waits_in_vain_is_told_to_come_again()
    {
        string token = await gateway.SignInAsync("principal");
        await using var held = await gateway.LockAsync();
        // Two run for a second each, so twelve need six seconds: more than the five that anybody waits. What is beyond the waiting places is refused at once.
        var answers = await Task.WhenAll(Enumerable.Range(0, 110).Select(_ => gateway.SendAsync(SlowDatabaseFixture.Slow, token: token)));
        var refused = answers.Where(answer => (int)answer.StatusCode == 429).ToList();
        Assert.InRange(refused.Count, 1, answers.Length - 2);
        Assert.All(refused, answer => Assert.Equal("1", answer.Headers.RetryAfter!.ToString()));
        Assert.Contains("TOO_MANY_REQUESTS", await refused[0].Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        foreach (var answer in answers) answer.Dispose();
        Assert.Equal(0, await gateway.RunningAsync());
        Assert.True((await gateway.PostAsync("{ districts { totalCount } }", token: token)).TryGetProperty("data", out _));
    }

    private static HttpRequestMessage Request(string token) => new(HttpMethod.Post, "/graphql")
    {
        Content = JsonContent.Create(new { query = SlowDatabaseFixture.Slow }),
        Headers = { Authorization = new("Bearer", token) },
    };
}
