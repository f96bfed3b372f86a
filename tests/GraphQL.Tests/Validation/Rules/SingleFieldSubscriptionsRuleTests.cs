namespace HomeroomGraph.GraphQL.Tests.Validation.Rules;

public sealed class SingleFieldSubscriptionsRuleTests
{
    [Theory]
    [InlineData("subscription { schoolChanged(id: 1) { id name } }")]
    [InlineData("subscription S { ...F } fragment F on Subscription { classChanged { id } classChanged { name } }")]
    public void Accepts(string document) => Rule.Named("SingleFieldSubscriptionsRule").Accept(document);

    [Theory]
    [InlineData(
        """
        subscription S { schoolChanged(id: 1) { id }
        classChanged { id } }
        """,
        """2:1 Subscription "S" must select only one top level field.""")]
    [InlineData("subscription { __typename }", "1:16 Anonymous Subscription must not select an introspection top level field.")]
    [InlineData(
        """
        subscription S { ...F
        other: classChanged { id } } fragment F on Subscription { ...F classChanged { id } }
        """,
        """2:1 Subscription "S" must select only one top level field.""")]
    [InlineData(
        "subscription S { classChanged @skip(if: true) { id } }",
        """1:31 Subscription "S" must not use `@skip` or `@include` directives in the top level selection.""")]
    [InlineData(
        "subscription { ... @include(if: true) { classChanged { id } } }",
        "1:20 Anonymous Subscription must not use `@skip` or `@include` directives in the top level selection.")]
    [InlineData(
        "subscription S { classChanged { id } __schema { description } }",
        """1:38 Subscription "S" must select only one top level field.""",
        """1:38 Subscription "S" must not select an introspection top level field.""")]
    [InlineData("subscription S { ... on School { id } }", """1:16 Subscription "S" must select one top level field.""")]
    public void Refuses(string document, params string[] errors) =>
        Rule.Named("SingleFieldSubscriptionsRule").Refuse(document, errors);
}
