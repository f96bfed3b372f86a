namespace HomeroomGraph.GraphQL.Tests.Validation.Rules;

public sealed class DeferStreamDirectiveOnValidOperationsRuleTests
{
    [Theory]
    [InlineData(
        """
        subscription ($a: Boolean!) { classChanged { ... @defer(if: false) { id } ... @defer(if: $a) { id } ... @skip(if:
        true) { ...F @defer } } } fragment F on Class { id }
        """)]
    public void Accepts(string document) => Rule.Named("DeferStreamDirectiveOnValidOperationsRule").Accept(document);

    [Theory]
    [InlineData(
        """
        subscription { classChanged { ... @defer { id } ...F
        school { classes @stream(if: true) { id } } } }
        fragment F on Class { ...G @include(if: true) }
        fragment G on Class { school { ... @defer { id } } }
        """,
        "1:35 Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`.",
        "4:36 3:23 1:49 Defer directive not supported on subscription operations. Disable `@defer` by setting the `if` argument to `false`.",
        "2:18 Stream directive not supported on subscription operations. Disable `@stream` by setting the `if` argument to `false`.")]
    public void Refuses(string document, params string[] errors) =>
        Rule.Named("DeferStreamDirectiveOnValidOperationsRule").Refuse(document, errors);
}
