namespace HomeroomGraph.GraphQL.Tests.Validation.Rules;

public sealed class VariablesAreInputTypesRuleTests
{
    [Theory]
    [InlineData("query ($a: ID, $b: [SchoolFilter!]!, $c: Stage, $d: Unknown) { __typename }")]
    public void Accepts(string document) => Rule.Named("VariablesAreInputTypesRule").Accept(document);

    [Theory]
    [InlineData(
        "query ($a: School, $b: [[SearchResult!]]!, $c: Node) { __typename }",
        """1:12 Variable "$a" cannot be non-input type "School".""",
        """1:24 Variable "$b" cannot be non-input type "[[SearchResult!]]!".""",
        """1:48 Variable "$c" cannot be non-input type "Node".""")]
    public void Refuses(string document, params string[] errors) =>
        Rule.Named("VariablesAreInputTypesRule").Refuse(document, errors);
}
