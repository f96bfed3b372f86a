using System.Text.Json;

namespace HomeroomGraph.Gateway.Tests.Attacks;

/// <summary>OWASP, excessive errors: an error that repeats a name shows its beginning, so that no answer grows with what was sent.</summary>
[Collection(Attacks.Name)]
public sealed class EchoTests(AttackFixture gateway)
{
    private const int MostAnswer = 4_000;

    private static readonly string Long = new('x', 300_000);

    public static TheoryData<string, object> Requests => new()
    {
        { "an operation's name", new { query = "{ __typename }", operationName = Long } },
        { "a document's id", new { documentId = Long } },
        { "a hash", new { extensions = new { persistedQuery = new { version = 1, sha256Hash = Long } } } },
        { "a field", new { query = $"{{ {Long} }}" } },
        { "a type", new { query = $"{{ ... on {Long} {{ id }} }}" } },
        { "a directive", new { query = $"{{ __typename @{Long} }}" } },
        { "a variable", new { query = $"query(${Long}: Int!) {{ schools(first: ${Long}) {{ totalCount }} }}" } },
        { "a value", new { query = "query($first: Int) { schools(first: $first) { totalCount } }", variables = new { first = Long } } },
        { "an id", new { query = $"{{ node(id: \"{Long}\") {{ id }} }}" } },
        { "a cursor", new { query = $"{{ schools(after: \"{Long}\") {{ totalCount nodes {{ id }} }} }}" } },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Is_short(string what, object request) => Assert.True(
        null != (await gateway.AttackWithBodyAsync(JsonSerializer.SerializeToUtf8Bytes(request), gateway.Analyst, mostAnswer: MostAnswer)).Code, what);
}
