namespace HomeroomGraph.GraphQL.Tests.Validation.Rules;

public sealed class KnownDirectivesRuleTests
{
    [Theory]
    [InlineData(
        """
        query ($a: Int @cached) @cached { school(id: 1) @skip(if: true) @audit(reason: "a") { id } ...F @include(if: true) }
        fragment F on Query @cached { ... @skip(if: false) { __typename } }
        """)]
    public void Accepts(string document) => Rule.Named("KnownDirectivesRule").Accept(document);

    [Theory]
    [InlineData(
        """
        query ($a: Int @skip(if: true)) @include(if: true) { school(id: 1) @deprecated { id @unknown } ...F @cached }
        fragment F on Query @skip(if: true) { ... @cached { id } }
        mutation @cached { __typename }
        """,
        """1:16 Directive "@skip" may not be used on VARIABLE_DEFINITION.""",
        """1:33 Directive "@include" may not be used on QUERY.""",
        """1:68 Directive "@deprecated" may not be used on FIELD.""",
        """1:85 Unknown directive "@unknown".""",
        """1:101 Directive "@cached" may not be used on FRAGMENT_SPREAD.""",
        """2:21 Directive "@skip" may not be used on FRAGMENT_DEFINITION.""",
        """2:43 Directive "@cached" may not be used on INLINE_FRAGMENT.""",
        """3:10 Directive "@cached" may not be used on MUTATION.""")]
    public void Refuses(string document, params string[] errors) =>
        Rule.Named("KnownDirectivesRule").Refuse(document, errors);
}
