namespace HomeroomGraph.GraphQL.Tests.Validation.Rules;

public sealed class NoUndefinedVariablesRuleTests
{
    [Theory]
    [InlineData("query ($a: ID!) { ...F } fragment F on Query { school(id: $a) { id } }")]
    public void Accepts(string document) => Rule.Named("NoUndefinedVariablesRule").Accept(document);

    [Theory]
    [InlineData(
        "{ school(id: $a) { classes(grade: $b) { id } } }",
        """1:14 1:1 Variable "$a" is not defined.""",
        """1:35 1:1 Variable "$b" is not defined.""")]
    [InlineData(
        """
        query A { ...F }
        query B($a: ID!) { ...F }
        fragment F on Query { school(id: $a) { name(short: $b) } }
        """,
        """3:34 1:1 Variable "$a" is not defined by operation "A".""",
        """3:52 1:1 Variable "$b" is not defined by operation "A".""",
        """3:52 2:1 Variable "$b" is not defined by operation "B".""")]
    public void Refuses(string document, params string[] errors) =>
        Rule.Named("NoUndefinedVariablesRule").Refuse(document, errors);
}
