using System.Net.Http.Json;
using System.Text;
using static HomeroomGraph.Gateway.Tests.Attacks.Attack;

namespace HomeroomGraph.Gateway.Tests.Attacks;

/// <summary>graphql-java CVE-2023-28867 and what it is one of: megabytes of tokens, names, texts, comments and spaces.</summary>
[Collection(Attacks.Name)]
public sealed class TokenFloodTests(AttackFixture gateway)
{
    private const int Megabyte = 1_000_000;

    public static TheoryData<string, string> Documents => new()
    {
        { "tokens of one character", "{" + new string('a', 1) + Repeat(400_000, _ => "!") },
        { "fields", $"{{ {Repeat(300_000, _ => "a")} }}" },
        { "operations", Repeat(12_000, i => $"query A{i}{{a}}") },
        { "variables", $"query({Repeat(50_000, i => $"$a{i}:Int")}) {{ __typename }}" },
        { "arguments", $"{{ a({Repeat(90_000, _ => "b:1")}) }}" },
        { "items", $"{{ a(b: [{new string('1', 1)}{Repeat(400_000, _ => "1")}]) }}" },
        { "definitions of types", Repeat(60_000, i => $"scalar A{i}") },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task More_tokens_than_a_document_may_have(string what, string document)
    {
        var outcome = await gateway.AttackAsync(document, gateway.Analyst);
        Assert.True(outcome.Code is "LIMIT_EXCEEDED" or "GRAPHQL_PARSE_FAILED", $"{what}: {outcome.Code}");
    }

    public static TheoryData<string, string> LongTokens => new()
    {
        { "a name", $"{{ {new string('a', Megabyte)} }}" },
        { "an alias", $"{{ {new string('a', Megabyte / 2)}: __typename }}" },
        { "a number", $"{{ schools(first: {new string('9', Megabyte)}) {{ totalCount }} }}" },
        { "a number with a point", $"{{ schools(first: 0.{new string('9', Megabyte)}e9) {{ totalCount }} }}" },
        { "a text", $"{{ school(id: \"{new string('a', Megabyte)}\") {{ id }} }}" },
        { "a block text of open quotes", $"{{ school(id: \"\"\"{new string('\n', Megabyte / 4)}" },
        { "escapes", $"{{ school(id: \"{string.Concat(Enumerable.Repeat("\\u0041", 100_000))}\") {{ id }} }}" },
        { "an operation's name", $"query {new string('a', Megabyte)} {{ __typename }} query B {{ __typename }}" },
        { "a directive's name", $"{{ __typename @{new string('a', Megabyte)} }}" },
        { "a fragment's name", $"{{ ...{new string('a', Megabyte / 2)} }}" },
        { "a variable's name", $"query(${new string('a', Megabyte / 3)}: Int) {{ __typename }}" },
    };

    [Theory]
    [MemberData(nameof(LongTokens))]
    public async Task A_token_as_long_as_the_body(string what, string document)
    {
        var outcome = await gateway.AttackAsync(document, gateway.Analyst);
        Assert.True(outcome.Code is not null && outcome.Body.Length < 20_000, $"{what}: {outcome.Body.Length} bytes");
    }

    [Theory]
    [InlineData(" ")]
    [InlineData(",")]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("#\n")]
    [InlineData("\uFEFF")]
    public async Task Spaces_and_comments_count_as_nothing_and_cost_nothing(string space)
    {
        var document = new StringBuilder("{ __typename");
        while (document.Length < 150_000) document.Append(space);
        Assert.Equal("""{"data":{"__typename":"Query"}}""", (await gateway.AttackAsync(document + " }", gateway.Analyst)).Body);
    }

    [Fact]
    public async Task A_body_over_a_megabyte_is_refused_before_it_is_read()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = new string(' ', 3_000_000) }) };
        // The client sends no body before it is asked for one: else it would write on while the server has answered and closes.
        request.Headers.ExpectContinue = true;
        await request.Content.LoadIntoBufferAsync(TestContext.Current.CancellationToken);
        var outcome = await gateway.AttackAsync(request);
        Assert.Equal((413, "LIMIT_EXCEEDED"), (outcome.Status, outcome.Code));
    }
}
