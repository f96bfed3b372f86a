using static HomeroomGraph.Gateway.Tests.Attacks.Attack;

namespace HomeroomGraph.Gateway.Tests.Attacks;

/// <summary>Mercurius CVE-2026-30241: the limit of depth was asked of queries and mutations, and not of subscriptions. Here there is one way in for all
/// kinds of operations.</summary>
[Collection(Attacks.Name)]
public sealed class SubscriptionDepthTests(AttackFixture gateway)
{
    public static TheoryData<string> Documents =>
    [
        $"subscription {Nest(70, "{ a ", "", "}")}",
        $"subscription {{ a {Nest(70, "{ ... { a ", "", "} }")} }}",
        $"subscription {{ ...F0 }} {Repeat(70, i => $"fragment F{i} on Subscription {{ a {{ ...F{i + 1} }} }}")} fragment F70 on Subscription {{ a }}",
        $"subscription($a: {Nest(70, "[", "Int", "]")}) {{ a(b: $a) }}",
        $"subscription {{ a(b: {Nest(70, "[", "", "]")}) }}",
        $"subscription {{ {Repeat(101, i => $"a{i}: a")} }}",
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_subscription_has_the_limits_of_a_query(string document) =>
        Assert.Equal("LIMIT_EXCEEDED", (await gateway.AttackAsync(document, gateway.Analyst)).Code);
}
