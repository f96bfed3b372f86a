namespace HomeroomGraph.GraphQL.Tests.Validation.Rules;

public sealed class NoUnusedVariablesRuleTests
{
    [Theory]
    [InlineData(
        """
        query ($a: ID!, $b: String) { ...F schools(where: {district: $b}) { id } } fragment F on Query { school(id: $a) { id
        } }
        """)]
    public void Accepts(string document) => Rule.Named("NoUnusedVariablesRule").Accept(document);

    [Theory]
    [InlineData("query ($a: Int) { __typename }", """1:8 Variable "$a" is never used.""")]
    [InlineData(
        """
        query A($a: ID!, $b: Int,
        $c: [Int]) { school(id: $a) { id } }
        query B($a: Int = 1) { ...F } fragment F on Query { __typename @skip(if: $c) }
        """,
        """1:18 Variable "$b" is never used in operation "A".""",
        """2:1 Variable "$c" is never used in operation "A".""",
        """3:9 Variable "$a" is never used in operation "B".""")]
    public void Refuses(string document, params string[] errors) =>
        Rule.Named("NoUnusedVariablesRule").Refuse(document, errors);
}
