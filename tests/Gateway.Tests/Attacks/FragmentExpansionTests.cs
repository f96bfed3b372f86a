using static HomeroomGraph.Gateway.Tests.Attacks.Attack;

namespace HomeroomGraph.Gateway.Tests.Attacks;

/// <summary>Apollo's router and gateway, CVE-2025-32030 to 32034: small documents whose fragments, spread where they are reused, are
/// exponentially large, or pass a limit because it counts before they are spread, or overflow its counter.</summary>
[Collection(Attacks.Name)]
public sealed class FragmentExpansionTests(AttackFixture gateway)
{
    /// <summary>CVE-2025-32030, -32034: planning doubles with each of the nested, reused fragments. 2^14 fields of 14 fragments.</summary>
    [Fact]
    public async Task Each_fragment_spreads_the_next_twice()
    {
        string fragments = Repeat(14, i => $"fragment F{i} on School {{ a: classes {{ nodes {{ school {{ ...F{i + 1} }} }} }} b: classes {{ nodes {{ school {{ ...F{i + 1} }} }} }} }}");
        var outcome = await gateway.AttackAsync($"{{ schools {{ nodes {{ ...F0 }} }} }} {fragments} fragment F14 on School {{ id }}", gateway.Analyst);
        Assert.Equal("LIMIT_EXCEEDED", outcome.Code);
    }

    /// <summary>The same without aliases: the fields are different ones of one row.</summary>
    [Fact]
    public async Task Each_fragment_spreads_the_next_in_two_fields()
    {
        string fragments = Repeat(14, i => $"fragment F{i} on School {{ classes {{ nodes {{ school {{ ...F{i + 1} }} }} }} cohorts {{ nodes {{ school {{ ...F{i + 1} }} }} }} }}");
        var outcome = await gateway.AttackAsync($"{{ schools {{ nodes {{ ...F0 }} }} }} {fragments} fragment F14 on School {{ id }}", gateway.Analyst);
        Assert.Equal("LIMIT_EXCEEDED", outcome.Code);
    }

    /// <summary>CVE-2025-32032: named fragments with inline fragments between them, which an optimisation for deep ones did not see.</summary>
    [Fact]
    public async Task Inline_fragments_between_them()
    {
        string fragments = Repeat(13, i =>
            $"fragment F{i} on School {{ ... on School {{ classes {{ nodes {{ ... on Class {{ school {{ ...F{i + 1} ... on School {{ ...F{i + 1} cohorts {{ nodes {{ school {{ ...F{i + 1} }} }} }} }} }} }} }} }} }} }}");
        var outcome = await gateway.AttackAsync($"{{ schools {{ nodes {{ ...F0 }} }} }} {fragments} fragment F13 on School {{ id }}", gateway.Analyst);
        Assert.Equal("LIMIT_EXCEEDED", outcome.Code);
    }

    /// <summary>CVE-2025-32033 and graphql-armor GHSA-224p-v68g-5g8f: a limit that counts a reused fragment once, or keeps its depth from
    /// where it was first seen. A fragment of 98 fields in 21 places is 2,058 fields; one of 40 levels, first spread at the top, is too deep at level 40.</summary>
    [Fact]
    public async Task A_fragment_counts_wherever_it_is_spread()
    {
        string fields = Repeat(98, i => $"a{i}: name");
        string[] places = ["classes", "cohorts", "employments", "researchGroups", "offices", "gradeTeams", "awardRounds", "awardNominations", "awards", "rewardRules"];
        string lists = string.Join(' ', places.Select(place => $"{place} {{ nodes {{ school {{ ...F classes {{ nodes {{ school {{ ...F }} }} }} }} }} }}"));
        var outcome = await gateway.AttackAsync($"{{ schools {{ nodes {{ ...F {lists} }} }} }} fragment F on School {{ {fields} }}", gateway.Analyst);
        Assert.Equal("LIMIT_EXCEEDED", outcome.Code);
    }

    [Fact]
    public async Task A_fragment_is_as_deep_as_the_deepest_place_where_it_is_spread()
    {
        string deep = Nest(10, "classes { nodes { school { ", "id", " } } }");
        string above = Nest(11, "classes { nodes { school { ", "...F", " } } }");
        var outcome = await gateway.AttackAsync($"{{ schools {{ nodes {{ ...F {above} }} }} }} fragment F on School {{ {deep} }}", gateway.Analyst);
        Assert.Equal("LIMIT_EXCEEDED", outcome.Code);
    }

    /// <summary>CVE-2025-32031's counter of 32 bits: 2^64 fields are not none.</summary>
    [Fact]
    public async Task A_count_does_not_wrap_around()
    {
        string fragments = Repeat(30, i => $"fragment F{i} on Query {{ ...F{i + 1} ... {{ ...F{i + 1} }} }}");
        var merged = await gateway.AttackAsync($"{{ ...F0 }} {fragments} fragment F30 on Query {{ __typename }}", gateway.Analyst);
        Assert.Equal("""{"data":{"__typename":"Query"}}""", merged.Body);

        string lists = "id";
        for (int i = 0; i < 9; i++) lists = $"classes(first: 500) {{ nodes {{ school {{ {lists} }} }} }}";
        var rows = await gateway.AttackAsync($"{{ schools(first: 500) {{ nodes {{ {lists} }} }} }}", gateway.Analyst);
        Assert.Equal("LIMIT_EXCEEDED", rows.Code);
    }

    [Fact]
    public async Task Fragments_that_all_spread_all_that_follow()
    {
        string fragments = Repeat(100, i => $"fragment F{i} on School {{ id {Repeat(99 - i, j => $"...F{i + j + 1}")} }}");
        var outcome = await gateway.AttackAsync($"{{ schools(first: 1) {{ nodes {{ ...F0 }} }} }} {fragments}", gateway.Analyst);
        Assert.Contains(outcome.Code, new[] { null, "LIMIT_EXCEEDED" });
    }

    /// <summary>A fragment of thousands of spreads that is itself spread in hundreds of places.</summary>
    [Fact]
    public async Task Spreads_that_are_looked_at_again_and_again()
    {
        string many = Repeat(6_000, _ => "...G");
        string places = Repeat(95, i => $"a{i}: district {{ ...F }}");
        var outcome = await gateway.AttackAsync(
            $"{{ schools(first: 1) {{ nodes {{ {places} }} }} }} fragment F on District {{ {many} }} fragment G on District {{ id }}", gateway.Analyst);
        Assert.Equal("LIMIT_EXCEEDED", outcome.Code);
    }
}
