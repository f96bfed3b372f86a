using static HomeroomGraph.Gateway.Tests.Attacks.Attack;

namespace HomeroomGraph.Gateway.Tests.Attacks;

/// <summary>graphql-java CVE-2022-37734: directives without number or end at one place.</summary>
[Collection(Attacks.Name)]
public sealed class DirectiveOverloadTests(AttackFixture gateway)
{
    public static TheoryData<string> Documents =>
    [
        $"{{ __typename {Repeat(10, _ => "@aa")} }}",
        $"{{ __typename {Repeat(7_000, _ => "@include(if: true)")} }}",
        $"{{ __typename {Repeat(300_000, _ => "@a")} }}",
        $"query {Repeat(5, i => $"@a{i}")} {{ __typename }}",
        $"query($a: Int {Repeat(5, i => $"@a{i}")}) {{ __typename @skip(if: $a) }}",
        $"{{ ... {Repeat(5, i => $"@a{i}")} {{ __typename }} }}",
        $"{{ ...F {Repeat(5, i => $"@a{i}")} }} fragment F on Query {{ __typename }}",
        $"{{ ...F }} fragment F on Query {Repeat(5, i => $"@a{i}")} {{ __typename }}",
        $"type T {Repeat(5, i => $"@a{i}")} {{ a: Int }}",
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task More_than_four_at_a_place(string document) => Assert.Equal("LIMIT_EXCEEDED", (await gateway.AttackAsync(document)).Code);

    [Fact]
    public async Task Four_at_each_of_many_places()
    {
        var outcome = await gateway.AttackAsync($"{{ {Repeat(450, _ => "__typename @a @b @c @d")} }}", gateway.Analyst);
        Assert.Equal("GRAPHQL_VALIDATION_FAILED", outcome.Code);
    }

    [Fact]
    public async Task One_that_may_stand_once()
    {
        var outcome = await gateway.AttackAsync($"{{ {Repeat(1_800, _ => "__typename @skip(if: false) @skip(if: false)")} }}", gateway.Analyst);
        Assert.Equal("LIMIT_EXCEEDED", outcome.Code);
    }
}
