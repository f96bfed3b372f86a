using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using HomeroomGraph.GraphQL.Paging;

namespace HomeroomGraph.Gateway.Tests.Attacks;

/// <summary>Cursors and ids of other bytes than ours: errors of the user's, whatever they hold.</summary>
[Collection(Attacks.Name)]
public sealed class TamperingTests(AttackFixture gateway)
{
    [Fact]
    public async Task Cursors()
    {
        // By name, a date and a number: texts, dates and numbers are among the keys.
        const string list = "appointments(first: 2, order: [{class: {name: DESC}}, {startsOn: ASC}]";
        var page = await gateway.AttackAsync($"{{ {list}) {{ pageInfo {{ endCursor }} }} }}", gateway.Analyst);
        string cursor = page.Json.GetProperty("data").GetProperty("appointments").GetProperty("pageInfo").GetProperty("endCursor").GetString()!;
        string plain = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        string digest = plain[..8];
        string[] keys = JsonSerializer.Deserialize<string[]>(plain[8..])!;
        Assert.Equal(4, keys.Length);

        foreach (string changed in Changed(digest, keys))
        {
            string text = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(changed));
            var outcome = await gateway.AttackAsync($"{{ {list}, after: \"{text}\") {{ nodes {{ id }} }} }}", gateway.Analyst);
            Assert.True("INVALID_CURSOR" == outcome.Code, $"{changed}: {outcome.Body}");
        }
        foreach (string text in new[] { "", "x", "====", "\\u0000", "😀", new string('A', 9_000), cursor + "A", cursor[..^3] })
        {
            var outcome = await gateway.AttackAsync($"{{ {list}, before: \"{text}\") {{ nodes {{ id }} }} }}", gateway.Analyst);
            Assert.True(outcome.Code is "INVALID_CURSOR" or "GRAPHQL_VALIDATION_FAILED", $"{text}: {outcome.Body}");
        }

        // Another place in the same order is no fault.
        string elsewhere = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(digest + JsonSerializer.Serialize(new[] { "'; drop table homeroom.school; --", "0001-01-01", keys[2], "9223372036854775807" })));
        Assert.Null((await gateway.AttackAsync($"{{ {list}, after: \"{elsewhere}\") {{ nodes {{ id }} }} }}", gateway.Analyst)).Code);
    }

    private static IEnumerable<string> Changed(string digest, string[] keys)
    {
        yield return "AAAAAAAA" + JsonSerializer.Serialize(keys);
        yield return digest;
        yield return digest + "null";
        yield return digest + "{}";
        yield return digest + "[]";
        yield return digest + "[1,2,3,4]";
        yield return digest + "[[[[";
        yield return digest + "[\"a\",\"b\"]";
        yield return digest + JsonSerializer.Serialize(keys.Append("more"));
        yield return digest + "[\"\\ud800\",\"2026-01-01\",\"1\",\"1\"]";
        foreach (var (place, value) in new[]
        {
            (0, "a\0b"), (1, "2026-02-30"), (1, "infinity"), (1, "epoch"), (1, "10000-01-01"), (1, ""), (2, "2147483648"), (2, "1e9"), (2, " 1"), (2, "١"),
            (3, "9223372036854775808"), (3, "NaN"), (3, "1; select 1"), (3, "0x10"),
        })
            yield return digest + JsonSerializer.Serialize(keys.Select((key, i) => i == place ? value : key));
    }

    [Fact]
    public async Task Ids()
    {
        string own = (await gateway.AttackAsync("{ schools(first: 1) { nodes { id } } }", gateway.Analyst)).Json
            .GetProperty("data").GetProperty("schools").GetProperty("nodes")[0].GetProperty("id").GetString()!;
        string[] wrong =
        [
            "", " ", "1", "School:1:1", own + "=", own + "A", own[..^1] + "é", own.ToUpperInvariant(), "\\u0000", "😀", new string('A', 200), new string('A', 100_000),
            Of("School"), Of("School:"), Of("School:1:"), Of("School:1:1:1"), Of("School:-1:1"), Of("School:01:1"), Of("School:1:9223372036854775808"),
            Of("School:2147483648:1"), Of("School:1e3:1"), Of("School: 1:1"), Of("school:1:1"), Of("NoSuchType:1:1"), Of("Query:1:1"), Of("\0:1:1"),
            Of("School:1:1\0"), Of("School\n:1:1"), Of("'; drop table homeroom.school; --:1:1"), Of("Teacher:1:1"),
        ];
        foreach (string id in wrong)
        {
            foreach (string document in new[]
            {
                $"{{ school(id: \"{id}\") {{ id }} }}",
                $"{{ schools(where: {{id: {{eq: \"{id}\"}}}}) {{ totalCount }} }}",
                $"{{ schoolByCode(code: \"x\", districtId: \"{id}\") {{ id }} }}",
            })
            {
                var outcome = await gateway.AttackAsync(document, gateway.Analyst);
                Assert.True(outcome.Code is "INVALID_ID" or "GRAPHQL_VALIDATION_FAILED", $"{document[..Math.Min(200, document.Length)]}: {outcome.Body}");
            }
            if (id == Of("Teacher:1:1")) continue;
            foreach (string document in new[] { $"{{ node(id: \"{id}\") {{ id }} }}", $"{{ nodes(ids: [\"{own}\", \"{id}\"]) {{ id }} }}" })
                Assert.True((await gateway.AttackAsync(document, gateway.Analyst)).Code is "INVALID_ID" or "GRAPHQL_VALIDATION_FAILED", document[..Math.Min(200, document.Length)]);
        }

        string farAway = new GlobalId("School", new RowKey(int.MaxValue, long.MaxValue)).ToString();
        Assert.Equal("""{"data":{"school":null}}""", (await gateway.AttackAsync($"{{ school(id: \"{farAway}\") {{ id }} }}", gateway.Analyst)).Body);

        static string Of(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
    }
}
