namespace HomeroomGraph.GraphQL.Tests.Validation.Rules;

public sealed class DeferStreamDirectiveOnRootFieldRuleTests
{
    [Theory]
    [InlineData(
        """
        { ... @defer { __typename } schools @stream { id } } mutation { rename(id: 1, name: "a") { ... @defer { id } classes
        @stream { id } } }
        """)]
    public void Accepts(string document) => Rule.Named("DeferStreamDirectiveOnRootFieldRule").Accept(document);

    [Theory]
    [InlineData(
        """
        mutation { ... @defer { rename(id: 1, name: "a") { id } } ...F @defer }
        subscription { ...G }
        fragment F on Mutation { rename(id: 1, name: "a") @stream { id } }
        fragment G on Subscription { classChanged @stream { id } }
        """,
        """1:16 Defer directive cannot be used on root mutation type "Mutation".""",
        """1:64 Defer directive cannot be used on root mutation type "Mutation".""",
        """3:51 Stream directive cannot be used on root mutation type "Mutation".""",
        """4:43 Stream directive cannot be used on root subscription type "Subscription".""")]
    public void Refuses(string document, params string[] errors) =>
        Rule.Named("DeferStreamDirectiveOnRootFieldRule").Refuse(document, errors);
}
