using HomeroomGraph.Gateway.Access;
using static HomeroomGraph.Gateway.Tests.Attacks.Attack;

namespace HomeroomGraph.Gateway.Tests.Attacks;

/// <summary>Directus GHSA-6q22-g298-grjh and OWASP's batching attacks: the same question many times in one request, past limits that count requests.</summary>
[Collection(Attacks.Name)]
public sealed class AliasTests(AttackFixture gateway)
{
    private const string Wrong = "signIn(input: { username: \"nobody-at-all\", password: \"x\" }) { accessToken errors { __typename } }";

    [Theory]
    [InlineData(101)]
    [InlineData(1_900)]
    public async Task One_field_under_many_names(int times) =>
        Assert.Equal("LIMIT_EXCEEDED", (await gateway.AttackAsync($"{{ {Repeat(times, i => $"a{i}: __typename")} }}")).Code);

    [Fact]
    public async Task Expensive_fields_under_many_names()
    {
        string counts = Repeat(95, i => $"a{i}: schools(where: {{name: {{contains: \"{i}\"}}}}) {{ totalCount }}");
        Assert.Null((await gateway.AttackAsync($"{{ {counts} }}", gateway.Analyst)).Code);
        string pages = Repeat(95, i => $"a{i}: teachers(first: 500) {{ nodes {{ id appointments(first: 50) {{ nodes {{ id }} }} }} }}");
        Assert.Equal("LIMIT_EXCEEDED", (await gateway.AttackAsync($"{{ {pages} }}", gateway.Analyst)).Code);
    }

    /// <summary>Each of a hundred is a join.</summary>
    [Fact]
    public async Task Related_rows_under_many_names()
    {
        string related = Repeat(98, i => $"a{i}: school {{ name district {{ name }} }}");
        Assert.Null((await gateway.AttackAsync($"{{ classes(first: 50) {{ nodes {{ {related} }} }} }}", gateway.Analyst, mostAnswer: 400_000)).Code);
    }

    /// <summary>A long name comes back with every row: a kilobyte of question would be half a megabyte of answer.</summary>
    [Fact]
    public async Task A_long_name_that_every_row_repeats()
    {
        string name = new('a', 10_000);
        Assert.Equal("LIMIT_EXCEEDED", (await gateway.AttackAsync($"{{ teachers(first: 500) {{ nodes {{ {name}: id }} }} }}", gateway.Analyst)).Code);
    }

    /// <summary>Guessing passwords in one request: five to a request at most, and each counts as one of the address.</summary>
    [Fact]
    public async Task Sign_ins_under_many_names()
    {
        Assert.Equal("LIMIT_EXCEEDED", (await gateway.AttackAsync($"mutation {{ {Repeat(6, i => $"a{i}: {Wrong}")} }}")).Code);

        string five = $"mutation {{ {Repeat(5, i => $"a{i}: {Wrong}")} }}";
        var kinds = new List<string>();
        for (int i = 0; i < 7; i++)
            kinds.AddRange((await gateway.AttackAsync(five)).Json.GetProperty("data").EnumerateObject().Select(field => field.Value.GetProperty("errors")[0].GetProperty("__typename").GetString()!));
        Assert.Equal(35, kinds.Count);
        Assert.True(kinds.Count(kind => kind == "InvalidCredentialsError") <= SignInThrottle.MostFailures, string.Join(' ', kinds));
        Assert.Equal("AccountLockedError", kinds[^1]);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(1_000)]
    public async Task A_list_of_requests(int times)
    {
        string body = $"[{string.Join(',', Enumerable.Repeat("{\"query\":\"{__typename}\"}", times))}]";
        var outcome = await gateway.AttackWithBodyAsync(System.Text.Encoding.UTF8.GetBytes(body));
        Assert.Equal((400, "BAD_REQUEST"), (outcome.Status, outcome.Code));
        Assert.Contains("One request at a time", outcome.Body, StringComparison.Ordinal);
    }
}
