using System.Text.Json;
using HomeroomGraph.GraphQL.Paging;
using HomeroomGraph.Testing;

namespace HomeroomGraph.Gateway.Tests.Papers;

/// <summary>Papers of the demo's first school over GraphQL: who records them, and what they are told.</summary>
internal sealed class PaperDesk(GatewayFixture gateway)
{
    public const string Teacher = "teacher", Office = "research-office", Officer = "research-officer-370403", Principal = "principal";

    private readonly Dictionary<string, string> tokens = [];

    public int District { get; private set; }

    public long School { get; private set; }

    /// <summary>The teacher of the account <c>teacher</c>.</summary>
    public long Self { get; private set; }

    /// <summary>Other teachers of the school.</summary>
    public List<long> Colleagues { get; private set; } = [];

    public string SchoolId => IdOf("School", School);

    public static async Task<PaperDesk> OpenAsync(GatewayFixture gateway)
    {
        var desk = new PaperDesk(gateway);
        var owner = gateway.Database.Owner;
        const string grant = "select {0} from access.\"grant\" g join access.account a using (account_id) where a.user_name = $1";
        desk.District = await owner.ScalarAsync<int>(string.Format(null, grant, "g.district_id"), Office);
        desk.School = await owner.ScalarAsync<long>(string.Format(null, grant, "g.school_id"), Office);
        desk.Self = await owner.ScalarAsync<long>(string.Format(null, grant, "g.teacher_id"), Teacher);
        desk.Colleagues = await owner.ColumnAsync<long>(
            "select distinct teacher_id from homeroom.employment where school_id = $1 and ends_on is null and teacher_id <> $2 order by 1", desk.School, desk.Self);
        return desk;
    }

    public string IdOf(string type, long key) => new GlobalId(type, new RowKey(District, key)).ToString();

    public string TeacherId(long key) => IdOf("Teacher", key);

    /// <summary>An input of <c>recordPaper</c> of the account's teacher alone; more fields replace its own.</summary>
    public Dictionary<string, object?> Paper(string title, params (string Field, object? Value)[] more)
    {
        var input = new Dictionary<string, object?>
        {
            ["schoolId"] = SchoolId, ["title"] = title, ["kind"] = "PAPER", ["publishedOn"] = "2026-10-08", ["authors"] = new[] { new { teacherId = TeacherId(Self) } },
        };
        foreach (var (field, value) in more) input[field] = value;
        return input;
    }

    /// <summary>Runs a mutation; the payload with the paper, or the errors.</summary>
    public async Task<JsonElement> RunAsync(string user, string mutation, object input)
    {
        var query = $$"""
            mutation($input: {{char.ToUpperInvariant(mutation[0])}}{{mutation[1..]}}Input!) { {{mutation}}(input: $input) {
              paper { id version title kind language venue issn cn volume issue pages doi publishedOn publishedPrecision firstAuthor cslType extra abstract
                      authors { nodes { id position name affiliation isCorresponding externalId teacher { id } } } keywords { nodes { keyword } } project { id } document { id } school { id } }
              errors { __typename ... on Error { code message path } ... on RuleBrokenError { rule } ... on DuplicatePaperError { rule paper { id title } } ... on VersionConflictError { actualVersion } } } }
            """;
        var answer = await gateway.PostAsync(query, new { input }, await TokenAsync(user));
        Assert.True(answer.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object, answer.ToString());
        return data.GetProperty(mutation);
    }

    /// <summary>Records a paper and gives its id.</summary>
    public async Task<string> RecordAsync(string user, Dictionary<string, object?> input)
    {
        var payload = await RunAsync(user, "recordPaper", input);
        Assert.Equal("[]", payload.GetProperty("errors").GetRawText());
        return payload.GetProperty("paper").GetProperty("id").GetString()!;
    }

    /// <summary>The refusals of a mutation: type, code, path.</summary>
    public async Task<List<string>> RefusalsAsync(string user, string mutation, object input) =>
        [.. (await RunAsync(user, mutation, input)).GetProperty("errors").EnumerateArray().Select(error =>
            $"{error.GetProperty("__typename").GetString()} {error.GetProperty("code").GetString()} {string.Join('.', error.GetProperty("path").EnumerateArray())}")];

    public async Task<JsonElement> AskAsync(string user, string query, object? variables = null) =>
        (await gateway.PostAsync(query, variables, await TokenAsync(user))).GetProperty("data");

    /// <summary>Without a password, which takes its time to be checked.</summary>
    public async Task<string> TokenAsync(string user)
    {
        if (!tokens.TryGetValue(user, out var token))
            tokens[user] = token = await gateway.TokenOfAsync(await gateway.Database.Owner.ScalarAsync<Guid>("select account_id from access.account where user_name = $1", user));
        return token;
    }
}
