using System.Net.Http.Json;
using System.Text.Json;
using HomeroomGraph.Gateway.Tests.Attacks;

namespace HomeroomGraph.Gateway.Tests.Limits;

/// <summary>What an operation costs: estimated with its variables before it runs, counted while it is answered, told on request.</summary>
[Collection(Attacks.Attacks.Name)]
public sealed class CostTests(AttackFixture gateway)
{
    private const string Schools = "query($first: Int) { schools(first: $first) { nodes { id name code classes(first: 3) { totalCount nodes { id name } } } } }";

    /// <summary>By the weights: 1 for the root, 1 for the list, and a school 1 with 1 + 10 for its list; a class 1.</summary>
    [Fact]
    public async Task It_goes_by_the_bound_variables()
    {
        Assert.Equal(2 + (2 * (12 + 3)), (await CostAsync("validate", Schools, new { first = 2 })).Requested);
        Assert.Equal(2 + (400 * (12 + 3)), (await CostAsync("validate", Schools, new { first = 400 })).Requested);
    }

    [Fact]
    public async Task What_was_read_is_counted()
    {
        var data = (await gateway.PostAsync(Schools, new { first = 500 }, gateway.Analyst)).GetProperty("data").GetProperty("schools").GetProperty("nodes");
        int schools = data.GetArrayLength();
        int classes = data.EnumerateArray().Sum(school => school.GetProperty("classes").GetProperty("nodes").GetArrayLength());
        Assert.True(schools > 0 && classes > 0 && schools < 500);

        var cost = await CostAsync("report", Schools, new { first = 500 });
        Assert.Equal(2 + (500 * 15), cost.Requested);
        Assert.Equal(2 + (12 * schools) + classes, cost.Actual);
        Assert.Equal(250_000 - cost.Requested, cost.Remaining);
    }

    /// <summary>Rows that are looked up, that objects in memory point to, and lists in lists in lists.</summary>
    [Theory]
    [InlineData("{ __typename }", 1, 1)]
    [InlineData("{ viewer { username roles { role district { name } } } }", 2, 2)]
    [InlineData("{ districtByCode(code: \"370403\") { name } }", 2, 2)]
    [InlineData("{ districtByCode(code: \"none\") { name } }", 2, 1)]
    [InlineData("{ districts { nodes { name schools(first: 1) { nodes { classes(first: 1) { nodes { school { district { name } } } } } } } } }", 2 + (10 * (2 + 2 + 3)), 2 + 2 + 2 + 3)]
    [InlineData("{ schools(first: 1, where: {name: {contains: \"x\"}, classes: {any: true}}, order: [{classCount: DESC}, {code: ASC}]) { totalCount } }", 1 + 1 + 5 + 10 + 10 + 1 + 10, 38)]
    [InlineData("{ search(text: \"x\", kinds: [PAPER]) { totalCount } }", 1 + 1 + 20 + 10, 32)]
    [InlineData("{ search(text: \"zzzzzz\", first: 5) { nodes { kind row { ... on Teacher { name school { name } } ... on Paper { title } } } } }", 1 + 1 + (3 * 20) + (5 * (1 + 2)), 62)]
    [InlineData("{ paperGroups(search: \"x\", by: [{ kind: true }]) { totalCount } }", 1 + 1 + 10 + 10 + 1 + 10, 33)]
    public async Task By_its_weights(string document, long requested, long actual)
    {
        var cost = await CostAsync("report", document);
        Assert.Equal((requested, actual), (cost.Requested, cost.Actual));
    }

    [Fact]
    public async Task Edges_and_nodes_of_one_list_are_the_same_rows()
    {
        var cost = await CostAsync("report", "{ districts { edges { cursor node { schools(first: 2) { nodes { id } edges { node { name } } } } } nodes { code } } }");
        Assert.Equal(2 + (10 * (2 + 2)), cost.Requested);
        Assert.Equal(2 + 2 + 2, cost.Actual);
    }

    [Fact]
    public async Task An_ordinary_answer_says_nothing_of_it() =>
        Assert.DoesNotContain("extensions", (await gateway.PostAsync("{ districts { nodes { schools { nodes { id } } } } }", token: gateway.Analyst)).GetRawText(), StringComparison.Ordinal);

    [Fact]
    public async Task Validate_runs_nothing()
    {
        var before = await gateway.PostAsync("{ viewer { id } }", token: gateway.Analyst);
        using var answer = await SendAsync("validate", "mutation { signOutEverywhere(input: {}) { __typename } }", null, gateway.Analyst);
        string body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal("""{"data":null,"extensions":{"cost":{"requested":11,"actual":0,"remaining":249989}}}""", body);
        Assert.Equal(before.GetRawText(), (await gateway.PostAsync("{ viewer { id } }", token: gateway.Analyst)).GetRawText());
    }

    [Fact]
    public async Task Another_wish_is_refused()
    {
        using var answer = await SendAsync("guess", "{ __typename }", null, gateway.Analyst);
        Assert.Equal(400, (int)answer.StatusCode);
    }

    [Fact]
    public async Task More_than_the_limit_is_refused_with_both_numbers()
    {
        var outcome = await gateway.AttackAsync("{ teachers(first: 500) { nodes { employments(first: 100) { nodes { school { district { name } } teacher { name } class: teacher { name } } } } } }", gateway.Analyst);
        Assert.Equal("LIMIT_EXCEEDED", outcome.Code);
        Assert.Contains("costs 251002, and one may cost 250000", outcome.Body, StringComparison.Ordinal);
    }

    private async Task<(long Requested, long Actual, long Remaining)> CostAsync(string wish, string query, object? variables = null)
    {
        using var answer = await SendAsync(wish, query, variables, gateway.Analyst);
        var root = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.False(root.TryGetProperty("errors", out _), root.GetRawText());
        var cost = root.GetProperty("extensions").GetProperty("cost");
        return (cost.GetProperty("requested").GetInt64(), cost.GetProperty("actual").GetInt64(), cost.GetProperty("remaining").GetInt64());
    }

    private async Task<HttpResponseMessage> SendAsync(string wish, string query, object? variables, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.Add("GraphQL-Cost", wish);
        request.Headers.Authorization = new("Bearer", token);
        return await gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
