using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.Testing;
using Npgsql;

namespace HomeroomGraph.Gateway.Tests.Answers;

/// <summary>Writers of some registers and readers of them over two gateways, by chance. A register is the name of a school or class, the districts
/// that an account sees, whether another one is let in, or whether today is worked.</summary>
internal sealed class WritersAndReaders
{
    /// <summary>The codes of the district that is written, and of the one that an account is let into and out of.</summary>
    private const string Main = "370403", Second = "371723";

    private readonly TwoGatewaysAtMidnight _gateways;
    private readonly int _seed;
    private readonly ConcurrentQueue<string> _violations = [];
    private readonly List<Register> _schools = [], _classes = [];
    private readonly Register _reach = new("the reach", "1"), _day = new("the day", ""), _letIn = new("the account", "OK");
    private readonly List<(string Query, string User, Func<JsonElement, IEnumerable<(Register, string)>> Read)> _questions = [];
    private readonly Dictionary<string, string> _tokens = [];
    private readonly ConcurrentDictionary<string, (string Tag, JsonElement Data)> _clientCache = [];
    private long[] _schoolIds = [], _classIds = [];
    private int _number;

    private WritersAndReaders(TwoGatewaysAtMidnight gateways, int seed) => (_gateways, _seed) = (gateways, seed);

    public IReadOnlyCollection<string> Violations => _violations;

    /// <summary>Answers of 304; of 200, and those of them that were run; commits.</summary>
    public int NotModified, Ok, Ran, Commits;

    public int FromMemory => Ok - Ran;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;
    private NpgsqlDataSource Owner => _gateways.Database.Owner;

    public override string ToString() => $"{NotModified} not modified, {FromMemory} from memory, {Commits} commits.";

    public static async Task<WritersAndReaders> BeginAsync(TwoGatewaysAtMidnight gateways, int seed)
    {
        var run = new WritersAndReaders(gateways, seed);
        gateways.GoToFridayNight();
        await run.PrepareAsync();
        return run;
    }

    public async Task RunAsync(TimeSpan time)
    {
        using var statements = new StatementCount(_gateways.TestDatabase);
        using var end = new CancellationTokenSource(time);
        var midnight = ForwardAsync(time / 2);
        var writers = Enumerable.Range(0, 4).Select(i => LoopAsync(new Random(_seed * 100 + i), WriteAsync, end.Token));
        var readers = Enumerable.Range(0, 4).Select(i => LoopAsync(new Random(_seed * 100 + 50 + i), ReadAsync, end.Token));
        await Task.WhenAll([midnight, .. writers, .. readers]);
        Ran = statements.Texts.Count(text => text.Contains("reach.enter", StringComparison.Ordinal));
    }

    private async Task PrepareAsync()
    {
        const string district = "(select district_id from homeroom.district where code = $1)";
        _schoolIds = [.. await Owner.ColumnAsync<long>($"select school_id from homeroom.school where district_id = {district} order by 1 limit 2", Main)];
        _classIds = [.. await Owner.ColumnAsync<long>($"select class_id from homeroom.class where school_id = $1 order by 1 limit 3", _schoolIds[0])];
        _schools.AddRange(_schoolIds.Select(id => new Register($"school {id}", "")));
        _classes.AddRange(_classIds.Select(id => new Register($"class {id}", "")));
        foreach (var register in _schools.Concat(_classes)) await WriteNamesAsync([register], slow: TimeSpan.Zero, Ending.Commit);
        await Owner.ExecuteAsync("update access.account set is_disabled = false where user_name = 'research-officer-370403'");
        await GrantAsync(isGiven: false);
        _districtId = await Owner.ScalarAsync<int>("select district_id from homeroom.district where code = $1", Main);
        await BeginDayAsync(_gateways.Today);
        _day.Acknowledge();
        foreach (string user in (string[])["analyst-370403", "moral-officer-370403", "research-officer-370403"]) _tokens[user] = await TokenAsync(user);
        Ask();
    }

    private void Ask()
    {
        string schools = string.Join(' ', _schoolIds.Select((id, i) => $"s{i}: node(id: \"{IdOf("School", id)}\") {{ ... on School {{ name }} }}"));
        string classes = string.Join(' ', _classIds.Select((id, i) => $"c{i}: node(id: \"{IdOf("Class", id)}\") {{ ... on Class {{ name school {{ name }} }} }}"));
        foreach (string user in (string[])["analyst-370403", "research-officer-370403"])
        {
            _questions.Add(($"{{ {schools} }}", user, data => _schools.Select((register, i) => (register, NameOf(data.GetProperty($"s{i}"))))));
            _questions.Add(($"{{ {classes} }}", user, data => _classes.SelectMany((register, i) => new[]
            {
                (register, NameOf(data.GetProperty($"c{i}"))), (_schools[0], NameOf(data.GetProperty($"c{i}").GetProperty("school"))),
            })));
        }
        _questions.Add(("{ districts { nodes { code } } }", "moral-officer-370403", data => [(_reach, $"{data.GetProperty("districts").GetProperty("nodes").GetArrayLength()}")]));
        _questions.Add(($"{{ districtByCode(code: \"{Main}\") {{ isWorkingDay }} }}", "analyst-370403",
            data => [(_day, data.GetProperty("districtByCode").GetProperty("isWorkingDay").GetRawText())]));
    }

    private static string NameOf(JsonElement row) => row.GetProperty("name").GetString()!;

    private string IdOf(string type, long id) => new GlobalId(type, new RowKey(_districtId, id)).ToString();

    private int _districtId;

    private enum Ending { Commit, RollBack, Savepoint }

    private async Task WriteAsync(Random random)
    {
        switch (random.Next(12))
        {
            case 0: await GrantAsync(random.Next(2) == 0); break;
            case 1 when random.Next(40) == 0: await DisableAsync(); break;
            case < 8:
                await WriteNamesAsync([Pick(random)], random.Next(3) == 0 ? TimeSpan.FromMilliseconds(random.Next(80)) : TimeSpan.Zero, (Ending)random.Next(3));
                break;
            default:
                // In one order, or two writers would wait for each other.
                await WriteNamesAsync([_schools[random.Next(_schools.Count)], _classes[random.Next(_classes.Count)]], TimeSpan.FromMilliseconds(random.Next(40)), Ending.Commit);
                break;
        }
        await Task.Delay(random.Next(30), Cancellation);
    }

    private Register Pick(Random random)
    {
        var all = random.Next(2) == 0 ? _schools : _classes;
        return all[random.Next(all.Count)];
    }

    /// <summary>One transaction that names all of them anew.</summary>
    private async Task WriteNamesAsync(Register[] registers, TimeSpan slow, Ending ending)
    {
        foreach (var register in registers) await register.Writing.WaitAsync(Cancellation);
        try
        {
            string name = $"v{Interlocked.Increment(ref _number)}-{_seed}";
            await using var connection = await _gateways.Database.Writer.OpenConnectionAsync(Cancellation);
            await using var transaction = await connection.BeginTransactionAsync(Cancellation);
            if (ending == Ending.Savepoint)
            {
                await transaction.SaveAsync("before", Cancellation);
                foreach (var register in registers) await NameAsync(connection, register, $"given up {name}");
                await transaction.RollbackAsync("before", Cancellation);
            }
            foreach (var register in registers) await NameAsync(connection, register, ending == Ending.RollBack ? $"given up {name}" : name);
            await Task.Delay(slow, Cancellation);
            if (ending == Ending.RollBack) return;
            foreach (var register in registers) register.Begin(name);
            await transaction.CommitAsync(Cancellation);
            foreach (var register in registers) register.Acknowledge();
            Interlocked.Increment(ref Commits);
        }
        finally
        {
            foreach (var register in registers) register.Writing.Release();
        }
    }

    private async Task NameAsync(NpgsqlConnection connection, Register register, string name)
    {
        int school = _schools.IndexOf(register);
        await using var command = new NpgsqlCommand(
            school >= 0 ? "update homeroom.school set name = $2 where school_id = $1" : "update homeroom.class set name = $2 where class_id = $1", connection)
        {
            Parameters = { new() { Value = school >= 0 ? _schoolIds[school] : _classIds[_classes.IndexOf(register)] }, new() { Value = name } },
        };
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    /// <summary>The second district is given to an account, or taken.</summary>
    private async Task GrantAsync(bool isGiven)
    {
        await _reach.Writing.WaitAsync(Cancellation);
        try
        {
            _reach.Begin(isGiven ? "2" : "1");
            await Owner.ExecuteAsync(isGiven
                ? """
                  insert into access."grant" (account_id, role, district_id)
                  select a.account_id, 'district_moral_education_officer', d.district_id from access.account a, homeroom.district d
                  where a.user_name = 'moral-officer-370403' and d.code = $1 on conflict do nothing
                  """
                : """
                  delete from access."grant" g using access.account a, homeroom.district d
                  where g.account_id = a.account_id and g.district_id = d.district_id and a.user_name = 'moral-officer-370403' and d.code = $1
                  """, Second);
            _reach.Acknowledge();
        }
        finally
        {
            _reach.Writing.Release();
        }
    }

    private async Task DisableAsync()
    {
        _letIn.Begin(nameof(HttpStatusCode.Unauthorized));
        await Owner.ExecuteAsync("update access.account set is_disabled = true where user_name = 'research-officer-370403'");
        _letIn.Acknowledge();
    }

    private async Task ForwardAsync(TimeSpan after)
    {
        await Task.Delay(after, Cancellation);
        await BeginDayAsync(_gateways.Today.AddDays(1));
        _gateways.Time.Forward(TimeSpan.FromMinutes(15));
        _day.Acknowledge();
    }

    private async Task BeginDayAsync(DateOnly day)
    {
        bool isWorked = await Owner.ScalarAsync<bool>("select homeroom.is_working_day($1, $2)", _districtId, day);
        _day.Begin(isWorked ? "true" : "false");
    }

    private async Task ReadAsync(Random random)
    {
        var (query, user, read) = _questions[random.Next(_questions.Count)];
        var address = _gateways.Addresses[random.Next(2)];
        var oldest = _schools.Concat(_classes).Append(_reach).Append(_day).Append(_letIn).ToDictionary(register => register, register => register.Oldest);
        bool isGet = random.Next(2) == 0;
        string cached = $"{user} {query}";
        using var request = isGet
            ? new HttpRequestMessage(HttpMethod.Get, $"{address}?query={Uri.EscapeDataString(query)}")
            : new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(new { query }) };
        request.Headers.Authorization = new("Bearer", _tokens[user]);
        // What the client has may come from either gateway.
        var held = isGet && _clientCache.TryGetValue(cached, out var known) ? known : default;
        if (held.Tag is not null) request.Headers.Add("If-None-Match", held.Tag);
        using var answer = await _gateways.Http.SendAsync(request, Cancellation);

        if (user == "research-officer-370403") Check(_letIn, answer.StatusCode.ToString() is "NotModified" ? "OK" : answer.StatusCode.ToString(), oldest);
        if (answer.StatusCode == HttpStatusCode.Unauthorized) return;
        JsonElement data;
        if (answer.StatusCode == HttpStatusCode.NotModified)
        {
            Interlocked.Increment(ref NotModified);
            data = held.Data;
        }
        else
        {
            Interlocked.Increment(ref Ok);
            var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
            if (!body.TryGetProperty("data", out data)) throw new InvalidOperationException($"{query}: {body}");
            if (answer.Headers.ETag is { } tag) _clientCache[cached] = (tag.ToString(), data);
        }
        foreach (var (register, state) in read(data)) Check(register, state, oldest);
    }

    private void Check(Register register, string state, Dictionary<Register, int> oldest)
    {
        if (register.Refute(state, oldest[register]) is { } violation) _violations.Enqueue(violation);
    }

    private static async Task LoopAsync(Random random, Func<Random, Task> step, CancellationToken end)
    {
        while (!end.IsCancellationRequested) await step(random);
    }

    private async Task<string> TokenAsync(string user) =>
        await _gateways.TokenAsync(await Owner.ScalarAsync<Guid>("select account_id from access.account where user_name = $1", user));
}
