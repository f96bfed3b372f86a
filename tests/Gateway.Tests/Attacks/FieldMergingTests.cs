using static HomeroomGraph.Gateway.Tests.Attacks.Attack;

namespace HomeroomGraph.Gateway.Tests.Attacks;

/// <summary>Fields under the same key, compared each with each: quadratic elsewhere, linear or bounded here.</summary>
[Collection(Attacks.Name)]
public sealed class FieldMergingTests(AttackFixture gateway)
{
    /// <summary>graphql-js CVE-2023-26144: OverlappingFieldsCanBeMerged over a field that is there again and again.</summary>
    [Theory]
    [InlineData(500, null)]
    [InlineData(2_000, "LIMIT_EXCEEDED")]
    public async Task One_field_as_often_as_a_document_may_have_fields(int times, string? code) =>
        Assert.Equal(code, (await gateway.AttackAsync($"{{ {Repeat(times, _ => "__typename")} }}", gateway.Analyst)).Code);

    [Fact]
    public async Task One_field_as_often_as_a_body_holds() =>
        Assert.Equal("LIMIT_EXCEEDED", (await gateway.AttackAsync($"{{ {Repeat(90_000, _ => "__typename")} }}", gateway.Analyst)).Code);

    /// <summary>graphql-php CVE-2026-40476 (GHSA-68jq-c3rv-pcrr): the same key in many inline fragments, each with fields of its own.</summary>
    [Theory]
    [InlineData(300, 5)]
    [InlineData(40, 40)]
    public async Task One_key_in_many_inline_fragments(int fragments, int fields)
    {
        string inner = Repeat(fields, _ => "id name code");
        var outcome = await gateway.AttackAsync(
            $"{{ schools(first: 1) {{ nodes {{ {Repeat(fragments, _ => $"... on School {{ district {{ {inner} }} }}")} }} }} }}", gateway.Analyst);
        Assert.Contains(outcome.Code, new[] { null, "LIMIT_EXCEEDED" });
    }

    [Fact]
    public async Task Pairs_inside_of_pairs()
    {
        string level = "id";
        for (int i = 0; i < 9; i++) level = $"classes {{ nodes {{ school {{ {level} }} }} }} classes {{ nodes {{ school {{ {level} }} }} }}";
        Assert.Equal("LIMIT_EXCEEDED", (await gateway.AttackAsync($"{{ schools {{ nodes {{ {level} }} }} }}", gateway.Analyst)).Code);
    }

    [Fact]
    public async Task Arguments_that_differ_at_the_end_of_a_long_list()
    {
        string list = Repeat(70, i => $"\"{i}\"");
        var outcome = await gateway.AttackAsync(
            $"{{ {Repeat(95, i => $"schools(where: {{code: {{in: [{list} \"x{i}\"]}}}}) {{ totalCount }}")} }}", gateway.Analyst);
        Assert.Equal("GRAPHQL_VALIDATION_FAILED", outcome.Code);
    }
}
