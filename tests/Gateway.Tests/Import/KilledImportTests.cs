using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using HomeroomGraph.Data.Demo;
using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Gateway.Tests.Import;

/// <summary>
/// The real program, killed by <c>kill -9</c> in the middle of storing: what was one transaction is not there at all, of what was several the
/// complete ones are, and the same file again stores the rest.
/// </summary>
public sealed class KilledImportTests(DemoDatabase demo) : IClassFixture<DemoDatabase>, IDisposable
{
    private const string District = "370403", BigDistrict = "370829";
    private const int Few = 20, BeyondOneTransaction = 25_100;

    /// <summary>What imports write, as far as it could be left half.</summary>
    private static readonly string[] Tables =
        ["school", "teacher", "employment", "school_year", "semester", "cohort", "class", "appointment", "subject", "teacher_subject", "teacher_title", "paper", "paper_author"];

    private readonly ImportFiles files = new(District), bigFiles = new(BigDistrict);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        files.Dispose();
        bigFiles.Dispose();
    }

    [Fact]
    public async Task Of_a_usual_file_nothing_is_left_and_the_same_file_again_stores_it_whole()
    {
        await KilledLeavesNothingAsync(["import", "oneroster", files.Bundle(Few), "--district", District], "homeroom.class");
        await KilledLeavesNothingAsync(["import", "roll", files.Roll(Few), "--district", District], "homeroom.teacher_title");
        await KilledLeavesNothingAsync(["import", "papers", files.Papers(Few), "--district", District], "homeroom.paper_author");
        Assert.Equal((long)Few, await CountAsync("select count(*) from homeroom.teacher_title join homeroom.teacher using (district_id, teacher_id) where staff_number like '370403-%'"));
        Assert.Equal((long)Few, await CountAsync("select count(*) from homeroom.paper where title like '被中断%'"));
    }

    [Fact]
    public async Task Of_the_regions_nothing_is_left_either()
    {
        await demo.Database.Owner.ExecuteAsync("delete from reference.region"); // a server that another test started with the demo may have stored them
        const string insert = "insert into reference.region (region_id, code, name, level, parent_id, since) values ";
        await demo.Database.Owner.ExecuteAsync(
            insert + "(370000, '370000', '山东省', 'province', null, '2020-01-01'), (371700, '371700', '菏泽市', 'city', 370000, '2020-01-01')");

        // Somebody else is about to store one of the counties: the import, which has stored provinces and cities, waits for what comes of it.
        await using (var other = await OpenTransactionAsync(insert + "(371723, '371723', '成武县', 'county', 371700, '2020-01-01')"))
            await KillWhenWaitingAsync(ProgramRun.Start(["import", "regions"], Settings()), other);

        Assert.Equal(2L, await CountAsync("select count(*) from reference.region"));
        Assert.Equal(0, (await ProgramRun.ToEndAsync(["import", "regions"], Settings())).ExitCode);
        Assert.Equal(3348L, await CountAsync("select count(*) from reference.region"));
    }

    [Fact]
    public async Task Of_a_bundle_beyond_one_transaction_the_complete_kinds_are_kept_and_the_same_file_again_stores_the_rest()
    {
        string[] import = ["import", "oneroster", bigFiles.Bundle(BeyondOneTransaction), "--district", BigDistrict];
        await KilledAsync(import, "homeroom.class");

        Assert.Equal((long)BeyondOneTransaction, await CountAsync("select count(*) from homeroom.teacher where staff_number like '370829-%'"));
        Assert.Equal(0L, await CountAsync("select count(*) from homeroom.class join homeroom.school using (district_id, school_id) where code = '2139370829'"));
        Assert.Equal("storing Cohort", await LastRunAsync());

        var again = await ProgramRun.ToEndAsync(import, Settings());
        Assert.Equal((0, ""), (again.ExitCode, again.Errors));
        Assert.Equal(6L, await CountAsync("select count(*) from homeroom.class join homeroom.school using (district_id, school_id) where code = '2139370829'"));
        Assert.Equal(6L, await CountAsync(
            "select count(*) from homeroom.appointment join homeroom.teacher using (district_id, teacher_id) where staff_number like '370829-%'"));
        Assert.Equal((long)BeyondOneTransaction, await CountAsync("select count(*) from homeroom.teacher where staff_number like '370829-%'"));
        Assert.Contains("nothing was changed", (await ProgramRun.ToEndAsync(import, Settings())).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_server_that_is_killed_the_next_start_shows_the_run_as_interrupted_and_the_file_can_be_given_again()
    {
        var papers = await File.ReadAllBytesAsync(files.Papers(Few, "经网络导入的论文"), Cancel);
        string run;
        await using (var other = await OpenTransactionAsync(LockOf("homeroom.paper_author")))
        {
            var api = FreePort.NextAddress();
            var server = ProgramRun.Start([], ServerSettings(api));
            await server.SaysAsync("Ctrl-C stops it");
            run = await GiveAsync(api, papers);
            await KillWhenWaitingAsync(server, other);
        }

        var next = FreePort.NextAddress();
        await using var started = ProgramRun.Start([], ServerSettings(next));
        await started.SaysAsync("Ctrl-C stops it");
        Assert.Equal("INTERRUPTED", await StateAsync(next, run));
        Assert.Equal("APPLIED", await EndAsync(next, await GiveAsync(next, papers)));
    }

    private async Task KilledLeavesNothingAsync(string[] import, string atTable)
    {
        var before = await ContentAsync();
        await KilledAsync(import, atTable);
        Assert.Equal(before, await ContentAsync());
        var again = await ProgramRun.ToEndAsync(import, Settings());
        Assert.Equal((0, ""), (again.ExitCode, again.Errors));
        Assert.NotEqual(before, await ContentAsync());
        Assert.Equal(["applied", "interrupted"], await demo.Database.Owner.ColumnAsync<string>(
            "select state from import.run where kind = $1 order by run_id desc limit 2", import[1]));
    }

    private async Task KilledAsync(string[] import, string atTable)
    {
        await using var other = await OpenTransactionAsync(LockOf(atTable));
        await KillWhenWaitingAsync(ProgramRun.Start(import, Settings()), other);
    }

    /// <summary>Kills the program when its import waits for the other's transaction, ends that one, and waits until the database has seen that the program is gone.</summary>
    private async Task KillWhenWaitingAsync(ProgramRun program, NpgsqlConnection other)
    {
        await using var run = program;
        var waiting = await UntilAsync(async () => await demo.Database.Owner.ColumnAsync<int>(
            "select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'") is [var pid] ? pid : (int?)null);
        await run.KillAsync();
        await other.CloseAsync();
        await UntilAsync(async () => await demo.Database.Owner.ScalarAsync<bool>("select exists (select from pg_stat_activity where pid = $1)", waiting) ? null : (bool?)true);
    }

    private static string LockOf(string table) => $"lock table {table} in share mode";

    /// <summary>A transaction of another program, which ends with its connection.</summary>
    private async Task<NpgsqlConnection> OpenTransactionAsync(string statement)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(demo.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand($"begin; {statement}", connection);
        await command.ExecuteNonQueryAsync(Cancel);
        return connection;
    }

    private static async Task<T> UntilAsync<T>(Func<Task<T?>> look) where T : struct
    {
        for (var attempt = 0; attempt < 1_200; attempt++, await Task.Delay(100, Cancel))
            if (await look() is { } found) return found;
        throw new TimeoutException("The import never came so far.");
    }

    private Task<string> ContentAsync() => demo.Database.Owner.ScalarAsync<string>(string.Join(" || ", Tables.Select(table =>
        $"(select '{table} ' || md5(coalesce(string_agg(t::text, ';' order by t::text), '')) || ' ' from homeroom.{table} t)")).Insert(0, "select "));

    private Task<string> LastRunAsync() => demo.Database.Owner.ScalarAsync<string>(
        "select state || ' ' || stored_up_to from import.run order by run_id desc limit 1");

    private Task<long> CountAsync(string sql) => demo.Database.Owner.ScalarAsync<long>(sql);

    private (string, string)[] Settings() => [("ConnectionStrings__Homeroom", demo.ConnectionString), ("LANG", "en_US.UTF-8"), ("Homeroom__Today", "2026-11-16")];

    private (string, string)[] ServerSettings(string api) => [.. Settings(), ("ASPNETCORE_URLS", api), ("Homeroom__Admin", "false"), ("Homeroom__Demo", "true")];

    private static async Task<string> GiveAsync(string api, byte[] papers)
    {
        using var http = await SignedInAsync(api);
        using var answer = await http.PostAsync($"/imports/papers?district={District}&fileName=papers.json", new ByteArrayContent(papers), Cancel);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("id").GetString()!;
    }

    private static async Task<string> EndAsync(string api, string run)
    {
        while (await StateAsync(api, run) is var state)
        {
            if (state is not ("QUEUED" or "CHECKING" or "STORING")) return state;
            await Task.Delay(100, Cancel);
        }
        throw new InvalidOperationException();
    }

    private static async Task<string> StateAsync(string api, string run)
    {
        using var http = await SignedInAsync(api);
        var answer = await AskAsync(http, "query($id: ID!) { importRun(id: $id) { state } }", new { id = run });
        return answer.GetProperty("importRun").GetProperty("state").GetString()!;
    }

    private static async Task<HttpClient> SignedInAsync(string api)
    {
        var http = new HttpClient { BaseAddress = new(api) };
        var answer = await AskAsync(http, "mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }",
            new { input = new { username = "platform-admin", password = DemoAccounts.Password } });
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", answer.GetProperty("signIn").GetProperty("accessToken").GetString());
        return http;
    }

    private static async Task<JsonElement> AskAsync(HttpClient http, string query, object variables)
    {
        using var answer = await http.PostAsJsonAsync("/graphql", new { query, variables }, Cancel);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        Assert.False(json.TryGetProperty("errors", out var errors), errors.ToString());
        return json.GetProperty("data");
    }
}
